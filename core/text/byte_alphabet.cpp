#include "core/text/byte_alphabet.h"

#include <array>

#include "core/text/unicode.h"

namespace neuroscribe::text {
namespace {

/// Printable in Latin-1, no space, no soft hyphen: such bytes are spelled as themselves.
constexpr bool isVisible(unsigned byte) {
    return (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
}

/// The other bytes, in order, are spelled from U+0100 on.
constexpr char32_t kFirstMoved = 0x100;
constexpr std::size_t kMovedBytes = 68;

constexpr std::array<unsigned char, kMovedBytes> movedBytes() {
    std::array<unsigned char, kMovedBytes> moved{};
    std::size_t count = 0;
    for (unsigned byte = 0; byte < 256; ++byte)
        if (!isVisible(byte))
            moved.at(count++) = static_cast<unsigned char>(byte);
    return moved;
}

} // namespace

std::optional<std::string> bytesOfSpelling(std::string_view spelled) {
    static constexpr auto kMoved = movedBytes();
    std::string bytes;
    for (std::size_t at = 0; at < spelled.size();) {
        const char32_t c = decodeNext(spelled, at);
        if (c < kFirstMoved && isVisible(c))
            bytes.push_back(static_cast<char>(c));
        else if (c >= kFirstMoved && c < kFirstMoved + kMovedBytes)
            bytes.push_back(static_cast<char>(kMoved[c - kFirstMoved]));
        else
            return std::nullopt;
    }
    return bytes;
}

} // namespace neuroscribe::text
