// Numbers at fixed places of a binary header, little-endian. Callers check the size first.
#pragma once

#include <bit>
#include <cassert>
#include <cstdint>
#include <cstring>
#include <span>

#include "core/base/hash.h"

namespace neuroscribe::store {

static_assert(std::endian::native == std::endian::little, "headers are written as they lie in memory");

template <class Number>
Number getNumber(std::span<const std::byte> bytes, std::size_t at) {
    assert(at + sizeof(Number) <= bytes.size());
    Number value = 0;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    return value;
}

template <class Number>
void putNumber(std::span<std::byte> bytes, std::size_t at, Number value) {
    assert(at + sizeof(Number) <= bytes.size());
    std::memcpy(bytes.data() + at, &value, sizeof value);
}

inline std::uint32_t getU32(std::span<const std::byte> bytes, std::size_t at) {
    return getNumber<std::uint32_t>(bytes, at);
}

inline void putU32(std::span<std::byte> bytes, std::size_t at, std::uint32_t value) {
    putNumber(bytes, at, value);
}

inline Hash128 getHash(std::span<const std::byte> bytes, std::size_t at) {
    return {getNumber<std::uint64_t>(bytes, at), getNumber<std::uint64_t>(bytes, at + 8)};
}

inline void putHash(std::span<std::byte> bytes, std::size_t at, const Hash128& hash) {
    putNumber(bytes, at, hash.high);
    putNumber(bytes, at + 8, hash.low);
}

} // namespace neuroscribe::store
