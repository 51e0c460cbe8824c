// Content hashes (XXH3, 128 bit): what a derived table came from, which text is the same, whether a segment is intact.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace neuroscribe {

struct Hash128 {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    auto operator<=>(const Hash128&) const = default;
    std::string hex() const; ///< 32 lower-case digits
};

Hash128 hashBytes(std::span<const std::byte> bytes);
Hash128 hashText(std::string_view text);
/// Streams the whole file. Errors: Io, NotFound.
Result<Hash128> hashFile(const std::string& path);

/// Hash of a sequence of parts, in order.
class Hasher {
public:
    Hasher();
    ~Hasher();
    Hasher(Hasher&&) noexcept;
    Hasher& operator=(Hasher&&) noexcept;
    void add(std::span<const std::byte> bytes);
    void add(std::string_view text); ///< length-prefixed, so that ("ab","c") differs from ("a","bc")
    void add(std::uint64_t number);
    Hash128 finish() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace neuroscribe
