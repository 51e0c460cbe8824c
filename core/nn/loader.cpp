#include "core/nn/loader.h"

#include <cstdlib>
#include <mutex>

#include "core/base/program_module.h"
#include "core/nn/module_abi.h"

namespace neuroscribe::nn {
namespace {

constexpr ProgramModule kModule{"neuroscribe_nn.so", "NEUROSCRIBE_NN",
                                "the nn module is not there, so no model can be run", "NEUROSCRIBE_WITH_NN"};

Result<Runtime*> load() {
    // Waiting OpenMP threads must not spin beside the window's thread; read once, when libgomp is loaded.
    ::setenv("OMP_WAIT_POLICY", "passive", 0);
    NS_ASSIGN(void* const address, openProgramModule(kModule, kFactoryName));
    const auto factory = reinterpret_cast<FactoryFunction>(address);
    Runtime* made = factory(kModuleAbi, [](LogLevel level, std::string_view category, std::string_view text) {
        log(level, category, text);
    });
    if (!made)
        return Error{ErrorCode::Io, kModule.file, "the module belongs to another version of this program",
                     "Build or install both together"};
    return made;
}

} // namespace

Result<Runtime*> runtime() {
    static std::mutex mutex;
    static Runtime* loaded = nullptr;
    const std::scoped_lock lock(mutex);
    if (!loaded) {
        NS_ASSIGN(loaded, load());
    }
    return loaded;
}

} // namespace neuroscribe::nn
