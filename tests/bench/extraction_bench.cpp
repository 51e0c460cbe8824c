// BERT-base shape (12 layers, 768, 12 heads, 3072) with random weights on sentences as long as reviews: lognormal,
// median 36 words, 10 to 200. Prints the best sgemm rate of the BLAS (2048 x 768 x 3072) and the rate at which the
// encoder does the operations that an unpadded computation of [CLS] at the feed-forward output needs.
//   extraction_bench [ROUNDS [LAYERS]]
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>

#include <nlohmann/json.hpp>

#include "core/base/random.h"
#include "core/nn/loader.h"
#include "tests/bench/bench.h"

using namespace neuroscribe;

namespace {

constexpr std::uint64_t kHidden = 768;
constexpr std::uint64_t kInner = 3072;
constexpr std::uint64_t kVocabulary = 2000; ///< the embeddings need no operations
constexpr std::uint64_t kPositions = 512;
constexpr double kTokensPerWord = 1.3; ///< word pieces of a review's word

/// Writes the model tensor by tensor: config.json and model.safetensors.
class ModelWriter {
public:
    explicit ModelWriter(int layers) : m_layers(layers) {
        add("embeddings.word_embeddings.weight", {kVocabulary, kHidden});
        add("embeddings.position_embeddings.weight", {kPositions, kHidden});
        add("embeddings.token_type_embeddings.weight", {2, kHidden});
        norm("embeddings.LayerNorm");
        for (int i = 0; i < layers; ++i) {
            const std::string layer = "encoder.layer." + std::to_string(i) + ".";
            for (const char* part : {"query", "key", "value"})
                dense(layer + "attention.self." + part, kHidden, kHidden);
            dense(layer + "attention.output.dense", kHidden, kHidden);
            norm(layer + "attention.output.LayerNorm");
            dense(layer + "intermediate.dense", kInner, kHidden);
            dense(layer + "output.dense", kHidden, kInner);
            norm(layer + "output.LayerNorm");
        }
    }

    void write(const std::filesystem::path& folder) const {
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "config.json") << nlohmann::json{{"model_type", "bert"},
                                                                {"hidden_size", kHidden},
                                                                {"num_attention_heads", 12},
                                                                {"num_hidden_layers", m_layers},
                                                                {"intermediate_size", kInner},
                                                                {"vocab_size", kVocabulary},
                                                                {"max_position_embeddings", kPositions}};
        const std::string header = m_header.dump();
        const std::uint64_t bytes = header.size();
        std::ofstream file(folder / "model.safetensors", std::ios::binary);
        file.write(reinterpret_cast<const char*>(&bytes), sizeof bytes);
        file.write(header.data(), static_cast<std::streamsize>(header.size()));
        Random random(1);
        for (const auto& [count, centre] : m_parts) {
            std::vector<float> values(count);
            for (float& value : values) // spread as in a trained BERT
                value = centre + static_cast<float>(random.uniform() - 0.5) * 0.07F;
            file.write(reinterpret_cast<const char*>(values.data()),
                       static_cast<std::streamsize>(count * sizeof(float)));
        }
    }

private:
    void add(const std::string& name, std::vector<std::uint64_t> shape, float centre = 0) {
        std::uint64_t count = 1;
        for (const std::uint64_t n : shape)
            count *= n;
        m_header[name] = {
            {"dtype", "F32"}, {"shape", shape}, {"data_offsets", {m_bytes, m_bytes + count * sizeof(float)}}};
        m_bytes += count * sizeof(float);
        m_parts.emplace_back(count, centre);
    }
    void dense(const std::string& name, std::uint64_t out, std::uint64_t in) {
        add(name + ".weight", {out, in});
        add(name + ".bias", {out});
    }
    void norm(const std::string& name) {
        add(name + ".weight", {kHidden}, 1);
        add(name + ".bias", {kHidden});
    }

    int m_layers;
    nlohmann::json m_header = nlohmann::json::object();
    std::uint64_t m_bytes = 0;
    std::vector<std::pair<std::uint64_t, float>> m_parts;
};

/// Token counts of `sentences` reviews, sorted by length as the batch planner does.
std::vector<std::size_t> reviewLengths(std::size_t sentences) {
    Random random(2);
    std::vector<std::size_t> lengths;
    while (lengths.size() < sentences) {
        const double normal = std::sqrt(-2 * std::log(1 - random.uniform())) * std::cos(6.283185307 * random.uniform());
        const double words = 36 * std::exp(0.75 * normal);
        if (words >= 10 && words <= 200)
            lengths.push_back(static_cast<std::size_t>(words * kTokensPerWord) + 2);
    }
    std::sort(lengths.begin(), lengths.end());
    return lengths;
}

std::vector<nn::PackedBatch> plan(const std::vector<std::size_t>& lengths, std::size_t tokensPerBatch) {
    Random random(3);
    std::vector<nn::PackedBatch> batches;
    for (const std::size_t length : lengths) {
        if (batches.empty() || batches.back().tokens.size() + length > tokensPerBatch)
            batches.push_back({{}, {0}});
        nn::PackedBatch& batch = batches.back();
        for (std::size_t i = 0; i < length; ++i)
            batch.tokens.push_back(static_cast<std::int32_t>(random.below(kVocabulary)));
        batch.offsets.push_back(static_cast<std::int32_t>(batch.tokens.size()));
    }
    return batches;
}

/// Multiplications and additions of the matrix products that [CLS] at the feed-forward output of every layer needs:
/// in the last layer keys and values of all tokens, everything else of [CLS] only.
double neededOperations(const std::vector<std::size_t>& lengths, int layers) {
    constexpr double kH = kHidden, kI = kInner;
    double operations = 0;
    for (const std::size_t length : lengths) {
        const auto n = static_cast<double>(length);
        const double dense = 2 * kH * (4 * kH + 2 * kI);
        const double whole = n * dense + 4 * n * n * kH;
        const double last = n * 2 * kH * 2 * kH + (dense - 2 * kH * 2 * kH) + 4 * n * kH;
        operations += (layers - 1) * whole + last;
    }
    return operations;
}

void extractAll(nn::Encoder& encoder, const std::vector<nn::PackedBatch>& batches) {
    std::vector<float> out;
    for (const nn::PackedBatch& batch : batches) {
        out.resize(batch.sentences() * encoder.layers() * encoder.units());
        if (const Status status = encoder.encode(batch, out); !status) {
            std::fprintf(stderr, "%s\n", describe(status.error()).c_str());
            std::exit(1);
        }
        bench::keep(out);
    }
}

int fail(const Error& error) {
    std::fprintf(stderr, "%s\n", describe(error).c_str());
    return 1;
}

} // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 7;
    const int layers = argc > 2 ? std::atoi(argv[2]) : 12;
    const auto module = nn::runtime();
    if (!module)
        return fail(module.error());
    const auto folder = std::filesystem::temp_directory_path() / "neuroscribe-extraction-bench";
    ModelWriter(layers).write(folder);
    const auto encoder = (*module)->loadEncoder(folder.string(), {.device = "cpu"});
    std::filesystem::remove_all(folder);
    if (!encoder)
        return fail(encoder.error());

    const std::vector<std::size_t> lengths = reviewLengths(220);
    const auto batches = plan(lengths, (*encoder)->batchTokens());
    double bestSgemm = 0;
    double bestKernels = 0;
    nn::RuntimeInfo info;
    bench::Rounds contenders;
    contenders.add("sgemm 2048 x 768 x 3072, a few times", [&] {
        info = (*module)->info(true);
        bestSgemm = std::max(bestSgemm, info.sgemmGflops);
        bestKernels = std::max(bestKernels, info.kernelGflops);
    });
    const std::size_t extraction =
        contenders.add("extraction of 220 reviews, BERT-base shape", [&] { extractAll(**encoder, batches); });
    contenders.run(rounds);
    contenders.print();

    const double operations = neededOperations(lengths, layers);
    const double rate = operations / contenders.medianSeconds(extraction) * 1e-9;
    std::printf("torch %s, %s, %u threads\n", info.torchVersion.c_str(), info.blas.c_str(), info.threads);
    std::printf("best sgemm                  %8.1f GFLOP/s\n", bestSgemm);
    std::printf("best own product (%s)   %8.1f GFLOP/s\n", info.kernels.c_str(), bestKernels);
    std::printf("extraction, needed operations %6.1f GFLOP/s = %.3f of the best sgemm\n", rate, rate / bestSgemm);
    std::printf("sentences per second        %8.2f\n",
                static_cast<double>(lengths.size()) / contenders.medianSeconds(extraction));
    return 0;
}
