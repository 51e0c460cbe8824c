#include "app/session/edits.h"
#include "core/labels/descriptor.h"
#include "core/pipeline/thresholds.h"
#include "core/store/project.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

using namespace neuroscribe;
using namespace neuroscribe::app;
using tagging::Thresholds;

namespace {

QString textOf(const Thresholds& before, const Thresholds& after) {
    return editText(thresholdsEdit(before, after));
}

} // namespace

TEST_CASE("An edit names the threshold that moved and where to") {
    const Thresholds start;
    CHECK(textOf(start, {.kMilli = 2500}) == QStringLiteral("Set k to 2.50 %"));
    CHECK(textOf(start, {.kMilli = 1189}) == QStringLiteral("Set k to 1.189 %"));
    CHECK(textOf(start, {.tMilli = 355}) == QStringLiteral("Set t to 0.355"));
    CHECK(textOf(start, {.tMilli = 400}) == QStringLiteral("Set t to 0.40"));
    CHECK(textOf(start, {.topK = 3}) == QStringLiteral("Keep the first 3 tags"));
    CHECK(textOf({.topK = 3}, start) == QStringLiteral("Keep all tags of a neuron"));
    CHECK(textOf(start, {.minLiftMilli = 1500}) == QStringLiteral("Set the minimum lift to 1.50"));
    CHECK(textOf(start, {.maxQMicro = 10'000}) == QStringLiteral("Set the maximum q to 0.010"));
    CHECK(textOf(start, {.split = corpus::Split::Validation}) == QStringLiteral("Show the validation half"));
    CHECK(textOf(start, {.tail = tagging::Tail::Bottom}) == QStringLiteral("Rank the lowest activations"));
    CHECK(textOf(start, {.kMilli = 2000, .tMilli = 500}) == QStringLiteral("Change the thresholds"));
    // A rule brings its own default t along: one thing to a person.
    CHECK(textOf(start, {.tMilli = 100, .rule = tagging::Rule::Occurrence}) ==
          QStringLiteral("Use the share of occurrences"));
}

TEST_CASE("A name in an edit is shown as it is, whatever characters it has") {
    CHECK(editText(exclusionEdit(DescriptorId(7), QStringLiteral("50 %1 \"x\""), true)) ==
          QStringLiteral("Exclude 50 %1 \"x\""));
    CHECK(editText(exclusionEdit(DescriptorId(7), QStringLiteral("food"), false)) == QStringLiteral("Include food"));
}

TEST_CASE("Recorded, undone and redone: the study holds the value that is in force") {
    const test::ScratchFolder scratch;
    auto project = store::Project::create(scratch.file("study"));
    REQUIRE(project);
    store::Database& database = project->writer();
    const Thresholds first;
    const Thresholds second{.tMilli = 400};
    REQUIRE(recordEdit(database, thresholdsEdit(first, second)));
    CHECK(pipeline::loadThresholds(database)->tMilli == 400);
    const auto undone = moveInHistory(database, false);
    REQUIRE(undone);
    REQUIRE(undone->has_value());
    CHECK(*pipeline::thresholdsFromJson((*undone)->value) == first);
    CHECK(*pipeline::loadThresholds(database) == first);
    CHECK_FALSE(moveInHistory(database, false)->has_value());
    REQUIRE(moveInHistory(database, true)->has_value());
    CHECK(*pipeline::loadThresholds(database) == second);
}

TEST_CASE("Switching a descriptor off is undone like a threshold, in one history") {
    const test::ScratchFolder scratch;
    auto project = store::Project::create(scratch.file("study"));
    REQUIRE(project);
    store::Database& database = project->writer();
    const auto id = labels::addDescriptor(database, "food");
    REQUIRE(id);
    REQUIRE(recordEdit(database, thresholdsEdit({}, {.tMilli = 400})));
    REQUIRE(recordEdit(database, exclusionEdit(*id, QStringLiteral("food"), true)));
    CHECK(labels::loadDescriptors(database)->front().excluded);
    const auto state = undoState(database);
    REQUIRE(state);
    CHECK(editText(*state->undo) == QStringLiteral("Exclude food"));
    REQUIRE(moveInHistory(database, false));
    CHECK_FALSE(labels::loadDescriptors(database)->front().excluded);
    CHECK(pipeline::loadThresholds(database)->tMilli == 400);
}

TEST_CASE("A stored change that makes no sense is an error, not a change") {
    CHECK_FALSE(exclusionFromJson("[]"));
    CHECK_FALSE(exclusionFromJson(R"({"descriptor": -1, "excluded": true})"));
    CHECK_FALSE(exclusionFromJson(R"({"descriptor": 1})"));
    CHECK(exclusionFromJson(R"({"descriptor": 1, "excluded": true})"));
}
