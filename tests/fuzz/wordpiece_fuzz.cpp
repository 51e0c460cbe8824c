// Any bytes as text through the uncased and the cased tokenizer: the ids lie in the vocabulary, the fast path for ASCII
// agrees with the general one, truncation holds.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/text/tokenizer_files.h"
#include "core/text/wordpiece.h"

using namespace neuroscribe;
using namespace neuroscribe::text;

namespace {

std::unique_ptr<Tokenizer> make(bool uncased) {
    std::vector<std::string> pieces{"[UNK]", "[CLS]", "[SEP]", "中", "ab", "##cd", "the", "##é", "σ"};
    for (int c = 33; c < 127; ++c) {
        pieces.emplace_back(1, static_cast<char>(c));
        pieces.emplace_back(std::string("##") + static_cast<char>(c));
    }
    WordPieceSettings settings;
    settings.lowerCase = settings.stripAccents = uncased;
    return std::move(*WordPiece::make(pieces, settings, "fuzz"));
}

void check(const Tokenizer& tokenizer, std::string_view text) {
    const auto ids = tokenizer.encode(text);
    for (const TokenId id : ids)
        if (id < 0 || static_cast<std::size_t>(id) >= tokenizer.vocabularySize())
            std::abort();
    // A chunk with a character beyond ASCII takes the general path: the ids before it must not change.
    auto both = tokenizer.encode(std::string(text) + " 中");
    if (both.empty() || tokenizer.token(both.back()) != "中")
        std::abort();
    both.pop_back();
    if (both != ids)
        std::abort();
    if (tokenizer.encodeForModel(text, 16).size() > 16)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto kUncased = make(true);
    static const auto kCased = make(false);
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check(*kUncased, text);
    check(*kCased, text);
    parseVocabulary(text);
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_discarded())
        (void)parseWordPieceJson(json, "fuzz");
    return 0;
}
