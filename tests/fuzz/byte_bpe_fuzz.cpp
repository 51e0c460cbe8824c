// Any bytes as text, as a pattern and as tokenizer.json: ids lie in the vocabulary, and decoding gives the text back.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/text/byte_bpe_files.h"
#include "core/text/unicode.h"

using namespace neuroscribe;
using namespace neuroscribe::text;

namespace {

std::unique_ptr<PromptTokenizer> make() {
    ByteBpeFiles files;
    for (int byte = 0, moved = 0; byte < 256; ++byte) {
        const bool visible = (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte != 0xAD);
        std::string spelled;
        appendUtf8(spelled, static_cast<char32_t>(visible ? byte : 0x100 + moved++));
        files.pieces.emplace_back(spelled, byte);
    }
    for (const char* piece : {"th", "the", "aa", "aaaa"})
        files.pieces.emplace_back(piece, static_cast<TokenId>(files.pieces.size()));
    files.merges = {{"t", "h"}, {"th", "e"}, {"a", "a"}, {"aa", "aa"}};
    files.added = {{.text = "  ", .id = 260, .normalized = true}, {.text = "<|x|>", .id = 261, .special = true}};
    PreTokenizer::Step step;
    step.pattern = *Pattern::compile(kGpt2Pattern, Pattern::Syntax::Regex, "fuzz");
    files.preTokenizer = PreTokenizer({step});
    return std::move(*ByteBpe::make(std::move(files), "fuzz"));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const auto kTokenizer = make();
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto ids = kTokenizer->encode(text);
    for (const TokenId id : ids)
        if (id < 0 || static_cast<std::size_t>(id) >= kTokenizer->vocabularySize())
            std::abort();
    if (kTokenizer->decode(ids) != validUtf8(text))
        std::abort();
    const std::string half(text.substr(0, size / 2));
    (void)kTokenizer->encodePrompt(std::vector<PromptPart>{{half, true}, {std::string(text), false}, {half, true}});
    if (const auto pattern = Pattern::compile(std::string(text), Pattern::Syntax::Regex, "fuzz"))
        pattern->forEachStretch("the  tt don't 12 \u00e9", [](std::string_view, bool) {});
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (auto files = parseByteBpeJson(json, "fuzz"))
        (void)ByteBpe::make(std::move(*files), "fuzz");
    (void)parseByteBpeLists(json, text, "fuzz");
    (void)composed(validUtf8(text));
    return 0;
}
