#include "core/extraction/extractor.h"
#include "core/extraction/ranks.h"
#include "tests/core/extraction/small_study.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>
#include <numeric>

#include "core/base/float16.h"
#include "core/base/parallel.h"
#include "core/corpus/sentence.h"

using namespace neuroscribe;
using namespace neuroscribe::extraction;
using test::SmallModel;

namespace {
constexpr std::uint32_t kSentences = 2 * store::kSegmentSentences + 300;

float expectedValue(std::uint32_t id, std::uint32_t neuron, store::DType dtype) {
    const float value = test::SyntheticEncoder::value(test::sentenceKey(id), neuron);
    return dtype == store::DType::Float16 ? halfToFloat(floatToHalf(value)) : value;
}

struct CountingProgress final : ProgressSink {
    void progress(const Progress& report) override {
        if (report.step != "extract")
            return;
        CHECK(report.done <= report.total);
        CHECK(report.done >= last);
        last = report.done;
        total = report.total;
    }
    std::uint64_t last = 0, total = 0;
};
} // namespace

TEST_CASE("every sentence's activation is stored at its place") {
    const store::DType dtype = GENERATE(store::DType::Float16, store::DType::Float32);
    const test::ScratchFolder folder;
    auto project = test::makeStudy(folder.file("study"), kSentences);
    SmallModel model;
    model.options.dtype = dtype;
    const auto result = model.extract(project);
    REQUIRE(result);
    CHECK(result->run.sentences == kSentences);
    CHECK(result->run.finished);
    CHECK(result->resumedFrom == 0);
    CHECK(result->resumeExact);
    CHECK(result->tokens > 10 * kSentences);
    for (const std::uint32_t neuron : {0U, 7U, 14U}) {
        std::vector<float> values(kSentences);
        REQUIRE(readNeuron(project.activationsFolder(), result->run, NeuronId(neuron), values));
        for (std::uint32_t id = 0; id < kSentences; ++id)
            REQUIRE(values[id] == expectedValue(id, neuron, dtype));
    }
}

TEST_CASE("ranks of both halves are there afterwards, in the order of the stored values") {
    const test::ScratchFolder folder;
    auto project = test::makeStudy(folder.file("study"), 5000);
    SmallModel model;
    model.options.dtype = GENERATE(store::DType::Float16, store::DType::Float32);
    const auto result = model.extract(project);
    REQUIRE(result);
    const auto index = corpus::loadIndex(project.connection());
    const auto hash = corpus::corpusHash(project.connection());
    REQUIRE(index);
    for (const auto split : {corpus::Split::Calibration, corpus::Split::Validation}) {
        const auto& members = index->members[static_cast<std::size_t>(split)];
        const auto ranks = openRanks(project.activationsFolder(), result->run, *index, *hash, split);
        REQUIRE(ranks);
        std::vector<std::uint32_t> order(members.size()), positions((*ranks)->depth());
        std::iota(order.begin(), order.end(), 0U);
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) {
            return expectedValue(members[a].value, 3, model.options.dtype) >
                   expectedValue(members[b].value, 3, model.options.dtype);
        });
        order.resize(positions.size());
        REQUIRE((*ranks)->neuron(tagging::Tail::Top, NeuronId(3), positions));
        CHECK(positions == order);
    }
    const auto other = openRanks(project.activationsFolder(), result->run, *index, {1, 1}, corpus::Split::Validation);
    CHECK(other.error().code == ErrorCode::Stale);
}

TEST_CASE("batch size and threads don't change what is stored") {
    const test::ScratchFolder folder;
    auto one = test::makeStudy(folder.file("one"), 4500);
    auto two = test::makeStudy(folder.file("two"), 4500);
    SmallModel small, large;
    large.options.batchTokens = 5000;
    setThreadCount(1);
    REQUIRE(small.extract(one));
    setThreadCount(3);
    REQUIRE(large.extract(two));
    setThreadCount(0);
    CHECK(test::activationFiles(folder.file("one")) == test::activationFiles(folder.file("two")));
}

TEST_CASE("a second extraction finds everything done and computes nothing") {
    const test::ScratchFolder folder;
    auto project = test::makeStudy(folder.file("study"), 4500);
    SmallModel model;
    REQUIRE(model.extract(project));
    const std::uint64_t batches = model.encoder.batches;
    const auto again = model.extract(project);
    REQUIRE(again);
    CHECK(model.encoder.batches == batches);
    CHECK(again->resumedFrom == 4500);
    CHECK(again->tokens == 0);
    CHECK(again->run.finished);
}

TEST_CASE("progress counts sentences up to all of them") {
    const test::ScratchFolder folder;
    auto project = test::makeStudy(folder.file("study"), 4500);
    SmallModel model;
    CountingProgress progress;
    REQUIRE(extract(project, model.encoder, model.tokenizer, model.options, {}, progress));
    CHECK(progress.last == 4500);
    CHECK(progress.total == 4500);
}

TEST_CASE("the run that was finished last is the current one") {
    const test::ScratchFolder folder;
    auto project = test::makeStudy(folder.file("study"), 100);
    CHECK_FALSE(*currentRun(project.connection()));
    SmallModel first, second;
    second.options.encoder.pooling = nn::Pooling::Mean;
    second.options.dtype = store::DType::Float32;
    const auto a = first.extract(project);
    const auto b = second.extract(project);
    REQUIRE(a);
    REQUIRE(b);
    CHECK(a->run.folder != b->run.folder);
    auto current = currentRun(project.connection());
    REQUIRE(current);
    REQUIRE(*current);
    CHECK((*current)->runHash == b->run.runHash);
    CHECK((*current)->pooling == nn::Pooling::Mean);
    CHECK((*current)->dtype == store::DType::Float32);
    CHECK((*current)->neurons() == 15);
    CHECK((*current)->model == "synthetic");
    REQUIRE(first.extract(project));
    current = currentRun(project.connection());
    CHECK((*current)->runHash == a->run.runHash);
}

TEST_CASE("a row that makes no sense is refused, not followed") {
    const test::ScratchFolder folder;
    auto project = test::makeStudy(folder.file("study"), 100);
    SmallModel model;
    REQUIRE(model.extract(project));
    const char* change = GENERATE("folder = '../../etc'", "layers = 100000000", "units = -1", "sentences = -5",
                                  "parameters = 'x'", "parameters = '{\"site\": 3}'", "run_hash = 'zz'");
    REQUIRE(project.writer().execute(std::string("UPDATE run SET ") + change));
    const auto current = currentRun(project.connection());
    REQUIRE_FALSE(current);
    CHECK(current.error().code == ErrorCode::Corrupt);
}

TEST_CASE("too large for float16 is an overflow that names neuron and sentence and suggests float32") {
    const test::ScratchFolder folder;
    auto project = test::makeStudy(folder.file("study"), 4300);
    SmallModel model;
    model.encoder.poison = 70000.0F;
    model.encoder.poisonedNeuron = 8;
    model.encoder.poisonedSentence = test::sentenceKey(4200);
    const auto result = model.extract(project);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Overflow);
    CHECK(result.error().where == "neuron 1/3, sentence 4200");
    CHECK(result.error().hint.find("float32") != std::string::npos);
    model.options.dtype = store::DType::Float32;
    CHECK(model.extract(project));
}

TEST_CASE("NaN and infinity are refused and named, in both formats") {
    const test::ScratchFolder folder;
    auto project = test::makeStudy(folder.file("study"), 300);
    SmallModel model;
    model.options.dtype = GENERATE(store::DType::Float16, store::DType::Float32);
    model.encoder.poison = GENERATE(std::numeric_limits<float>::quiet_NaN(), -std::numeric_limits<float>::infinity());
    model.encoder.poisonedNeuron = 14;
    model.encoder.poisonedSentence = test::sentenceKey(17);
    const auto result = model.extract(project);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::NonFinite);
    CHECK(result.error().where == "neuron 2/4, sentence 17");
    CHECK_FALSE(*currentRun(project.connection()));
}

TEST_CASE("what the encoder finds not finite is told by sentence id") {
    const test::ScratchFolder folder;
    auto project = test::makeStudy(folder.file("study"), 300);
    SmallModel model;
    model.encoder.failure = Error{ErrorCode::NonFinite, "neuron 1/2", "not a finite number", ""};
    model.encoder.poisonedSentence = test::sentenceKey(171);
    const auto result = model.extract(project);
    REQUIRE_FALSE(result);
    CHECK(result.error().where == "neuron 1/2, sentence 171");
}

TEST_CASE("without a corpus, or with a study that can't be written, extraction says so") {
    const test::ScratchFolder folder;
    SmallModel model;
    {
        auto project = test::makeStudy(folder.file("study"), 0);
        CHECK(model.extract(project).error().code == ErrorCode::MissingInput);
    }
    auto project = store::Project::open(folder.file("study"), store::Access::ReadOnly);
    REQUIRE(project);
    CHECK(model.extract(*project).error().code == ErrorCode::ReadOnly);
}

TEST_CASE("options out of range are refused") {
    ExtractOptions options;
    CHECK(options.validate());
    options.verify = 5000;
    CHECK(options.validate().error().code == ErrorCode::InvalidArgument);
    options.verify = 0;
    options.journalSeconds = std::nan("");
    CHECK(options.validate().error().code == ErrorCode::InvalidArgument);
}

TEST_CASE("verify finds stored and recomputed values as close as the format allows") {
    const test::ScratchFolder folder;
    auto project = test::makeStudy(folder.file("study"), 4500);
    SmallModel model;
    model.options.verify = 250;
    const auto result = model.extract(project);
    REQUIRE(result);
    REQUIRE(result->verified);
    CHECK(result->verified->sentences == 250);
    CHECK(result->verified->largestDeviation > 0);
    CHECK(result->verified->largestDeviation <= 0x1.0p-10); // half a step of values below 4
    CHECK(result->verified->topOverlap == 1);
    model.encoder.offset = 0.5F; // a model whose numbers have moved, but not their order
    const auto moved = model.extract(project);
    REQUIRE(moved);
    CHECK(moved->verified->largestDeviation == Approx(0.5).margin(0.002));
    CHECK(moved->verified->topOverlap == 1);
}

TEST_CASE("a corpus of one sentence can be extracted, its empty half has no ranks") {
    const test::ScratchFolder folder;
    auto project = test::makeStudy(folder.file("study"), 1);
    SmallModel model;
    model.options.verify = 10;
    const auto result = model.extract(project);
    REQUIRE(result);
    CHECK(result->verified->sentences == 1);
    const auto index = corpus::loadIndex(project.connection());
    const auto hash = corpus::corpusHash(project.connection());
    const bool calibration = index->members[0].size() == 1;
    const auto half = [&](bool first) {
        return openRanks(project.activationsFolder(), result->run, *index, *hash,
                         first ? corpus::Split::Calibration : corpus::Split::Validation);
    };
    CHECK(half(calibration));
    CHECK(half(!calibration).error().code == ErrorCode::MissingInput);
}
