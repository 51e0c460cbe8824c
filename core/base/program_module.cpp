#include "core/base/program_module.h"

#include <cstdlib>
#include <filesystem>
#include <vector>

#include <dlfcn.h>

namespace neuroscribe {
namespace {

namespace fs = std::filesystem;

/// Beside the program (a build folder), then where an installation puts it, with and without a multiarch folder.
std::vector<fs::path> candidates(const ProgramModule& module) {
    if (const char* given = std::getenv(module.variable); given && *given)
        return {fs::path(given)};
    std::error_code failure;
    const fs::path folder = fs::read_symlink("/proc/self/exe", failure).parent_path();
    if (failure)
        return {};
    std::vector<fs::path> paths{folder / module.file, folder / "../lib/neuroscribe" / module.file};
#if defined(__x86_64__)
    paths.push_back(folder / "../lib/x86_64-linux-gnu/neuroscribe" / module.file);
#elif defined(__aarch64__)
    paths.push_back(folder / "../lib/aarch64-linux-gnu/neuroscribe" / module.file);
#endif
    return paths;
}

Result<fs::path> find(const ProgramModule& module) {
    std::string tried;
    for (const fs::path& path : candidates(module)) {
        std::error_code failure;
        if (fs::is_regular_file(path, failure))
            return path;
        tried += tried.empty() ? "" : ", ";
        tried += path.lexically_normal().string();
    }
    return Error{ErrorCode::NotBuilt, tried, module.missing,
                 std::string("Build with ") + module.option + "=ON, or set " + module.variable + " to " + module.file};
}

Error loaderError(const fs::path& path) {
    const char* reason = ::dlerror();
    return {ErrorCode::Io, path.string(), reason ? reason : "the module can't be loaded", ""};
}

} // namespace

Result<void*> openProgramModule(const ProgramModule& module, const char* symbol) {
    NS_ASSIGN(const fs::path path, find(module));
    void* opened = ::dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!opened)
        return loaderError(path);
    void* address = ::dlsym(opened, symbol);
    if (!address)
        return loaderError(path);
    return address;
}

} // namespace neuroscribe
