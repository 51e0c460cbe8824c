// p2 with FLAN-T5-base shape (12 + 12 layers, 768, 12 heads of 64, 2048 gated, vocabulary 32128) and random weights:
// the paper's question about reviews (lognormal, median 36 words, 10 to 200), first decoder step only. Prints the best
// sgemm rate of the BLAS (2048 x 768 x 3072) and the rate at which the model does the operations that an unpadded
// computation needs.
//   t5_bench [ROUNDS [PAIRS]]
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <nlohmann/json.hpp>

#include "core/base/random.h"
#include "core/nn/loader.h"
#include "tests/bench/bench.h"
#include "tests/bench/random_tensors.h"

using namespace neuroscribe;

namespace {

constexpr std::uint64_t kModel = 768;
constexpr std::uint64_t kHeads = 12;
constexpr std::uint64_t kHeadSize = 64;
constexpr std::uint64_t kAttention = kHeads * kHeadSize;
constexpr std::uint64_t kInner = 2048;
constexpr std::uint64_t kLayers = 12;
constexpr std::uint64_t kVocabulary = 32'128;
/// Q: Does the Review: "..." talk about "..."? Answer in Yes/No A: with a descriptor of three pieces and </s>
constexpr std::size_t kQuestionTokens = 24;
constexpr double kTokensPerWord = 1.35; ///< pieces of a review's word

/// Writes the model tensor by tensor, in bfloat16: config.json and model.safetensors.
class ModelWriter {
public:
    ModelWriter() {
        add("shared.weight", {kVocabulary, kModel}, 1);
        add("lm_head.weight", {kVocabulary, kModel}, 0.1F);
        for (const std::string stack : {"encoder", "decoder"}) {
            norm(stack + ".final_");
            add(stack + ".block.0.layer.0.SelfAttention.relative_attention_bias.weight", {32, kHeads}, 0.1F);
            for (std::uint64_t i = 0; i < kLayers; ++i)
                block(stack + ".block." + std::to_string(i) + ".layer.", stack == "decoder");
        }
    }

    void write(const std::filesystem::path& folder) const {
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "config.json") << nlohmann::json{{"model_type", "t5"},
                                                                {"d_model", kModel},
                                                                {"d_kv", kHeadSize},
                                                                {"num_heads", kHeads},
                                                                {"d_ff", kInner},
                                                                {"num_layers", kLayers},
                                                                {"vocab_size", kVocabulary},
                                                                {"feed_forward_proj", "gated-gelu"},
                                                                {"tie_word_embeddings", false}};
        m_tensors.write(folder / "model.safetensors");
    }

private:
    void add(const std::string& name, const std::vector<std::uint64_t>& shape, float spread) {
        m_tensors.add(name, shape, {.spread = spread});
    }
    void norm(const std::string& name) { add(name + "layer_norm.weight", {kModel}, 1); }
    void attention(const std::string& layer, const std::string& kind) {
        norm(layer);
        for (const char* part : {".q", ".k", ".v"})
            add(layer + kind + part + ".weight", {kAttention, kModel}, 0.07F);
        add(layer + kind + ".o.weight", {kModel, kAttention}, 0.07F);
    }
    void block(const std::string& name, bool decoder) {
        attention(name + "0.", "SelfAttention");
        if (decoder)
            attention(name + "1.", "EncDecAttention");
        const std::string last = name + (decoder ? "2." : "1.");
        norm(last);
        for (const char* inner : {"wi_0", "wi_1"})
            add(last + "DenseReluDense." + inner + ".weight", {kInner, kModel}, 0.07F);
        add(last + "DenseReluDense.wo.weight", {kModel, kInner}, 0.07F);
    }

    bench::RandomTensors m_tensors{bench::RandomTensors::Type::BFloat16};
};

std::vector<nn::TokenSequence> makePrompts(std::size_t pairs) {
    Random random(2);
    std::vector<nn::TokenSequence> prompts;
    while (prompts.size() < pairs) {
        const double normal = std::sqrt(-2 * std::log(1 - random.uniform())) * std::cos(6.283185307 * random.uniform());
        const double words = 36 * std::exp(0.75 * normal);
        if (words < 10 || words > 200)
            continue;
        nn::TokenSequence& prompt =
            prompts.emplace_back(kQuestionTokens + static_cast<std::size_t>(words * kTokensPerWord));
        for (std::int32_t& token : prompt)
            token = static_cast<std::int32_t>(2 + random.below(31'998));
    }
    return prompts;
}

/// Multiplications and additions of the matrix products. In the decoder each head's keys and values are applied to its
/// one query and its one context, not to every token of the prompt.
double neededOperations(const std::vector<nn::TokenSequence>& prompts) {
    constexpr double kM = kModel, kA = kAttention, kI = kInner, kH = kHeads, kL = kLayers;
    constexpr double kFeedForward = 2 * 3 * kM * kI;
    double operations = 0;
    for (const nn::TokenSequence& prompt : prompts) {
        const auto n = static_cast<double>(prompt.size());
        const double encoder = n * (2 * 4 * kM * kA + kFeedForward) + 4 * n * n * kA;
        const double decoder = 2 * 2 * kM * kA + 2 * 4 * kM * kA + 4 * kH * n * kM + kFeedForward;
        operations += kL * (encoder + decoder) + 2 * kM * static_cast<double>(kVocabulary);
    }
    return operations;
}

int fail(const Error& error) {
    std::fprintf(stderr, "%s\n", describe(error).c_str());
    return 1;
}

} // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 5;
    const std::size_t pairs = argc > 2 ? static_cast<std::size_t>(std::atoi(argv[2])) : 130;
    const auto module = nn::runtime();
    if (!module)
        return fail(module.error());
    const auto folder = std::filesystem::temp_directory_path() / "neuroscribe-t5-bench";
    ModelWriter().write(folder);
    const auto model = (*module)->loadTextModel(folder.string(), {.device = "cpu"});
    std::filesystem::remove_all(folder);
    if (!model)
        return fail(model.error());

    const std::vector<nn::TokenSequence> prompts = makePrompts(pairs);
    const std::vector<std::int32_t> yesAndNo{2163, 4273, 465, 150};
    double bestSgemm = 0;
    nn::RuntimeInfo info;
    bench::Rounds contenders;
    contenders.add("sgemm 2048 x 768 x 3072, a few times", [&] {
        info = (*module)->info(true);
        bestSgemm = std::max(bestSgemm, info.sgemmGflops);
    });
    const std::size_t asking = contenders.add("p2 on " + std::to_string(pairs) + " packed prompts", [&] {
        const auto answers = (*model)->firstStep(prompts, yesAndNo, {});
        if (!answers)
            std::exit(fail(answers.error()));
        bench::keep(answers->logits);
    });
    const std::uint64_t before = (*model)->positionsComputed();
    contenders.run(rounds);
    contenders.print();

    const double seconds = contenders.medianSeconds(asking);
    const double rate = neededOperations(prompts) / seconds * 1e-9;
    const auto positions = ((*model)->positionsComputed() - before) / static_cast<std::uint64_t>(rounds + 1);
    std::printf("torch %s, %s, %u threads\n", info.torchVersion.c_str(), info.blas.c_str(), info.threads);
    std::printf("positions computed          %8.1f a pair\n",
                static_cast<double>(positions) / static_cast<double>(pairs));
    std::printf("time                        %8.1f ms a pair\n", 1e3 * seconds / static_cast<double>(pairs));
    std::printf("best sgemm                  %8.1f GFLOP/s\n", bestSgemm);
    std::printf("p2, needed operations       %8.1f GFLOP/s = %.3f of the best sgemm\n", rate, rate / bestSgemm);
    return 0;
}
