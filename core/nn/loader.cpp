#include "core/nn/loader.h"

#include <cstdlib>
#include <filesystem>
#include <mutex>
#include <vector>

#include <dlfcn.h>

#include "core/nn/module_abi.h"

namespace neuroscribe::nn {
namespace {

namespace fs = std::filesystem;

constexpr const char* kModuleFile = "neuroscribe_nn.so";

/// Beside the program (a build folder), then where an installation puts it, with and without a multiarch folder.
std::vector<fs::path> candidates() {
    if (const char* given = std::getenv("NEUROSCRIBE_NN"); given && *given)
        return {fs::path(given)};
    std::error_code failure;
    const fs::path folder = fs::read_symlink("/proc/self/exe", failure).parent_path();
    if (failure)
        return {};
    std::vector<fs::path> paths{folder / kModuleFile, folder / "../lib/neuroscribe" / kModuleFile};
#if defined(__x86_64__)
    paths.push_back(folder / "../lib/x86_64-linux-gnu/neuroscribe" / kModuleFile);
#elif defined(__aarch64__)
    paths.push_back(folder / "../lib/aarch64-linux-gnu/neuroscribe" / kModuleFile);
#endif
    return paths;
}

Result<fs::path> findModule() {
    std::string tried;
    for (const fs::path& path : candidates()) {
        std::error_code failure;
        if (fs::is_regular_file(path, failure))
            return path;
        tried += tried.empty() ? "" : ", ";
        tried += path.lexically_normal().string();
    }
    return Error{ErrorCode::NotBuilt, tried, "the nn module is not there, so no model can be run",
                 "Build with NEUROSCRIBE_WITH_NN=ON, or set NEUROSCRIBE_NN to neuroscribe_nn.so"};
}

Result<Runtime*> load() {
    NS_ASSIGN(const fs::path path, findModule());
    // Waiting OpenMP threads must not spin beside the window's thread; read once, when libgomp is loaded.
    ::setenv("OMP_WAIT_POLICY", "passive", 0);
    void* module = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!module) {
        const char* reason = ::dlerror();
        return Error{ErrorCode::Io, path.string(), reason ? reason : "the module can't be loaded", ""};
    }
    const auto factory = reinterpret_cast<FactoryFunction>(::dlsym(module, kFactoryName));
    Runtime* made = factory ? factory(kModuleAbi, [](LogLevel level, std::string_view category,
                                                     std::string_view text) { log(level, category, text); })
                            : nullptr;
    if (!made)
        return Error{ErrorCode::Io, path.string(), "the module belongs to another version of this program",
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
