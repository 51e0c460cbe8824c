// The visible characters that byte-level BPE spells bytes with: 0x20 is written U+0120, most of ASCII as itself.
// Source: GPT-2's bytes_to_unicode.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace neuroscribe::text {

/// The bytes that `spelled` (UTF-8) stands for; nothing where a character of it is not in the alphabet.
std::optional<std::string> bytesOfSpelling(std::string_view spelled);

} // namespace neuroscribe::text
