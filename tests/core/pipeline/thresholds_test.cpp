// Stored thresholds: what was saved comes back; anything else is refused, never guessed.
#include "core/pipeline/thresholds.h"

#include <nlohmann/json.hpp>

#include "core/store/project.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

namespace neuroscribe::pipeline {
namespace {

tagging::Thresholds unusual() {
    tagging::Thresholds thresholds;
    thresholds.kMilli = 2345;
    thresholds.tMilli = 17;
    thresholds.rule = tagging::Rule::Occurrence;
    thresholds.topK = 3;
    thresholds.minLiftMilli = 1500;
    thresholds.maxQMicro = 50'000;
    thresholds.alphaMicro = 1000;
    thresholds.split = corpus::Split::Validation;
    thresholds.tail = tagging::Tail::Bottom;
    return thresholds;
}

} // namespace

TEST_CASE("every field of the thresholds survives saving") {
    const test::ScratchFolder scratch;
    auto project = store::Project::create(scratch.file("study"));
    REQUIRE(project);
    REQUIRE(loadThresholds(project->connection()));
    CHECK(*loadThresholds(project->connection()) == tagging::Thresholds{});
    REQUIRE(saveThresholds(project->writer(), unusual()));
    CHECK(*loadThresholds(project->connection()) == unusual());
    REQUIRE(saveThresholds(project->writer(), {}));
    CHECK(*loadThresholds(project->connection()) == tagging::Thresholds{});
}

TEST_CASE("thresholds that are damaged are an error that names the key") {
    using nlohmann::json;
    const json good = json::parse(thresholdsToJson(unusual()));
    REQUIRE(thresholdsFromJson(good.dump()));
    const auto refused = [](const json& object, const std::string& key) {
        const auto parsed = thresholdsFromJson(object.dump());
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().code == ErrorCode::Corrupt);
        CHECK(parsed.error().where.find(key) != std::string::npos);
    };
    for (const auto& [key, value] : good.items()) {
        INFO(key);
        json without = good;
        without.erase(key);
        refused(without, key);
        json wrongType = good;
        wrongType[key] = value.is_string() ? json(1) : json("1");
        refused(wrongType, key);
    }
    json changed = good;
    changed["k_milli"] = -1;
    refused(changed, "k_milli");
    changed["k_milli"] = 1.5;
    refused(changed, "k_milli");
    changed["k_milli"] = 5'000'000'000ULL;
    refused(changed, "k_milli");
    changed = good;
    changed["t_milli"] = 1001;
    refused(changed, "");
    changed = good;
    changed["rule"] = "cosine";
    refused(changed, "rule");
    changed = good;
    changed["mood"] = 1;
    refused(changed, "");
    CHECK_FALSE(thresholdsFromJson("[]"));
    CHECK_FALSE(thresholdsFromJson("{"));
    CHECK_FALSE(thresholdsFromJson(""));
}

TEST_CASE("thresholds out of range are not saved") {
    const test::ScratchFolder scratch;
    auto project = store::Project::create(scratch.file("study"));
    REQUIRE(project);
    tagging::Thresholds wrong;
    wrong.kMilli = 0;
    CHECK_FALSE(saveThresholds(project->writer(), wrong));
    CHECK(*loadThresholds(project->connection()) == tagging::Thresholds{});
}

} // namespace neuroscribe::pipeline
