#include "tests/support/support.h"

#include <atomic>
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
    static std::atomic<int> count{0};
    m_path = std::filesystem::temp_directory_path() /
             ("neuroscribe-test-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
    std::filesystem::create_directories(m_path);
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
