// BERT-base shape (12 layers, 768, 12 heads, 3072) with random weights on sentences as long as reviews: lognormal,
// median 36 words, 10 to 200, in the batches that an extraction makes of them. Prints the best sgemm rate (2048 x 768 x
// 3072) of the BLAS and of the own products, and the rate at which the encoder does the operations that an unpadded
// computation of [CLS] at the feed-forward output needs. Products are measured before every batch; on a busy machine
// look at the two last fractions.
//   extraction_bench [ROUNDS [LAYERS]]
#include <cmath>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>

#include <nlohmann/json.hpp>

#include "core/base/random.h"
#include "core/extraction/batch_plan.h"
#include "core/nn/aligned_buffer.h"
#include "core/nn/kernels/kernels.h"
#include "core/nn/loader.h"
#include "core/store/segment.h"
#include "tests/bench/bench.h"
#include "tests/bench/random_tensors.h"

using namespace neuroscribe;

namespace {

constexpr std::uint64_t kHidden = 768;
constexpr std::uint64_t kInner = 3072;
constexpr std::uint64_t kVocabulary = 2000; ///< the embeddings need no operations
constexpr std::uint64_t kPositions = 512;
constexpr double kTokensPerWord = 1.3; ///< word pieces of a review's word
constexpr std::size_t kBatches = 12;

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
        m_tensors.write(folder / "model.safetensors");
    }

private:
    void add(const std::string& name, const std::vector<std::uint64_t>& shape, float centre = 0) {
        m_tensors.add(name, shape, {.centre = centre});
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
    bench::RandomTensors m_tensors;
};

/// Token counts of `sentences` reviews.
std::vector<std::uint32_t> reviewLengths(std::size_t sentences) {
    Random random(2);
    std::vector<std::uint32_t> lengths;
    while (lengths.size() < sentences) {
        const double normal = std::sqrt(-2 * std::log(1 - random.uniform())) * std::cos(6.283185307 * random.uniform());
        const double words = 36 * std::exp(0.75 * normal);
        if (words >= 10 && words <= 200)
            lengths.push_back(static_cast<std::uint32_t>(words * kTokensPerWord) + 2);
    }
    return lengths;
}

/// The first `count` batches of a segment; their order in the plan is mixed, so they are a fair sample.
std::vector<nn::PackedBatch> someBatches(const nn::Encoder& encoder, std::size_t count) {
    const std::vector<std::uint32_t> lengths = reviewLengths(store::kSegmentSentences);
    auto plan = extraction::planBatches(lengths, extraction::batchLimits(encoder, 0));
    plan.resize(std::min(count, plan.size()));
    Random random(3);
    std::vector<nn::PackedBatch> batches;
    for (const auto& rows : plan) {
        nn::PackedBatch& batch = batches.emplace_back();
        batch.offsets.push_back(0);
        for (const std::uint32_t row : rows) {
            for (std::uint32_t i = 0; i < lengths[row]; ++i)
                batch.tokens.push_back(static_cast<std::int32_t>(random.below(kVocabulary)));
            batch.offsets.push_back(static_cast<std::int32_t>(batch.tokens.size()));
        }
    }
    return batches;
}

/// Multiplications and additions of the matrix products that [CLS] at the feed-forward output of every layer needs:
/// in the last layer keys and values of all tokens, everything else of [CLS] only.
double neededOperations(const nn::PackedBatch& batch, int layers) {
    constexpr double kH = kHidden, kI = kInner;
    double operations = 0;
    for (std::size_t s = 0; s < batch.sentences(); ++s) {
        const double n = batch.offsets[s + 1] - batch.offsets[s];
        const double dense = 2 * kH * (4 * kH + 2 * kI);
        const double whole = n * dense + 4 * n * n * kH;
        const double last = n * 2 * kH * 2 * kH + (dense - 2 * kH * 2 * kH) + 4 * n * kH;
        operations += (layers - 1) * whole + last;
    }
    return operations;
}

void encode(nn::Encoder& encoder, const nn::PackedBatch& batch) {
    static std::vector<float> out;
    out.resize(batch.sentences() * encoder.layers() * encoder.units());
    if (const Status status = encoder.encode(batch, out); !status) {
        std::fprintf(stderr, "%s\n", describe(status.error()).c_str());
        std::exit(1);
    }
    bench::keep(out);
}

/// Of all threads together, in seconds.
double processorTime() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

/// The encoder's own product on one thread: operations per second of processor time.
class OwnProduct {
public:
    OwnProduct() {
        m_x.reserve(kRows * kHidden);
        m_weights.reserve(kHidden * kInner);
        m_y.reserve((kRows + m_set.tileRows) * kInner);
        m_scratch.reserve(nn::productScratch());
        std::fill_n(m_x.data(), m_x.size(), 0.5F);
        std::fill_n(m_weights.data(), m_weights.size(), 0.5F);
    }
    double rate() const {
        const double start = processorTime();
        m_set.product({m_x.data(), kHidden, kRows, kHidden, m_weights.data(), kInner, m_y.data(), kInner, nullptr,
                       nn::Activation::Relu, m_scratch.data()});
        return 2.0 * kRows * kHidden * kInner / (processorTime() - start);
    }

private:
    static constexpr std::size_t kRows = 2048;
    const nn::Kernels& m_set = nn::kernels();
    nn::AlignedBuffer m_x, m_weights, m_y, m_scratch;
};

struct Measured {
    nn::RuntimeInfo info;
    double sgemm = 0;                         ///< best of the run, of the BLAS
    double kernels = 0;                       ///< and of the own products
    std::vector<std::vector<double>> seconds; ///< [batch][round]
    std::vector<double> fractions;            ///< of the better product just before, for each batch of each round
    std::vector<double> ofProcessor;          ///< likewise in processor time, of the own product
};

/// A product, a batch, a product, the next batch, ...; a round not counted to warm up.
Measured measure(nn::Runtime& runtime, nn::Encoder& encoder, const std::vector<nn::PackedBatch>& batches, int layers,
                 int rounds) {
    Measured m;
    m.seconds.resize(batches.size());
    const OwnProduct own;
    static_cast<void>(own.rate());
    encode(encoder, batches.front());
    for (int round = 0; round < rounds; ++round)
        for (std::size_t b = 0; b < batches.size(); ++b) {
            m.info = runtime.info(true);
            m.sgemm = std::max(m.sgemm, m.info.sgemmGflops);
            m.kernels = std::max(m.kernels, m.info.kernelGflops);
            const double ownRate = own.rate();
            const double start = processorTime();
            m.seconds[b].push_back(bench::secondsOf([&] { encode(encoder, batches[b]); }));
            const double operations = neededOperations(batches[b], layers);
            m.ofProcessor.push_back(operations / (processorTime() - start) / ownRate);
            m.fractions.push_back(operations * 1e-9 / m.seconds[b].back() /
                                  std::max(m.info.sgemmGflops, m.info.kernelGflops));
        }
    return m;
}

void print(const Measured& m, const std::vector<nn::PackedBatch>& batches, int layers) {
    double operations = 0, seconds = 0, sentences = 0;
    for (std::size_t b = 0; b < batches.size(); ++b) {
        operations += neededOperations(batches[b], layers);
        seconds += bench::median(m.seconds[b]);
        sentences += static_cast<double>(batches[b].sentences());
    }
    const double rate = operations / seconds * 1e-9;
    const double best = std::max(m.sgemm, m.kernels);
    std::printf("torch %s, %s, %u threads\n", m.info.torchVersion.c_str(), m.info.blas.c_str(), m.info.threads);
    std::printf("best sgemm of the BLAS           %8.1f GFLOP/s\n", m.sgemm);
    std::printf("best own product (%s)        %8.1f GFLOP/s\n", m.info.kernels.c_str(), m.kernels);
    std::printf("extraction, needed operations    %8.1f GFLOP/s, medians of %zu rounds of %zu batches\n", rate,
                m.seconds.front().size(), batches.size());
    std::printf("of the best sgemm of the run     %8.3f\n", rate / best);
    std::printf("of the sgemm just before, median %8.3f\n", bench::median(m.fractions));
    std::printf("in processor time, median        %8.3f of the own product on one thread\n",
                bench::median(m.ofProcessor));
    std::printf("sentences per second             %8.2f\n", sentences / seconds);
}

int fail(const Error& error) {
    std::fprintf(stderr, "%s\n", describe(error).c_str());
    return 1;
}

} // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 5;
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

    const auto batches = someBatches(**encoder, kBatches);
    print(measure(**module, **encoder, batches, layers, std::max(1, rounds)), batches, layers);
    return 0;
}
