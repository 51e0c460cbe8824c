#include "core/text/sentence_piece_check.h"

#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <vector>

namespace neuroscribe::text {
namespace {

Error corrupt(const std::string& where, const std::string& why) {
    return {ErrorCode::Corrupt, where, why, "Fetch the tokenizer's model file again"};
}

Error damaged(const std::string& where) {
    return corrupt(where, "the file is damaged or is no SentencePiece model");
}

/// One field of a protocol buffer message.
struct Field {
    std::uint64_t number = 0;
    std::uint64_t value = 0;                ///< of a varint
    std::optional<std::string_view> nested; ///< of a length-delimited field
};

std::optional<std::uint64_t> readVarint(std::string_view& rest) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !rest.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(rest.front());
        rest.remove_prefix(1);
        value |= std::uint64_t{byte & 0x7FU} << shift;
        if (byte < 0x80)
            return value;
    }
    return std::nullopt;
}

std::optional<std::string_view> take(std::string_view& rest, std::uint64_t count) {
    if (count > rest.size())
        return std::nullopt;
    const std::string_view taken = rest.substr(0, count);
    rest.remove_prefix(count);
    return taken;
}

/// The next field of `rest`, which must not be empty; nothing when the message is damaged.
std::optional<Field> readField(std::string_view& rest) {
    const auto tag = readVarint(rest);
    if (!tag || *tag < 8 || *tag > std::numeric_limits<std::uint32_t>::max())
        return std::nullopt;
    Field field{*tag >> 3, 0, {}};
    switch (*tag & 7) {
    case 0: {
        const auto value = readVarint(rest);
        field.value = value.value_or(0);
        return value ? std::optional(field) : std::nullopt;
    }
    case 1:
        return take(rest, 8) ? std::optional(field) : std::nullopt;
    case 2: {
        const auto length = readVarint(rest);
        field.nested = length ? take(rest, *length) : std::nullopt;
        return field.nested ? std::optional(field) : std::nullopt;
    }
    case 5:
        return take(rest, 4) ? std::optional(field) : std::nullopt;
    default:
        return std::nullopt;
    }
}

/// A unit of a double-array trie as darts-clone packs it. Every unit that is no value is an edge: from the node at
/// (place ^ label) to the node at (place ^ offset).
struct TrieUnit {
    std::uint32_t bits;
    bool isValue() const { return (bits >> 31) != 0; }
    bool hasValue() const { return ((bits >> 8) & 1) != 0; }
    std::uint32_t value() const { return bits & 0x7FFFFFFFU; }
    std::uint32_t label() const { return bits & 0xFFU; }
    std::uint32_t offset() const { return (bits >> 10) << ((bits & (1U << 9)) >> 6); }
};

constexpr std::size_t kBlock = 256;             ///< units that one node's edges may lie in
constexpr std::size_t kMaxTableBytes = 1 << 24; ///< NFKC has 0.3 MB
constexpr std::size_t kMaxDepth = 32;           ///< the library keeps so many matches of one look-up
constexpr std::size_t kMaxReplacement = 255;    ///< bytes; the longest of NFKC has 33

std::vector<TrieUnit> unitsOf(std::string_view bytes) {
    std::vector<TrieUnit> units(bytes.size() / sizeof(std::uint32_t));
    std::memcpy(units.data(), bytes.data(), units.size() * sizeof(std::uint32_t));
    return units;
}

/// Every edge leads into the table, and every value is a text that ends inside `replacements`.
bool edgesStayInside(const std::vector<TrieUnit>& units, std::string_view replacements) {
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (units[i].isValue())
            continue;
        const std::size_t node = i ^ units[i].offset();
        if (node >= units.size()) // the table is whole blocks: the node's edges lie in its block
            return false;
        if (!units[i].hasValue())
            continue;
        const std::size_t value = units[node].value();
        const std::size_t end = value < replacements.size() ? replacements.find('\0', value) : std::string_view::npos;
        if (end == std::string_view::npos || end - value > kMaxReplacement)
            return false;
    }
    return true;
}

/// No path from the root is longer than kMaxDepth; cycles are endless paths. All edges stay inside.
bool isShallow(const std::vector<TrieUnit>& units) {
    std::vector<bool> reached(units.size());
    reached[units[0].offset()] = true;
    for (std::size_t depth = 0; depth <= kMaxDepth; ++depth) {
        std::vector<bool> next(units.size());
        bool any = false;
        for (std::size_t i = 1; i < units.size(); ++i) {
            if (units[i].isValue() || !reached[i ^ units[i].label()])
                continue;
            next[i ^ units[i].offset()] = true;
            any = true;
        }
        if (!any)
            return true;
        reached = std::move(next);
    }
    return false;
}

/// [bytes of the trie, u32][trie][texts, each with a NUL at its end]
bool isSoundTable(std::string_view table) {
    std::uint32_t trieBytes = 0;
    if (table.size() <= sizeof trieBytes || table.size() > kMaxTableBytes)
        return false;
    std::memcpy(&trieBytes, table.data(), sizeof trieBytes);
    table.remove_prefix(sizeof trieBytes);
    if (trieBytes == 0 || trieBytes >= table.size() || trieBytes % (kBlock * sizeof(TrieUnit)) != 0)
        return false;
    const std::vector<TrieUnit> units = unitsOf(table.substr(0, trieBytes));
    return !units[0].isValue() && edgesStayInside(units, table.substr(trieBytes)) && isShallow(units);
}

/// A symbol that is matched as a whole. The library keeps 64 matches of one look-up: more can't nest in so many bytes.
Status checkPiece(std::string_view message, const std::string& where) {
    constexpr std::uint64_t kText = 1, kType = 3, kUserDefined = 4;
    constexpr std::size_t kMaxBytes = 64;
    std::size_t bytes = 0;
    bool userDefined = false;
    while (!message.empty()) {
        const auto field = readField(message);
        if (!field)
            return damaged(where);
        if (field->number == kText && field->nested)
            bytes = field->nested->size();
        if (field->number == kType && !field->nested)
            userDefined = userDefined || field->value == kUserDefined;
    }
    if (userDefined && bytes > kMaxBytes)
        return Error{ErrorCode::Unsupported, where, "a symbol of the tokenizer is longer than 64 bytes", ""};
    return {};
}

Status checkNormalizer(std::string_view message, const std::string& where) {
    constexpr std::uint64_t kPrecompiledTable = 2;
    while (!message.empty()) {
        const auto field = readField(message);
        if (!field)
            return damaged(where);
        if (field->number == kPrecompiledTable && field->nested && !field->nested->empty() &&
            !isSoundTable(*field->nested))
            return corrupt(where, "the normalisation table is damaged");
    }
    return {};
}

Status checkTrainer(std::string_view message, const std::string& where) {
    constexpr std::uint64_t kModelType = 3, kUnigram = 1;
    while (!message.empty()) {
        const auto field = readField(message);
        if (!field)
            return damaged(where);
        if (field->number == kModelType && !field->nested && field->value != kUnigram)
            return Error{ErrorCode::Unsupported, where, "this SentencePiece model is not a unigram model",
                         "T5 models have unigram tokenizers"};
    }
    return {};
}

} // namespace

Status checkSentencePieceModel(std::string_view file, const std::string& where) {
    constexpr std::uint64_t kPiece = 1, kTrainer = 2, kNormalizer = 3, kDenormalizer = 5;
    bool hasPieces = false;
    while (!file.empty()) {
        const auto field = readField(file);
        if (!field)
            return damaged(where);
        if (!field->nested)
            continue;
        hasPieces = hasPieces || field->number == kPiece;
        if (field->number == kPiece)
            NS_TRY(checkPiece(*field->nested, where));
        if (field->number == kTrainer)
            NS_TRY(checkTrainer(*field->nested, where));
        if (field->number == kNormalizer || field->number == kDenormalizer)
            NS_TRY(checkNormalizer(*field->nested, where));
    }
    return hasPieces ? Status() : damaged(where);
}

} // namespace neuroscribe::text
