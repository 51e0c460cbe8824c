#include "core/tagging/row_rules.h"

#include <cmath>
#include <filesystem>
#include <fstream>

#include "core/base/float16.h"
#include "core/base/parallel.h"
#include "tests/core/tagging/naive_rules.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

using namespace neuroscribe;
using namespace neuroscribe::tagging;
using neuroscribe::test::NaiveRow;
using neuroscribe::test::TinyStudy;

namespace {

std::shared_ptr<const RowRules> rulesOf(const TinyStudy& study) {
    NullProgress silent;
    return computeRowRules(memorySource(study.activations, study.sentences, study.neurons), *study.split, {}, silent)
        .value();
}

void requireSame(double found, double expected) {
    INFO(found << " " << expected);
    if (std::isnan(expected))
        REQUIRE(std::isnan(found));
    else
        REQUIRE(std::abs(found - expected) <= 1e-9);
}

void requireDefinitions(const TinyStudy& study, const RowRules& rules) {
    REQUIRE(rules.neurons == study.neurons);
    REQUIRE(rules.descriptors == study.descriptors);
    for (const Tail tail : {Tail::Top, Tail::Bottom})
        for (std::uint32_t i = 0; i < study.neurons; ++i)
            for (std::uint32_t c = 0; c < study.descriptors; ++c) {
                const NaiveRow row = test::naiveRow(study, i, c, tail == Tail::Bottom);
                const std::size_t cell = std::size_t{i} * study.descriptors + c;
                requireSame(rules.value(Rule::R, tail, cell), test::naiveR(row));
                requireSame(rules.value(Rule::Auroc, tail, cell), test::naiveAuroc(row));
                requireSame(rules.value(Rule::Auprc, tail, cell), test::naiveAuprc(row));
            }
}

/// Continuous activations, far from 0 in some neurons, so that sums of squares would lose digits.
TinyStudy continuousStudy(std::uint64_t seed, std::uint32_t n, unsigned unanswered) {
    TinyStudy study(seed, n, 7, 5, unanswered);
    Random random(seed);
    for (std::uint32_t s = 0; s < n; ++s)
        for (std::uint32_t i = 0; i < study.neurons; ++i)
            study.activations[s * study.neurons + i] =
                static_cast<float>(1000.0 * i + random.uniform() - 0.5 * random.uniform());
    study.finish();
    return study;
}

} // namespace

TEST_CASE("r, AUROC and AUPRC equal their definitions, with ties and unanswered sentences") {
    for (const unsigned unanswered : {0U, 30U, 95U})
        for (const std::uint32_t n : {2U, 3U, 17U, 400U}) {
            const TinyStudy study(unanswered + n, n, 9, 37, unanswered); // 37: more than one register of bytes
            requireDefinitions(study, *rulesOf(study));
        }
}

TEST_CASE("r, AUROC and AUPRC equal their definitions where no activations tie") {
    for (const unsigned unanswered : {0U, 50U}) {
        const TinyStudy study = continuousStudy(3 + unanswered, 300, unanswered);
        requireDefinitions(study, *rulesOf(study));
    }
}

TEST_CASE("more ties than a byte can count are one step") {
    TinyStudy study(8, 1200, 3, 4, 20);
    for (float& a : study.activations)
        a = a > 0 ? 1.0F : 0.1F;
    study.finish();
    requireDefinitions(study, *rulesOf(study));
}

TEST_CASE("a constant neuron has no r, an AUROC of one half and an AUPRC of the base rate") {
    for (const unsigned unanswered : {0U, 25U}) {
        TinyStudy study(21, 200, 2, 3, unanswered);
        for (float& a : study.activations)
            a = 0.1F;
        study.finish();
        const auto rules = rulesOf(study);
        requireDefinitions(study, *rules);
        for (std::uint32_t c = 0; c < 3; ++c) {
            REQUIRE(std::isnan(rules->value(Rule::R, Tail::Top, c)));
            REQUIRE(rules->value(Rule::Auroc, Tail::Bottom, c) == 0.5);
            requireSame(rules->value(Rule::Auprc, Tail::Top, c),
                        static_cast<double>(study.yesInSplit(c)) / study.answeredInSplit(c));
        }
    }
}

TEST_CASE("what is the same for all answered sentences is undefined, never a number") {
    TinyStudy study(4, 60, 2, 4, 0);
    for (const SentenceId id : study.members) {
        study.labels.set(id, 0, labels::Answer::Yes);
        study.labels.set(id, 1, labels::Answer::No);
        study.labels.set(id, 2, labels::Answer::Unanswered);
    }
    study.finish();
    const auto rules = rulesOf(study);
    requireDefinitions(study, *rules);
    for (const Rule rule : {Rule::R, Rule::Auroc, Rule::Auprc})
        for (const std::size_t c : {0U, 1U, 2U})
            REQUIRE(std::isnan(rules->value(rule, Tail::Top, c)) == !(rule == Rule::Auprc && c == 0));
    REQUIRE(rules->value(Rule::Auprc, Tail::Top, 0) == 1.0);
}

TEST_CASE("one sentence: nothing can be compared") {
    const TinyStudy study(2, 1, 3, 4, 0);
    requireDefinitions(study, *rulesOf(study));
}

TEST_CASE("halves and floats of the same numbers give the same rules") {
    const TinyStudy study(6, 250, 4, 6, 10);
    RankSource halves = memorySource(study.activations, study.sentences, study.neurons);
    halves.readKeys = [&](std::uint32_t first, std::uint32_t count, std::span<std::uint32_t> keys) -> Status {
        for (std::size_t n = 0; n < count; ++n)
            for (std::size_t s = 0; s < study.sentences; ++s)
                keys[n * study.sentences + s] =
                    rankKeyOfHalf(floatToHalf(study.activations[s * study.neurons + first + n]));
        return {};
    };
    NullProgress silent;
    const auto rules = computeRowRules(halves, *study.split, {}, silent).value();
    const auto expected = rulesOf(study);
    REQUIRE(rules->wins == expected->wins);
    REQUIRE(rules->auprcTop == expected->auprcTop);
    REQUIRE(rules->r == expected->r);
}

TEST_CASE("any number of threads gives the same bits") {
    const TinyStudy study = continuousStudy(12, 500, 20);
    const auto rules = rulesOf(study);
    for (const unsigned threads : {1U, 3U, 8U}) {
        setThreadCount(threads);
        const auto again = rulesOf(study);
        setThreadCount(0);
        REQUIRE(again->r == rules->r);
        REQUIRE(again->auprcBottom == rules->auprcBottom);
    }
}

TEST_CASE("r keeps its digits where the answered sentences are nearly alike and far from the others") {
    for (const std::uint32_t answeredPercent : {20U, 80U}) {
        TinyStudy study(31, 400, 2, 3, 0);
        Random random(7);
        for (std::uint32_t s = 0; s < study.sentences; ++s) {
            const bool answered = random.below(100) < answeredPercent;
            for (std::uint32_t c = 0; c < study.descriptors && !answered; ++c)
                study.labels.set(SentenceId(s), c, labels::Answer::Unanswered);
            for (std::uint32_t i = 0; i < study.neurons; ++i)
                study.activations[s * study.neurons + i] = answered
                                                               ? 1.0F + 1e-4F * static_cast<float>(random.uniform())
                                                               : 1e4F * static_cast<float>(random.uniform());
        }
        study.finish();
        requireDefinitions(study, *rulesOf(study));
    }
}

TEST_CASE("computing stops when it is asked to, and tells why reading failed") {
    const TinyStudy study(5, 100, 70, 3, 0);
    NullProgress silent;
    std::stop_source stop;
    stop.request_stop();
    const RankSource source = memorySource(study.activations, study.sentences, study.neurons);
    REQUIRE(computeRowRules(source, *study.split, stop.get_token(), silent).error().code == ErrorCode::Cancelled);
    RankSource broken = source;
    broken.readKeys = [](std::uint32_t, std::uint32_t, std::span<std::uint32_t>) -> Status {
        return Error{ErrorCode::Io, "0007.seg", "it can't be read", ""};
    };
    REQUIRE(computeRowRules(broken, *study.split, {}, silent).error().where == "0007.seg");
    RankSource other = source;
    other.members = 99;
    REQUIRE(computeRowRules(other, *study.split, {}, silent).error().code == ErrorCode::Mismatch);
}

TEST_CASE("rules are kept in a file that knows what they came from") {
    const test::ScratchFolder folder;
    const std::string path = folder.file("rules-calibration.bin");
    const TinyStudy study(9, 120, 5, 6, 10);
    const auto rules = rulesOf(study);
    REQUIRE(readRowRules(path, rules->sourceHash).error().code == ErrorCode::NotFound);
    REQUIRE(writeRowRules(path, *rules).ok());
    const auto read = readRowRules(path, rules->sourceHash).value();
    const auto bytes = [](const std::vector<double>& values) { return hashBytes(std::as_bytes(std::span(values))); };
    REQUIRE(read->neurons == rules->neurons);
    REQUIRE(bytes(read->r) == bytes(rules->r));
    REQUIRE(bytes(read->wins) == bytes(rules->wins));
    REQUIRE(bytes(read->auprcTop) == bytes(rules->auprcTop));
    REQUIRE(bytes(read->auprcBottom) == bytes(rules->auprcBottom));
    REQUIRE(bytes(read->pairs) == bytes(rules->pairs));

    TinyStudy other(9, 120, 5, 6, 10);
    other.labels.set(SentenceId(3), 2, labels::Answer::Unanswered);
    other.labels.set(SentenceId(4), 2, labels::Answer::Yes);
    other.finish();
    REQUIRE(rowRulesHash({}, *other.split) != rules->sourceHash);
    REQUIRE(readRowRules(path, rowRulesHash({}, *other.split)).error().code == ErrorCode::Stale);
    REQUIRE(rowRulesHash({1, 2}, *study.split) != rules->sourceHash);
}

TEST_CASE("a damaged file of rules is found out") {
    const test::ScratchFolder folder;
    const std::string path = folder.file("rules.bin");
    const TinyStudy study(9, 50, 3, 4, 0);
    const auto rules = rulesOf(study);
    REQUIRE(writeRowRules(path, *rules).ok());
    const auto size = std::filesystem::file_size(path);
    for (const std::uintmax_t at : {std::uintmax_t{0}, std::uintmax_t{17}, std::uintmax_t{60}, std::uintmax_t{85},
                                    std::uintmax_t{200}, size - 1}) {
        REQUIRE(writeRowRules(path, *rules).ok());
        std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
        file.seekg(static_cast<std::streamoff>(at));
        const char byte = static_cast<char>(file.get());
        file.seekp(static_cast<std::streamoff>(at));
        file.put(static_cast<char>(byte ^ 0x10));
        file.close();
        REQUIRE(!readRowRules(path, rules->sourceHash).ok());
    }
    REQUIRE(writeRowRules(path, *rules).ok());
    std::filesystem::resize_file(path, size - 8);
    REQUIRE(!readRowRules(path, rules->sourceHash).ok());
    std::filesystem::resize_file(path, 40);
    REQUIRE(readRowRules(path, rules->sourceHash).error().code == ErrorCode::Truncated);
}
