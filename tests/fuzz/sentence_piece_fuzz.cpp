// Any bytes as a SentencePiece model: what the check lets through, the library reads without harm, and its ids lie in
// the vocabulary.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/text/sentence_piece.h"

using namespace neuroscribe;
using namespace neuroscribe::text;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto made = makeSentencePiece(std::string(reinterpret_cast<const char*>(data), size), 2, "fuzz");
    if (!made)
        return 0;
    for (const char* text : {"Love it!!", "d\u00e9j\u00e0 \ufdfa", "aab ba\xff"}) {
        const auto ids = (*made)->encodeForModel(text, 100);
        for (const TokenId id : ids)
            if (id < 0 || static_cast<std::size_t>(id) >= (*made)->vocabularySize())
                std::abort();
        (void)(*made)->decode(ids);
    }
    return 0;
}
