#include "core/text/wordpiece.h"

#include <algorithm>
#include <limits>

#include "core/text/unicode.h"

namespace neuroscribe::text {
namespace {

constexpr std::size_t kMaxPieces = 4'000'000;
constexpr std::size_t kMaxPieceBytes = 4096;
/// 255 characters of up to 4 bytes fit what PieceTable looks at.
constexpr std::size_t kMaxWordCharacters = 255;

} // namespace

Status WordPieceSettings::validate() const {
    if (maxWordCharacters < 1 || maxWordCharacters > kMaxWordCharacters)
        return Error{ErrorCode::InvalidArgument, "max_input_chars_per_word", "the value must lie between 1 and 255",
                     ""};
    if (unknown.empty() || start.empty() || end.empty())
        return Error{ErrorCode::InvalidArgument, "special tokens", "a special token has no text", ""};
    return {};
}

Result<std::unique_ptr<Tokenizer>> WordPiece::make(std::vector<std::string> pieces, WordPieceSettings settings,
                                                   const std::string& where) {
    NS_TRY(settings.validate());
    if (pieces.size() > kMaxPieces)
        return Error{ErrorCode::Parse, where, "the vocabulary has more than 4,000,000 pieces", ""};
    const auto tooLong = [](const std::string& piece) { return piece.size() > kMaxPieceBytes; };
    if (const auto found = std::find_if(pieces.begin(), pieces.end(), tooLong); found != pieces.end())
        return Error{ErrorCode::Parse, where + ":" + std::to_string(found - pieces.begin() + 1),
                     "the piece is longer than 4,096 bytes", "Is this a WordPiece vocabulary?"};
    std::unique_ptr<WordPiece> made(new WordPiece(std::move(pieces), std::move(settings)));
    NS_TRY(made->resolveSpecialTokens(where));
    return std::unique_ptr<Tokenizer>(std::move(made));
}

WordPiece::WordPiece(std::vector<std::string> pieces, WordPieceSettings settings)
    : m_pieces(std::move(pieces)), m_settings(std::move(settings)) {
    m_firsts.reserve(m_pieces.size());
    for (std::size_t i = 0; i < m_pieces.size(); ++i) {
        const std::string_view piece = m_pieces[i];
        const auto id = static_cast<TokenId>(i);
        const std::string& prefix = m_settings.continuation;
        m_firsts.add(piece, id);
        if (piece.size() > prefix.size() && piece.starts_with(prefix))
            m_continuations.add(piece.substr(prefix.size()), id);
    }
    fillByteTables();
    computeHash();
}

Status WordPiece::resolveSpecialTokens(const std::string& where) {
    const auto resolve = [&](const std::string& name, TokenId& id) -> Status {
        const auto found = m_firsts.find(name);
        if (!found)
            return Error{ErrorCode::Parse, where, "the vocabulary has no piece " + name,
                         "A BERT vocabulary has [UNK], [CLS] and [SEP]"};
        id = *found;
        return {};
    };
    NS_TRY(resolve(m_settings.unknown, m_unknown));
    NS_TRY(resolve(m_settings.start, m_start));
    return resolve(m_settings.end, m_end);
}

void WordPiece::fillByteTables() {
    for (std::size_t b = 0; b < 256; ++b) {
        const auto c = static_cast<char32_t>(b);
        m_lowered[b] = static_cast<char>(m_settings.lowerCase && b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b);
        if (b >= 0x80)
            m_classes[b] = ByteClass::NotAscii;
        else if (isWhitespace(c))
            m_classes[b] = ByteClass::Space;
        else if (isControl(c))
            m_classes[b] = m_settings.cleanText ? ByteClass::Dropped : ByteClass::Word;
        else
            m_classes[b] = isPunctuation(c) ? ByteClass::Punctuation : ByteClass::Word;
    }
}

void WordPiece::computeHash() {
    Hasher hasher;
    hasher.add(std::string_view("wordpiece 1"));
    for (const std::string& piece : m_pieces)
        hasher.add(std::string_view(piece));
    for (const std::string* text : {&m_settings.unknown, &m_settings.start, &m_settings.end, &m_settings.continuation})
        hasher.add(std::string_view(*text));
    for (const bool flag :
         {m_settings.cleanText, m_settings.splitIdeographs, m_settings.lowerCase, m_settings.stripAccents})
        hasher.add(static_cast<std::uint64_t>(flag));
    hasher.add(static_cast<std::uint64_t>(m_settings.maxWordCharacters));
    m_hash = hasher.finish();
}

std::string WordPiece::token(TokenId id) const {
    return id >= 0 && static_cast<std::size_t>(id) < m_pieces.size() ? m_pieces[static_cast<std::size_t>(id)] : "";
}

std::vector<TokenId> WordPiece::encode(std::string_view utf8) const {
    std::vector<TokenId> ids;
    ids.reserve(utf8.size() / 4 + 1);
    encodeUpTo(utf8, std::numeric_limits<std::size_t>::max(), ids);
    return ids;
}

std::vector<TokenId> WordPiece::encodeForModel(std::string_view utf8, std::size_t maxTokens) const {
    const std::size_t room = maxTokens > 2 ? maxTokens - 2 : 0;
    std::vector<TokenId> ids;
    ids.reserve(std::min(utf8.size() / 4, room) + 2);
    ids.push_back(m_start);
    encodeUpTo(utf8, room + 1, ids);
    ids.resize(std::min(ids.size(), room + 1));
    ids.push_back(m_end);
    return ids;
}

void WordPiece::encodeUpTo(std::string_view utf8, std::size_t limit, std::vector<TokenId>& ids) const {
    std::array<char, kMaxWordCharacters + 1> word;
    std::size_t length = 0; // of the word so far; stays at one over the maximum when it is longer
    std::size_t chunkStart = 0;
    std::size_t chunkIds = ids.size();
    const auto flush = [&] {
        if (length > 0)
            encodeWord({word.data(), length}, length, ids);
        length = 0;
    };
    std::size_t i = 0;
    for (; i < utf8.size() && ids.size() < limit; ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        switch (m_classes[byte]) {
        case ByteClass::Word:
            if (length <= m_settings.maxWordCharacters)
                word[length++] = m_lowered[byte];
            break;
        case ByteClass::Space:
            flush();
            chunkStart = i + 1;
            chunkIds = ids.size();
            break;
        case ByteClass::Punctuation:
            flush();
            encodeWord({&utf8[i], 1}, 1, ids);
            break;
        case ByteClass::Dropped:
            break;
        case ByteClass::NotAscii:
            ids.resize(chunkIds);
            length = 0;
            const auto end = std::find_if(utf8.begin() + static_cast<std::ptrdiff_t>(i), utf8.end(), [this](char c) {
                return m_classes[static_cast<unsigned char>(c)] == ByteClass::Space;
            });
            const auto stop = static_cast<std::size_t>(end - utf8.begin());
            encodeUnicode(utf8.substr(chunkStart, stop - chunkStart), limit, ids);
            i = stop - 1;
            break;
        }
    }
    flush();
}

void WordPiece::encodeUnicode(std::string_view chunk, std::size_t limit, std::vector<TokenId>& ids) const {
    std::vector<char32_t> run;
    const auto flush = [&] {
        if (!run.empty())
            encodeRun(std::exchange(run, {}), ids);
    };
    for (std::size_t position = 0; position < chunk.size() && ids.size() < limit;) {
        const char32_t c = decodeNext(chunk, position);
        if (m_settings.cleanText && (c == 0 || c == kReplacement || isControl(c)))
            continue;
        if (isWhitespace(c)) {
            flush();
        } else if (m_settings.splitIdeographs && isIdeograph(c)) {
            flush();
            encodeRun({c}, ids);
        } else {
            run.push_back(c);
        }
    }
    flush();
}

void WordPiece::encodeRun(std::vector<char32_t> run, std::vector<TokenId>& ids) const {
    if (m_settings.lowerCase)
        run = lowerCase(run);
    if (m_settings.stripAccents)
        run = stripAccents(run);
    std::string word;
    std::size_t characters = 0;
    const auto flush = [&] {
        if (characters > 0)
            encodeWord(word, characters, ids);
        word.clear();
        characters = 0;
    };
    for (const char32_t c : run) {
        const bool alone = isPunctuation(c);
        if (alone)
            flush();
        ++characters;
        if (characters <= m_settings.maxWordCharacters)
            appendUtf8(word, c);
        if (alone)
            flush();
    }
    flush();
}

void WordPiece::encodeWord(std::string_view word, std::size_t characters, std::vector<TokenId>& ids) const {
    const std::size_t before = ids.size();
    auto match = characters > m_settings.maxWordCharacters ? std::nullopt : m_firsts.longestPrefix(word);
    while (match) {
        ids.push_back(match->id);
        word.remove_prefix(match->bytes);
        if (word.empty())
            return;
        match = m_continuations.longestPrefix(word);
    }
    ids.resize(before);
    ids.push_back(m_unknown);
}

} // namespace neuroscribe::text
