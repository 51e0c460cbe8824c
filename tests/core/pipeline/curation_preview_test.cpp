// The preview against the whole way round: the edit applied, every answer OR-ed anew, everything tagged again.
#include "core/pipeline/curation_preview.h"

#include <cmath>
#include <set>

#include "core/descriptors/curation_edits.h"
#include "tests/core/pipeline/made_curation.h"

using namespace neuroscribe;
using namespace neuroscribe::test;
using descriptors::Cluster;
using descriptors::CurationEdit;
using pipeline::Consequences;
using pipeline::CorrelationMove;

namespace {

std::optional<double> naivePhi(const labels::LabelMatrix& matrix, std::uint32_t a, std::uint32_t b) {
    double n = 0, x = 0, y = 0, xy = 0;
    for (std::uint32_t s = 0; s < kSentences; ++s) {
        const Answer first = matrix.at(SentenceId(s), a), second = matrix.at(SentenceId(s), b);
        if (first == Answer::Unanswered || second == Answer::Unanswered)
            continue;
        n += 1;
        x += first == Answer::Yes;
        y += second == Answer::Yes;
        xy += first == Answer::Yes && second == Answer::Yes;
    }
    const double spread = x * (n - x) * y * (n - y);
    return spread > 0 ? std::optional((xy * n - x * y) / std::sqrt(spread)) : std::nullopt;
}

std::optional<std::uint32_t> placeOf(const std::vector<Column>& columns, const std::string& key) {
    for (std::uint32_t c = 0; c < columns.size(); ++c)
        if (columns[c].key == key)
            return c;
    return std::nullopt;
}

void expectLabels(const Made& made, const std::vector<Column>& after, Consequences& out) {
    for (const Column& column : after) {
        const auto place = placeOf(made.columns, column.key);
        const bool changed = !place || std::set<std::string>(column.questions.begin(), column.questions.end()) !=
                                           std::set<std::string>(made.columns[*place].questions.begin(),
                                                                 made.columns[*place].questions.end());
        const bool comesBack = place && made.columns[*place].excluded && !column.excluded;
        for (std::uint32_t s = 0; s < kSentences && (changed || comesBack); ++s) {
            const bool open = answerOf(made.answers, column.questions, s) == Answer::Unanswered;
            out.toAsk += open && !column.excluded;
            out.derived += !open && changed && column.questions.size() > 1;
        }
    }
}

void expectTags(const Made& made, const std::vector<Column>& after, const tagging::Thresholds& thresholds,
                Consequences& out) {
    const tagging::Tagger was = made.taggerOf(made.columns, thresholds), is = made.taggerOf(after, thresholds);
    std::vector<std::string> keys;
    for (const Column& column : after)
        keys.push_back(column.key);
    for (const Column& column : made.columns)
        if (!placeOf(after, column.key))
            keys.push_back(column.key);
    for (const std::string& key : keys) {
        const auto before = placeOf(made.columns, key), now = placeOf(after, key);
        pipeline::TagMoves moves{now ? after[*now].name : made.columns[*before].name, 0, 0};
        for (std::uint32_t i = 0; i < kNeurons; ++i) {
            const bool had = before && was.tags().tagged(NeuronId(i), *before);
            const bool has = now && is.tags().tagged(NeuronId(i), *now);
            moves.appear += has && !had;
            moves.vanish += had && !has;
        }
        out.tagsAppear += moves.appear;
        out.tagsVanish += moves.vanish;
        if (moves.appear + moves.vanish > 0)
            out.tags.push_back(moves);
    }
}

void expectCorrelations(const Made& made, const std::vector<Column>& after, Consequences& out) {
    const labels::LabelMatrix was = made.matrixOf(made.columns), is = made.matrixOf(after);
    for (std::uint32_t a = 0; a < after.size(); ++a)
        for (std::uint32_t b = a + 1; b < after.size(); ++b) {
            const auto oldA = placeOf(made.columns, after[a].key), oldB = placeOf(made.columns, after[b].key);
            if (!oldA || !oldB)
                continue;
            const auto before = naivePhi(was, *oldA, *oldB), now = naivePhi(is, a, b);
            out.correlationsLost += before && !now;
            if (before && now && std::abs(*before - *now) > 0.1)
                out.correlations.push_back({after[a].name, after[b].name, *before, *now});
        }
    std::stable_sort(out.correlations.begin(), out.correlations.end(), [](const auto& a, const auto& b) {
        return std::abs(a.after - a.before) > std::abs(b.after - b.before);
    });
}

void requireSame(Consequences actual, Consequences expected) {
    REQUIRE(actual.correlations.size() == expected.correlations.size());
    for (std::size_t i = 0; i < actual.correlations.size(); ++i) {
        CorrelationMove& a = actual.correlations[i];
        CorrelationMove& b = expected.correlations[i];
        REQUIRE(std::abs(a.before - b.before) < 1e-12);
        REQUIRE(std::abs(a.after - b.after) < 1e-12);
        a.before = b.before;
        a.after = b.after;
    }
    REQUIRE(actual.derived == expected.derived);
    REQUIRE(actual.toAsk == expected.toAsk);
    REQUIRE(actual.tags.size() == expected.tags.size());
    REQUIRE(actual == expected);
}

Consequences previewOf(const Made& made, const tagging::Tagger* tagger, const descriptors::CurationDelta& delta) {
    const auto stored = made.lookUp(pipeline::questionsToLookUp(made.study, delta));
    const auto plan = pipeline::planLabels(made.study, delta, stored);
    auto consequences = pipeline::previewConsequences(made.study, tagger, plan, {});
    REQUIRE(consequences);
    return *consequences;
}

tagging::Thresholds drawThresholds(Random& random) {
    tagging::Thresholds thresholds;
    thresholds.kMilli = static_cast<std::uint32_t>(1'000 + random.below(9'000));
    thresholds.tMilli = static_cast<std::uint32_t>(random.below(500));
    thresholds.rule = random.below(2) ? tagging::Rule::Share : tagging::Rule::Occurrence;
    if (thresholds.rule == tagging::Rule::Occurrence)
        thresholds.tMilli /= 3;
    thresholds.topK = random.below(3) ? 0 : 2;
    thresholds.minLiftMilli = random.below(3) ? 0 : 1'100;
    thresholds.maxQMicro = random.below(3) ? 0 : 600'000;
    thresholds.split = static_cast<corpus::Split>(random.below(2));
    thresholds.tail = static_cast<tagging::Tail>(random.below(2));
    return thresholds;
}

Result<CurationEdit> drawEdit(Made& made, std::uint32_t clusters) {
    Random& random = made.random();
    const auto any = [&] { return ClusterId(static_cast<std::uint32_t>(1 + random.below(clusters))); };
    const ClusterId one = any();
    const std::vector<ClusterId> some{any()};
    switch (random.below(7)) {
    case 0:
        return descriptors::rename(made.curation, one, "a name of its own", random.below(2) == 0);
    case 1:
        return descriptors::confirm(made.curation, one);
    case 2:
        return descriptors::setQuestion(made.curation, one, random.below(2) ? "spare question" : "never asked");
    case 3: {
        std::vector<ClusterId> from{any(), any(), any()};
        std::sort(from.begin(), from.end());
        from.erase(std::unique(from.begin(), from.end()), from.end());
        std::erase(from, one);
        return descriptors::merge(made.curation, from, one);
    }
    case 4:
        return descriptors::setExcluded(made.curation, some, random.below(2) == 0);
    case 5: {
        std::vector<RawDescriptorId> members; // a whole cluster now and then, so that one goes
        const auto first = static_cast<std::uint32_t>(kMembersEach * (one.value - 1) + 1);
        for (std::uint32_t i = 0; i < (random.below(2) ? kMembersEach : 2); ++i)
            members.emplace_back(first + i);
        return descriptors::moveMembers(made.curation, members, any());
    }
    default:
        return descriptors::confirm(made.curation, any());
    }
}

} // namespace

TEST_CASE("The preview of an edit equals what tagging again after it gives") {
    constexpr std::uint32_t kClusters = 9;
    int edits = 0, moved = 0, correlated = 0, derived = 0, lost = 0;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        INFO("seed " << seed);
        Made made(seed, kClusters);
        const auto edit = drawEdit(made, kClusters);
        if (!edit)
            continue; // nothing to do: merged with itself, confirmed twice
        ++edits;
        INFO(edit->textCode);
        Curation changed = made.curation;
        REQUIRE(changed.apply(edit->delta));
        const tagging::Thresholds thresholds = drawThresholds(made.random());
        const auto after = made.columnsOf(changed, made.columns);
        Consequences expected;
        expected.tagsKnown = true;
        expectLabels(made, after, expected);
        expectTags(made, after, thresholds, expected);
        expectCorrelations(made, after, expected);
        const tagging::Tagger tagger = made.taggerOf(made.columns, thresholds);
        requireSame(previewOf(made, &tagger, edit->delta), expected);
        moved += expected.tagsAppear + expected.tagsVanish > 0;
        correlated += !expected.correlations.empty();
        derived += expected.derived > 0;
        lost += expected.correlationsLost > 0;
    }
    // The data are of use only if all of this happens.
    CHECK(edits > 100);
    CHECK(moved > 30);
    CHECK(correlated > 10);
    CHECK(derived > 10);
    CHECK(lost > 3);
}

TEST_CASE("Undoing a merge is previewed from the answers to each question") {
    for (std::uint64_t seed = 500; seed < 520; ++seed) {
        INFO("seed " << seed);
        Made made(seed, 8);
        std::vector<ClusterId> from{ClusterId(2), ClusterId(5)};
        const auto edit = descriptors::merge(made.curation, from, ClusterId(1));
        REQUIRE(edit);
        // The study as it is once the merge was made; the edit under preview takes it back.
        Made merged(seed, 8);
        REQUIRE(merged.curation.apply(edit->delta));
        merged.columns = made.columnsOf(merged.curation, made.columns);
        merged.study.labels = std::make_shared<const labels::LabelMatrix>(merged.matrixOf(merged.columns));
        merged.study.descriptors = Made::descriptorsOf(merged.columns);
        const tagging::Thresholds thresholds = drawThresholds(merged.random());
        Curation undone = merged.curation;
        REQUIRE(undone.apply(edit->delta.reversed()));
        const auto after = merged.columnsOf(undone, merged.columns);
        Consequences expected;
        expected.tagsKnown = true;
        expectLabels(merged, after, expected);
        expectTags(merged, after, thresholds, expected);
        expectCorrelations(merged, after, expected);
        const tagging::Tagger tagger = merged.taggerOf(merged.columns, thresholds);
        requireSame(previewOf(merged, &tagger, edit->delta.reversed()), expected);
    }
}

TEST_CASE("Renaming a descriptor moves nothing and looks nothing up") {
    Made made(7, 6);
    for (const auto& [id, cluster] : made.curation.clusters()) {
        if (!cluster.isDescriptor())
            continue;
        const auto edit = descriptors::rename(made.curation, id, "another name", false);
        REQUIRE(edit);
        CHECK(pipeline::questionsToLookUp(made.study, edit->delta).empty());
        const tagging::Tagger tagger = made.taggerOf(made.columns, {});
        const Consequences consequences = previewOf(made, &tagger, edit->delta);
        Consequences nothing;
        nothing.tagsKnown = true;
        CHECK(consequences == nothing);
    }
}

TEST_CASE("A cluster that takes the name of an imported descriptor takes its answers along") {
    int fresh = 0, owned = 0;
    for (std::uint64_t seed = 40; seed < 50; ++seed) {
        Made made(seed, 6);
        const tagging::Tagger tagger = made.taggerOf(made.columns, {});
        for (const auto& [id, cluster] : made.curation.clusters()) {
            const auto edit = descriptors::rename(made.curation, id, "imported", false);
            REQUIRE(edit);
            const auto plan = pipeline::planLabels(made.study, edit->delta, {});
            const Consequences consequences = previewOf(made, &tagger, edit->delta);
            if (!cluster.isDescriptor()) {
                ++fresh;
                Consequences nothing;
                nothing.tagsKnown = true;
                CHECK(consequences == nothing);
                CHECK(plan.descriptors.size() == made.columns.size());
                continue;
            }
            ++owned;
            CHECK(plan.descriptors.size() + 1 == made.columns.size());
            Column merged = made.columns[*placeOf(made.columns, "cluster " + std::to_string(id.value))];
            merged.questions.push_back("imported");
            std::uint64_t derived = 0;
            for (std::uint32_t s = 0; s < kSentences; ++s)
                derived += answerOf(made.answers, merged.questions, s) != Answer::Unanswered;
            CHECK(consequences.derived == derived);
        }
    }
    CHECK(fresh > 0);
    CHECK(owned > 0);
}

TEST_CASE("Without activations the preview tells labels and correlations alone") {
    Made made(3, 8);
    const auto edit = descriptors::merge(made.curation, std::vector<ClusterId>{ClusterId(2)}, ClusterId(1));
    REQUIRE(edit);
    const Consequences consequences = previewOf(made, nullptr, edit->delta);
    CHECK(!consequences.tagsKnown);
    CHECK(consequences.tags.empty());
    Consequences expected;
    Curation changed = made.curation;
    REQUIRE(changed.apply(edit->delta));
    expectLabels(made, made.columnsOf(changed, made.columns), expected);
    CHECK(consequences.derived == expected.derived);
}

TEST_CASE("A descriptor is foreseen in a study that has none yet") {
    Made made(9, 3);
    StudyData bare;
    bare.corpus = made.corpus;
    descriptors::CurationDelta delta;
    const Cluster& cluster = made.curation.clusters().begin()->second;
    descriptors::ClusterFacts before = cluster, after = cluster;
    before.source = descriptors::NameSource::Suggested;
    after.source = descriptors::NameSource::Person;
    after.excluded = false;
    after.questions = {"never asked"};
    delta.clusters.push_back({ClusterId(1), before, after});
    CHECK(pipeline::questionsToLookUp(bare, delta) == std::vector<std::string>{"never asked"});
    const auto plan = pipeline::planLabels(bare, delta, {});
    const auto consequences = pipeline::previewConsequences(bare, nullptr, plan, {});
    REQUIRE(consequences);
    CHECK(consequences->toAsk == kSentences);
    CHECK(consequences->derived == 0);
}

TEST_CASE("A preview that is told to stop stops") {
    Made made(3, 8);
    const auto edit = descriptors::merge(made.curation, std::vector<ClusterId>{ClusterId(2)}, ClusterId(1));
    REQUIRE(edit);
    const auto plan = pipeline::planLabels(made.study, edit->delta, {});
    const tagging::Tagger tagger = made.taggerOf(made.columns, {});
    std::stop_source stop;
    stop.request_stop();
    const auto outcome = pipeline::previewConsequences(made.study, &tagger, plan, stop.get_token());
    REQUIRE(!outcome);
    CHECK(outcome.error().code == ErrorCode::Cancelled);
}

TEST_CASE("A preview is short up to 1 % and without q") {
    tagging::Thresholds thresholds;
    CHECK(pipeline::isPreviewShort(thresholds));
    thresholds.kMilli = 1'001;
    CHECK(!pipeline::isPreviewShort(thresholds));
    thresholds.kMilli = 1'000;
    thresholds.maxQMicro = 50'000;
    CHECK(!pipeline::isPreviewShort(thresholds));
}
