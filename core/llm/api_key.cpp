#include "core/llm/api_key.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace neuroscribe::llm {
namespace {

constexpr std::size_t kLongestKey = 4096;
constexpr const char* kVariable = "NEUROSCRIBE_API_KEY";

/// Closes at the end of the scope.
struct Descriptor {
    explicit Descriptor(int fd) : number(fd) {}
    ~Descriptor() {
        if (number >= 0)
            ::close(number);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number;
};

} // namespace

Status checkApiKey(const std::string& key, const std::string& where) {
    const bool printable = std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 0x7F; });
    if (!printable || key.size() > kLongestKey)
        return Error{ErrorCode::InvalidArgument, where, "it is no key: a key is printable ASCII without spaces", ""};
    return {};
}

Result<std::string> readKeyFile(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (file.number < 0)
        return Error{errno == ENOENT ? ErrorCode::NotFound : ErrorCode::Io, path, std::strerror(errno), ""};
    struct stat state {};
    if (::fstat(file.number, &state) != 0)
        return Error{ErrorCode::Io, path, std::strerror(errno), ""};
    if (!S_ISREG(state.st_mode) || (state.st_mode & 0177) != 0)
        return Error{ErrorCode::InvalidArgument, path, "a key file is a file that only its owner may read and write",
                     "Set its mode: chmod 600 " + path};
    std::array<char, kLongestKey + 2> buffer{};
    const ssize_t count = ::read(file.number, buffer.data(), buffer.size());
    if (count < 0)
        return Error{ErrorCode::Io, path, std::strerror(errno), ""};
    std::string key(buffer.data(), static_cast<std::size_t>(count));
    key.resize(std::min(key.find_first_of("\r\n"), key.size()));
    if (key.empty())
        return Error{ErrorCode::InvalidArgument, path, "its first line is empty", ""};
    NS_TRY(checkApiKey(key, path));
    return key;
}

Result<std::string> findApiKey(const std::string& keyFile) {
    if (!keyFile.empty())
        return readKeyFile(keyFile);
    const char* given = std::getenv(kVariable);
    const std::string key = given ? given : "";
    NS_TRY(checkApiKey(key, kVariable));
    return key;
}

} // namespace neuroscribe::llm
