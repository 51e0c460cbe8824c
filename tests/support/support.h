// What tests share: scratch folders, the optional shared data, skipping.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

namespace neuroscribe::test {

/// A folder that is removed at the end of the scope.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    const std::filesystem::path& path() const { return m_path; }
    std::string file(const std::string& name) const { return (m_path / name).string(); }

private:
    std::filesystem::path m_path;
};

void writeFile(const std::string& path, std::string_view content);
std::string readFile(const std::string& path);

/// ../shared beside the checkout (or $NEUROSCRIBE_SHARED); nothing where it is missing.
std::optional<std::filesystem::path> sharedFolder();
/// The source tree, for resources/.
std::filesystem::path sourceFolder();
/// Where the build put the programs and the nn module.
std::filesystem::path programFolder();

/// Marks the running test as skipped: the process exits with 77 when every test it ran was skipped.
void skip(const std::string& reason);
int skippedTests();

} // namespace neuroscribe::test

/// Ends the test as skipped (never silently passed) when `condition` is false.
#define SKIP_UNLESS(condition, reason)                                                                                 \
    do {                                                                                                               \
        if (!(condition)) {                                                                                            \
            neuroscribe::test::skip(reason);                                                                           \
            return;                                                                                                    \
        }                                                                                                              \
    } while (false)
