// WordPiece on one core: megabytes of review-like text per second. Needs the vocabulary of resources/demo or of a
// folder given as the first argument.
#include "core/text/tokenizer.h"

#include "core/base/random.h"
#include "core/base/result.h"
#include "tests/bench/bench.h"

using namespace neuroscribe;

namespace {

/// Words drawn from the vocabulary with a preference for low ids, some capitals, commas, accents and unknown words.
std::string reviewLikeText(const text::Tokenizer& tokenizer, std::size_t bytes) {
    Random random(1);
    std::string text;
    const std::size_t pieces = tokenizer.vocabularySize();
    while (text.size() < bytes) {
        const double u = random.uniform();
        std::string word = tokenizer.token(static_cast<text::TokenId>(u * u * static_cast<double>(pieces)));
        if (word.starts_with("[") || word.empty())
            continue;
        if (word.starts_with("##"))
            word.erase(0, 2);
        if (random.below(12) == 0 && word[0] >= 'a' && word[0] <= 'z')
            word[0] = static_cast<char>(word[0] - 'a' + 'A');
        if (random.below(40) == 0)
            word += "é";
        text += word;
        text += random.below(10) == 0 ? ", " : random.below(15) == 0 ? ".\n" : " ";
    }
    return text;
}

} // namespace

int main(int argc, char** argv) {
    const std::string folder = argc > 1 ? argv[1] : NEUROSCRIBE_SOURCE_DIR "/resources/demo/reviews-bert-mini";
    const auto tokenizer = text::loadTokenizer(folder);
    if (!tokenizer) {
        std::fprintf(stderr, "%s\nusage: wordpiece_bench [MODEL FOLDER]\n", describe(tokenizer.error()).c_str());
        return 2;
    }
    const std::string text = reviewLikeText(**tokenizer, 8'000'000);
    std::size_t ids = 0;
    bench::Rounds rounds;
    rounds.add("8 MB of review-like text", [&] { ids = (*tokenizer)->encode(text).size(); });
    rounds.run(7);
    rounds.print();
    const double megabytes = static_cast<double>(text.size()) / 1e6;
    std::printf("%.1f MB of text per second on one core, %.2f bytes per piece\n", megabytes / rounds.medianSeconds(0),
                static_cast<double>(text.size()) / static_cast<double>(ids));
    return 0;
}
