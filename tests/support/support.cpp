#include "tests/support/support.h"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include <unistd.h>

namespace neuroscribe::test {
namespace {
int skipped = 0;
} // namespace

ScratchFolder::ScratchFolder() {
    // Never one that a killed test left behind: numbers of processes come again.
    std::string name = (std::filesystem::temp_directory_path() / "neuroscribe-test-XXXXXX").string();
    if (!::mkdtemp(name.data())) {
        std::perror(name.c_str());
        std::abort();
    }
    m_path = name;
}

ScratchFolder::~ScratchFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

void writeFile(const std::string& path, std::string_view content) {
    std::ofstream(path, std::ios::binary).write(content.data(), static_cast<std::streamsize>(content.size()));
}

std::string readFile(const std::string& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

std::optional<std::filesystem::path> sharedFolder() {
    const char* given = std::getenv("NEUROSCRIBE_SHARED");
    const std::filesystem::path folder = given ? std::filesystem::path(given) : sourceFolder().parent_path() / "shared";
    if (std::filesystem::is_directory(folder / "data"))
        return folder;
    return std::nullopt;
}

std::filesystem::path sourceFolder() {
    return NEUROSCRIBE_SOURCE_DIR;
}

std::filesystem::path programFolder() {
    return NEUROSCRIBE_BINARY_DIR "/bin";
}

void skip(const std::string& reason) {
    ++skipped;
    std::fprintf(stderr, "skipped: %s\n", reason.c_str());
}

int skippedTests() {
    return skipped;
}

} // namespace neuroscribe::test
