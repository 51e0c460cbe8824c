#include "core/pipeline/places.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

namespace neuroscribe::pipeline {
namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
    const char* value = std::getenv(name);
    return value ? value : "";
}

fs::path programFolder() {
    std::error_code error;
    return fs::read_symlink("/proc/self/exe", error).parent_path();
}

bool liesBelow(const fs::path& path, const fs::path& folder) {
    const auto relative = path.lexically_relative(folder);
    return !relative.empty() && *relative.begin() != "..";
}

std::vector<fs::path> resourceFolders() {
    std::vector<fs::path> folders;
    if (const std::string given = environment("NEUROSCRIBE_RESOURCES"); !given.empty())
        folders.emplace_back(given);
    const fs::path program = programFolder();
    folders.push_back((program / "../share/neuroscribe").lexically_normal());
    // An installed program must not pick up the tree it was once built from.
    if (liesBelow(program, NEUROSCRIBE_BUILD_FOLDER))
        folders.emplace_back(NEUROSCRIBE_RESOURCE_FOLDER);
    return folders;
}

std::string joined(const std::vector<fs::path>& paths) {
    std::string text;
    for (const fs::path& path : paths)
        text += (text.empty() ? "" : ", ") + path.string();
    return text;
}

} // namespace

Result<std::string> findResource(const std::string& name) {
    const std::vector<fs::path> folders = resourceFolders();
    for (const fs::path& folder : folders) {
        std::error_code error;
        if (fs::exists(folder / name, error))
            return (folder / name).string();
    }
    return Error{ErrorCode::NotFound, name, "looked in " + joined(folders),
                 "Install the package neuroscribe completely, or set NEUROSCRIBE_RESOURCES to its resources folder"};
}

Result<std::string> findWordNet() {
    std::vector<fs::path> folders;
    if (const std::string given = environment("WNSEARCHDIR"); !given.empty())
        folders.emplace_back(given);
    if (const std::string given = environment("WNHOME"); !given.empty())
        folders.push_back(fs::path(given) / "dict");
    for (const char* known : {"/usr/share/wordnet", "/usr/share/wordnet/dict", "/usr/share/wordnet-3.0/dict",
                              "/usr/local/share/wordnet", "/usr/local/WordNet-3.0/dict"})
        folders.emplace_back(known);
    for (const fs::path& folder : folders)
        if (std::ifstream(folder / "data.noun"))
            return (folder / "data.noun").string();
    return Error{ErrorCode::NotFound, "data.noun", "WordNet is not installed; looked in " + joined(folders),
                 "Install it with: apt install wordnet-base"};
}

Result<std::string> studiesFolder() {
    if (const std::string data = environment("XDG_DATA_HOME"); !data.empty() && fs::path(data).is_absolute())
        return (fs::path(data) / "neuroscribe/studies").string();
    const std::string home = environment("HOME");
    if (home.empty())
        return Error{ErrorCode::NotFound, "HOME", "the environment names no home folder",
                     "Set HOME or XDG_DATA_HOME, or name a folder with -p"};
    return (fs::path(home) / ".local/share/neuroscribe/studies").string();
}

} // namespace neuroscribe::pipeline
