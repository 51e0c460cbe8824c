#include "core/text/byte_bpe.h"

#include <algorithm>

#include "core/text/byte_alphabet.h"
#include "core/text/unicode.h"

namespace neuroscribe::text {
namespace {

/// The largest vocabularies in use have about 300,000 tokens.
constexpr std::size_t kMaxTokens = std::size_t{1} << 21;
constexpr std::size_t kMaxPieceBytes = 4096;

Error parseError(const std::string& where, const std::string& why) {
    return {ErrorCode::Parse, where, why, ""};
}

std::string quoted(const std::string& piece) {
    return '"' + validUtf8(piece.substr(0, 40)) + '"';
}

} // namespace

Result<std::unique_ptr<PromptTokenizer>> ByteBpe::make(ByteBpeFiles files, const std::string& where) {
    std::unique_ptr<ByteBpe> made(new ByteBpe());
    NS_TRY(made->setPieces(files, where));
    NS_TRY(made->setAdded(files.added, where));
    NS_TRY(made->setMerges(files, where));
    NS_TRY(made->setWrapping(files, where));
    made->m_compose = files.compose;
    made->m_preTokenizer = std::move(files.preTokenizer);
    made->findWholeWords(files);
    made->computeHash(files);
    return std::unique_ptr<PromptTokenizer>(std::move(made));
}

Status ByteBpe::place(const std::string& spelling, TokenId id, const std::string& where) {
    if (spelling.empty() || spelling.size() > kMaxPieceBytes)
        return parseError(where, "the token " + std::to_string(id) + " is empty or longer than 4,096 bytes");
    if (id < 0 || static_cast<std::size_t>(id) >= kMaxTokens)
        return parseError(where, "the id of " + quoted(spelling) + " is not a whole number from 0 to 2,097,151");
    if (m_tokens.size() <= static_cast<std::size_t>(id))
        m_tokens.resize(static_cast<std::size_t>(id) + 1);
    Token& token = m_tokens[static_cast<std::size_t>(id)];
    const auto other = m_ids.find(spelling);
    if ((!token.spelling.empty() && token.spelling != spelling) || (other && *other != id))
        return parseError(where, "the id " + std::to_string(id) + " of " + quoted(spelling) + " is used twice");
    token.spelling = spelling;
    m_ids.add(spelling, id);
    return {};
}

Status ByteBpe::setPieces(const ByteBpeFiles& files, const std::string& where) {
    m_ids.reserve(files.pieces.size() + files.added.size());
    m_bytes.fill(-1);
    for (const auto& [spelling, id] : files.pieces) {
        NS_TRY(place(spelling, id, where));
        const auto bytes = bytesOfSpelling(spelling);
        if (bytes && bytes->size() == 1)
            m_bytes[static_cast<unsigned char>(bytes->front())] = id;
    }
    if (files.unknown.empty())
        return {};
    const auto unknown = m_ids.find(files.unknown);
    if (!unknown)
        return parseError(where, "the vocabulary has no piece " + quoted(files.unknown));
    m_unknown = *unknown;
    return {};
}

Status ByteBpe::setAdded(const std::vector<AddedToken>& added, const std::string& where) {
    std::vector<AddedToken> raw;
    std::vector<AddedToken> normalized;
    for (const AddedToken& token : added) {
        NS_TRY(place(token.text, token.id, where));
        m_tokens[static_cast<std::size_t>(token.id)].special = token.special;
        // A special token comes from a template, which spells it as it is.
        (token.normalized && !token.special ? normalized : raw).push_back(token);
    }
    m_rawTokens = AddedTokens(std::move(raw));
    m_normalizedTokens = AddedTokens(std::move(normalized));
    return {};
}

Status ByteBpe::setMerges(const ByteBpeFiles& files, const std::string& where) {
    if (files.merges.size() > kMaxTokens)
        return parseError(where, "there are more than 2,097,152 merges");
    m_merges.reserve(files.merges.size());
    for (std::uint32_t rank = 0; rank < files.merges.size(); ++rank) {
        const auto& [left, right] = files.merges[rank];
        const auto first = m_ids.find(left);
        const auto second = m_ids.find(right);
        const auto both = m_ids.find(left + right);
        if (!first || !second || !both)
            return parseError(where, "merge " + std::to_string(rank) + " of " + quoted(left) + " and " + quoted(right) +
                                         " is not one of pieces of the vocabulary");
        m_merges.add(*first, *second, rank, *both);
    }
    return {};
}

Status ByteBpe::setWrapping(const ByteBpeFiles& files, const std::string& where) {
    for (const auto& [names, ids] : {std::pair(&files.start, &m_start), std::pair(&files.end, &m_end)})
        for (const std::string& name : *names) {
            const auto id = m_ids.find(name);
            if (!id)
                return parseError(where, "the token " + quoted(name) + " around a text is not in the vocabulary");
            ids->push_back(*id);
        }
    return {};
}

void ByteBpe::findWholeWords(const ByteBpeFiles& files) {
    PairMerges::Scratch scratch;
    for (const auto& [spelling, id] : files.pieces) {
        const auto word = bytesOfSpelling(spelling);
        if (word && (files.wholeWordsFirst || merged(*word, scratch) == std::vector{id}))
            m_wholeWords.add(*word, id);
    }
}

void ByteBpe::computeHash(const ByteBpeFiles& files) {
    Hasher hasher;
    hasher.add(std::string_view("byte bpe 1"));
    for (const Token& token : m_tokens) {
        hasher.add(std::string_view(token.spelling));
        hasher.add(std::uint64_t{token.special});
    }
    for (const auto& [left, right] : files.merges) {
        hasher.add(std::string_view(left));
        hasher.add(std::string_view(right));
    }
    for (const AddedToken& token : files.added) {
        hasher.add(std::string_view(token.text));
        for (const bool flag : {token.normalized, token.singleWord, token.stripLeft, token.stripRight})
            hasher.add(std::uint64_t{flag});
    }
    m_preTokenizer.addTo(hasher);
    hasher.add(std::string_view(files.unknown));
    for (const bool flag : {files.wholeWordsFirst, files.compose})
        hasher.add(std::uint64_t{flag});
    for (const auto* ids : {&m_start, &m_end}) {
        hasher.add(std::uint64_t{ids->size()});
        hasher.add(std::as_bytes(std::span(*ids)));
    }
    m_hash = hasher.finish();
}

std::vector<TokenId> ByteBpe::merged(std::string_view word, PairMerges::Scratch& scratch) const {
    std::vector<TokenId> ids;
    ids.reserve(word.size());
    for (const char byte : word)
        if (const TokenId id = m_bytes[static_cast<unsigned char>(byte)]; id >= 0 || m_unknown >= 0)
            ids.push_back(id >= 0 ? id : m_unknown);
    m_merges.apply(ids, scratch);
    return ids;
}

void ByteBpe::encodePlain(std::string_view utf8, PairMerges::Scratch& scratch, std::vector<TokenId>& ids) const {
    const auto addWord = [&](std::string_view word) {
        if (const auto whole = m_wholeWords.find(word)) {
            ids.push_back(*whole);
            return;
        }
        const std::vector<TokenId> parts = merged(word, scratch);
        ids.insert(ids.end(), parts.begin(), parts.end());
    };
    m_normalizedTokens.split(
        m_compose ? composed(utf8) : std::string(utf8), [](const auto&...) { return true; },
        [&](std::string_view text) { m_preTokenizer.split(text, addWord); },
        [&](const AddedToken& token) { ids.push_back(token.id); });
}

std::vector<TokenId> ByteBpe::encodeText(std::string_view utf8, const AddedTokens::Accepts& accepts) const {
    std::vector<TokenId> ids;
    PairMerges::Scratch scratch;
    m_rawTokens.split(
        utf8, accepts, [&](std::string_view text) { encodePlain(text, scratch, ids); },
        [&](const AddedToken& token) { ids.push_back(token.id); });
    return ids;
}

std::vector<TokenId> ByteBpe::encode(std::string_view utf8) const {
    return encodeText(validUtf8(utf8),
                      [](const AddedToken& token, std::size_t, std::size_t) { return !token.special; });
}

std::vector<TokenId> ByteBpe::encodeForModel(std::string_view utf8, std::size_t maxTokens) const {
    const std::size_t around = m_start.size() + m_end.size();
    std::vector<TokenId> ids = encode(utf8);
    ids.resize(std::min(ids.size(), maxTokens > around ? maxTokens - around : 0));
    ids.insert(ids.begin(), m_start.begin(), m_start.end());
    ids.insert(ids.end(), m_end.begin(), m_end.end());
    return ids;
}

std::vector<TokenId> ByteBpe::encodePrompt(std::span<const PromptPart> parts) const {
    std::string text;
    std::vector<std::size_t> borders; // plain text and template take turns: plain, template, plain, ...
    for (const PromptPart& part : parts) {
        if (part.fromTemplate != (borders.size() % 2 == 1))
            borders.push_back(text.size());
        text += validUtf8(part.text);
    }
    const auto stretch = [&](std::size_t byte) {
        return std::upper_bound(borders.begin(), borders.end(), byte) - borders.begin();
    };
    std::vector<TokenId> ids = encodeText(text, [&](const AddedToken& token, std::size_t begin, std::size_t end) {
        return !token.special || (stretch(begin) % 2 == 1 && stretch(begin) == stretch(end - 1));
    });
    ids.insert(ids.begin(), m_start.begin(), m_start.end());
    ids.insert(ids.end(), m_end.begin(), m_end.end());
    return ids;
}

std::string ByteBpe::token(TokenId id) const {
    return id >= 0 && static_cast<std::size_t>(id) < m_tokens.size() ? m_tokens[static_cast<std::size_t>(id)].spelling
                                                                     : "";
}

std::string ByteBpe::decode(std::span<const TokenId> ids) const {
    std::string bytes;
    for (const TokenId id : ids) {
        if (id < 0 || static_cast<std::size_t>(id) >= m_tokens.size())
            continue;
        const Token& token = m_tokens[static_cast<std::size_t>(id)];
        // Added tokens are spelled as they are, not in the byte alphabet.
        if (!token.special)
            bytes += bytesOfSpelling(token.spelling).value_or(token.spelling);
    }
    return validUtf8(bytes);
}

} // namespace neuroscribe::text
