// p2 on a decoder-only model: token positions and time per (sentence, question), with and without computing what the
// questions of a sentence share once. Pythia-160m shape with random weights, 26 questions in the paper's words, real
// reviews cut to lengths drawn as reviews have them (lognormal, median 36 words) above 40 words and up to 200; without
// the shared data, random tokens of such lengths.
//   prefix_bench [ROUNDS [LAYERS [REVIEWS]]]
#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <nlohmann/json.hpp>

#include "core/base/random.h"
#include "core/corpus/record_stream.h"
#include "core/llm/prompt_template.h"
#include "core/nn/loader.h"
#include "core/text/tokenizer.h"
#include "tests/bench/bench.h"
#include "tests/bench/random_tensors.h"

using namespace neuroscribe;

namespace {

constexpr std::uint64_t kHidden = 768;
constexpr std::uint64_t kInner = 3072;
constexpr std::uint64_t kVocabulary = 50'304;

/// Table 3 of the paper.
constexpr std::array kDescriptors{"Age Appropriate / For Kids",
                                  "Audio / Sound",
                                  "Battery / Charging",
                                  "Beverage",
                                  "Cleaning / Maintenance",
                                  "Color",
                                  "Controls",
                                  "Design / Looks / Appearance",
                                  "Durability",
                                  "Fabric",
                                  "Gift / Present",
                                  "Graphics",
                                  "Grip",
                                  "Healthy / Fresh",
                                  "Negative",
                                  "Packaging / Shipping / Delivery",
                                  "Positive",
                                  "Price",
                                  "Product Quality",
                                  "Protection / Safety",
                                  "Size / Fit",
                                  "Skincare / Haircare",
                                  "Smell / Fragrance / Odor",
                                  "Taste / Flavor",
                                  "Texture",
                                  "User Experience"};
static_assert(kDescriptors.size() == 26);

/// Writes config.json and model.safetensors, tensor by tensor.
class ModelWriter {
public:
    explicit ModelWriter(int layers) : m_layers(layers) {
        add("embed_out.weight", {kVocabulary, kHidden});
        add("gpt_neox.embed_in.weight", {kVocabulary, kHidden});
        both("gpt_neox.final_layer_norm", {kHidden}, 1);
        for (int i = 0; i < layers; ++i) {
            const std::string layer = "gpt_neox.layers." + std::to_string(i) + ".";
            both(layer + "input_layernorm", {kHidden}, 1);
            both(layer + "post_attention_layernorm", {kHidden}, 1);
            both(layer + "attention.query_key_value", {3 * kHidden, kHidden});
            both(layer + "attention.dense", {kHidden, kHidden});
            both(layer + "mlp.dense_h_to_4h", {kInner, kHidden});
            both(layer + "mlp.dense_4h_to_h", {kHidden, kInner});
        }
    }

    void write(const std::filesystem::path& folder) const {
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "config.json") << nlohmann::json{
            {"model_type", "gpt_neox"},       {"hidden_size", kHidden},      {"num_attention_heads", 12},
            {"num_hidden_layers", m_layers},  {"intermediate_size", kInner}, {"vocab_size", kVocabulary},
            {"max_position_embeddings", 2048}};
        m_tensors.write(folder / "model.safetensors");
    }

private:
    void add(const std::string& name, const std::vector<std::uint64_t>& shape, float centre = 0) {
        m_tensors.add(name, shape, {.centre = centre});
    }
    void both(const std::string& name, const std::vector<std::uint64_t>& shape, float centre = 0) {
        add(name + ".weight", shape, centre);
        add(name + ".bias", {shape.front()});
    }

    int m_layers;
    bench::RandomTensors m_tensors;
};

/// Words of a review: lognormal around 36, those above 40 and up to 200.
std::size_t drawWords(Random& random) {
    for (;;) {
        const double normal = std::sqrt(-2 * std::log(1 - random.uniform())) * std::cos(6.283185307 * random.uniform());
        const double words = 36 * std::exp(0.75 * normal);
        if (words > 40 && words <= 200)
            return static_cast<std::size_t>(words);
    }
}

/// The first `words` words; empty where there are fewer.
std::string firstWords(const std::string& text, std::size_t words) {
    std::size_t end = 0;
    for (std::size_t w = 0; w < words; ++w) {
        end = text.find(' ', end + (w > 0 ? 1 : 0));
        if (end == std::string::npos)
            return "";
    }
    return text.substr(0, end);
}

Result<std::vector<nn::TokenSequence>> realPrompts(const std::filesystem::path& shared, std::size_t reviews) {
    NS_ASSIGN(const auto tokenizer, text::loadPromptTokenizer((shared / "data/tokenizers/gpt-neox-20b").string()));
    NS_ASSIGN(const auto form, llm::PromptTemplate::parse(llm::TemplateKind::YesNo, llm::kDefaultYesNoTemplate));
    NS_ASSIGN(auto stream,
              corpus::RecordStream::open((shared / "data/reviews/amazon_reviews.jsonl.gz").string(), {}, {}));
    Random random(2);
    std::vector<nn::TokenSequence> prompts;
    std::size_t words = drawWords(random);
    for (corpus::RawRecord record; prompts.size() < reviews * kDescriptors.size();) {
        NS_ASSIGN(const bool more, stream.next(record));
        if (!more)
            return Error{ErrorCode::NotFound, shared.string(), "there are too few long reviews", ""};
        const corpus::Field* field = record.find("text");
        const std::string review = field ? firstWords(field->value, words) : "";
        if (review.empty())
            continue;
        for (const char* descriptor : kDescriptors) {
            NS_ASSIGN(const auto parts, form.fill({{"sentence", review}, {"descriptor", descriptor}}));
            prompts.push_back(tokenizer->encodePrompt(parts));
        }
        words = drawWords(random);
    }
    return prompts;
}

std::vector<nn::TokenSequence> randomPrompts(std::size_t reviews) {
    constexpr std::size_t kFrame = 12; ///< tokens of the wording before the descriptor
    constexpr std::size_t kOwn = 11;   ///< of the descriptor and behind it
    Random random(3);
    const auto draw = [&](nn::TokenSequence& prompt, std::size_t tokens) {
        for (std::size_t i = 0; i < tokens; ++i)
            prompt.push_back(static_cast<std::int32_t>(random.below(kVocabulary)));
    };
    std::vector<nn::TokenSequence> prompts;
    for (std::size_t review = 0; review < reviews; ++review) {
        nn::TokenSequence beginning;
        draw(beginning, kFrame + drawWords(random) * 5 / 4);
        for (std::size_t d = 0; d < kDescriptors.size(); ++d) {
            prompts.push_back(beginning);
            draw(prompts.back(), kOwn);
        }
    }
    return prompts;
}

template <class T>
T orExit(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%s\n", describe(result.error()).c_str());
        std::exit(1);
    }
    return std::move(*result);
}

std::filesystem::path sharedFolder() {
    const char* given = std::getenv("NEUROSCRIBE_SHARED");
    return given ? given : NEUROSCRIBE_SOURCE_DIR "/../shared";
}

} // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::atoi(argv[1]) : 3;
    const int layers = argc > 2 ? std::atoi(argv[2]) : 12;
    const std::size_t reviews = argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 4;
    nn::Runtime* const module = orExit(nn::runtime());
    const auto folder = std::filesystem::temp_directory_path() / "neuroscribe-prefix-bench";
    ModelWriter(layers).write(folder);
    const auto prompts = std::filesystem::exists(sharedFolder() / "data") ? orExit(realPrompts(sharedFolder(), reviews))
                                                                          : randomPrompts(reviews);
    const std::array<std::int32_t, 2> ids{4754, 642};
    bench::Rounds contenders;
    std::vector<std::unique_ptr<nn::TextModel>> models;
    std::array<double, 2> positions{};
    for (const bool share : {false, true}) {
        models.push_back(orExit(module->loadTextModel(folder.string(), {.device = "cpu", .sharePrefixes = share})));
        contenders.add(share ? "sharing what prompts begin with" : "each prompt by itself",
                       [&, &model = *models.back()] { bench::keep(orExit(model.firstStep(prompts, ids, {}))); });
    }
    std::filesystem::remove_all(folder);
    contenders.run(rounds);
    contenders.print();
    const auto questions = static_cast<double>(prompts.size());
    for (std::size_t m = 0; m < models.size(); ++m) {
        positions[m] = static_cast<double>(models[m]->positionsComputed()) / (rounds + 1) / questions;
        std::printf("%s: %.2f positions and %.2f ms per (sentence, question)\n", m == 0 ? "without" : "with   ",
                    positions[m], 1e3 * contenders.medianSeconds(m) / questions);
    }
    std::printf("sharing cuts the positions %.2f-fold and the time %.2f-fold (%zu prompts)\n",
                positions[0] / positions[1], contenders.medianSeconds(0) / contenders.medianSeconds(1), prompts.size());
    return 0;
}
