#include "core/pipeline/reference_sample.h"

#include <algorithm>
#include <set>

#include "core/corpus/importer.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"
#include "tests/support/synthetic_model.h"

using namespace neuroscribe;
using namespace neuroscribe::pipeline;

namespace {

constexpr std::uint32_t kSentences = 300;
constexpr std::uint32_t kUnits = 4;

/// Extracted with two layers of four units; two descriptors, one of them excluded.
struct Study {
    test::ScratchFolder scratch;
    store::Project project = store::Project::create(scratch.file("study")).value();
    std::vector<float> values; ///< [sentences][neurons]
    corpus::CorpusIndex index;

    Study() {
        std::string csv = "text\n";
        for (std::uint32_t i = 0; i < kSentences; ++i)
            csv += "sentence number " + std::to_string(i) + " of a made corpus with enough words in it\n";
        test::writeFile(scratch.file("in.csv"), csv);
        corpus::ImportOptions options;
        options.language = "any";
        NullProgress progress;
        REQUIRE(corpus::importFiles(project, {scratch.file("in.csv")}, options, {}, progress));
        for (const char* name : {"food", "place"})
            REQUIRE(labels::addDescriptor(project.writer(), name));
        index = corpus::loadIndex(project.connection()).value();
    }

    void extract() {
        test::SyntheticEncoder encoder(2, kUnits);
        const test::SyntheticTokenizer tokenizer;
        extraction::ExtractOptions options;
        options.model = "synthetic";
        options.dtype = store::DType::Float32;
        NullProgress progress;
        REQUIRE(extraction::extract(project, encoder, tokenizer, options, {}, progress));
        const auto texts = corpus::loadTexts(project.connection(), SentenceId(0), kSentences).value();
        for (const std::string& text : texts) {
            const auto key = test::SyntheticEncoder::sentenceKey(tokenizer.encodeForModel(text, 512));
            for (std::uint32_t n = 0; n < 2 * kUnits; ++n)
                values.push_back(test::SyntheticEncoder::value(key, n));
        }
    }

    /// Exemplars by their definition: the m highest of the calibration half.
    std::set<std::uint32_t> exemplars(std::uint32_t neuron, std::size_t m) const {
        std::vector<std::uint32_t> ids;
        for (const SentenceId id : index.members[0])
            ids.push_back(id.value);
        std::ranges::stable_sort(ids, [&](std::uint32_t a, std::uint32_t b) {
            return values[a * 2 * kUnits + neuron] > values[b * 2 * kUnits + neuron];
        });
        return {ids.begin(), ids.begin() + static_cast<std::ptrdiff_t>(m)};
    }

    void answer(std::uint32_t yesEvery) {
        std::vector<labels::Answer> answers;
        for (std::uint32_t i = 0; i < kSentences; ++i)
            answers.push_back(i % yesEvery == 0 ? labels::Answer::Yes : labels::Answer::No);
        const auto engine = labels::registerEngine(project.writer(), "B", "test", "");
        for (const char* name : {"food", "place"})
            REQUIRE(labels::storeAnswers(project.writer(), *engine, name, SentenceId(0), answers));
    }
};

} // namespace

TEST_CASE("neurons are drawn by the seed, each once, in order") {
    const auto drawn = drawNeurons(10, 9216, 1);
    REQUIRE(drawn.size() == 10);
    CHECK(std::ranges::is_sorted(drawn));
    CHECK(std::set<NeuronId>(drawn.begin(), drawn.end()).size() == 10);
    CHECK(drawNeurons(10, 9216, 1) == drawn);
    CHECK(drawNeurons(10, 9216, 2) != drawn);
    CHECK(drawNeurons(10, 4, 1).size() == 4);
}

TEST_CASE("an exemplar sample is the union of the neurons' calibration exemplars, for the active descriptors") {
    Study study;
    CHECK(exemplarSample(study.project, "judge", {NeuronId(0)}, {}, 1).error().code == ErrorCode::MissingInput);
    study.extract();
    REQUIRE(labels::setExcluded(study.project.writer(), DescriptorId(2), true));
    const std::vector<NeuronId> neurons{NeuronId(1), NeuronId(6)};
    const auto pairs = exemplarSample(study.project, "judge", neurons, 5000, 1);
    REQUIRE(pairs);
    const std::size_t m = (study.index.members[0].size() * 5 + 99) / 100;
    std::set<std::uint32_t> expected = study.exemplars(1, m);
    expected.merge(study.exemplars(6, m));
    for (std::uint32_t i = 0; i < kSentences; ++i) {
        CHECK(pairs->wants(i, 0) == expected.contains(i));
        CHECK(!pairs->wants(i, 1));
    }
    // Without k the study's, 1 %.
    CHECK(exemplarSample(study.project, "judge", {NeuronId(1)}, {}, 1)->count() ==
          (study.index.members[0].size() + 99) / 100);
    CHECK(study.project.value("sample:judge").value()->find("\"neurons\":[1]") != std::string::npos);
    CHECK(exemplarSample(study.project, "judge", {NeuronId(8)}, {}, 1).error().code == ErrorCode::InvalidArgument);
    CHECK(exemplarSample(study.project, "judge", neurons, 50'000, 1).error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("a balanced sample comes from B and remembers its seed") {
    Study study;
    CHECK(balancedSample(study.project, "judge", 3).error().code == ErrorCode::MissingInput);
    study.answer(20);
    const auto pairs = balancedSample(study.project, "judge", 3);
    REQUIRE(pairs);
    CHECK(pairs->count() == 2 * (15 + 15));
    CHECK(study.project.value("sample:judge").value()->find("\"seed\":3") != std::string::npos);
}
