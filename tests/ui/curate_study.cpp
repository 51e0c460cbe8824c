#include "tests/ui/curate_study.h"

#include "core/descriptors/curation_edits.h"
#include "core/descriptors/curation_store.h"
#include "core/descriptors/embedding_store.h"
#include "core/pipeline/curate.h"
#include "tests/support/catch.h"
#include "tests/ui/small_study.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace neuroscribe::test {
namespace {

struct Topic {
    const char* name;
    int cluster; ///< 0: gift, 1: price, 2: smell, -1: none
    std::array<float, 3> direction;
};
/// Ids are 1, 2, ... in this order; topic n is said of every (n + 1)th of the first 60 sentences.
constexpr std::array kTopics{
    Topic{"gift box", 0, {1, 0.1F, 0}},     Topic{"gift wrapped", 0, {1, 0.2F, 0}}, Topic{"gift card", 0, {1, 0, 0}},
    Topic{"card board", 0, {0.6F, 0, 1}},   Topic{"board game", 0, {0.5F, 0, 1}},   Topic{"price", 1, {0, 1, 0}},
    Topic{"cheap price", 1, {0.1F, 1, 0}},  Topic{"good price", 1, {0, 1, 0.1F}},   Topic{"smell", 2, {0, 0, 1}},
    Topic{"strong smell", 2, {0, 0.1F, 1}}, Topic{"tea bags", -1, {1, 1, 1}},       Topic{"noise", -1, {1, -1, 1}},
};
constexpr std::uint32_t kSaidOf = 60;

void say(store::Database& database) {
    std::string sql = "INSERT INTO engine (id, task, annotator, spec, identity, prompt_hash, prompt, wrapper, device, "
                      "parameters, created_at) VALUES (90, 'topics', '', 'made', 'made', '', '', '', '', '{}', '');";
    for (std::size_t t = 0; t < kTopics.size(); ++t)
        sql += "INSERT INTO raw_descriptor VALUES (" + std::to_string(t + 1) + ", '" + kTopics[t].name + "');";
    for (std::uint32_t s = 0; s < kSaidOf; ++s) {
        sql += "INSERT INTO description VALUES (90, " + std::to_string(s) + ", '', 0, '', 0);";
        for (std::size_t t = 0; t < kTopics.size(); ++t)
            if (s % (t + 2) == 0)
                sql += "INSERT INTO description_descriptor VALUES (90, " + std::to_string(s) + ", " +
                       std::to_string(t) + ", " + std::to_string(t + 1) + ");";
    }
    REQUIRE(database.execute(sql));
}

void embed(store::Database& database) {
    const auto model = descriptors::registerEmbeddingModel(database, "made", "made", 3);
    REQUIRE(model);
    std::vector<RawDescriptorId> members;
    std::vector<float> rows;
    for (std::size_t t = 0; t < kTopics.size(); ++t) {
        const auto& [x, y, z] = kTopics[t].direction;
        const float length = std::sqrt(x * x + y * y + z * z);
        members.emplace_back(static_cast<std::uint32_t>(t + 1));
        rows.insert(rows.end(), {x / length, y / length, z / length});
    }
    REQUIRE(descriptors::storeEmbeddings(database, *model, members, MatrixView<const float>(rows, members.size(), 3)));
}

void cluster(store::Database& database) {
    descriptors::Curation curation;
    const char* names[] = {"gift box", "price", "smell"};
    for (int c = 0; c < 3; ++c) {
        std::vector<RawDescriptorId> members;
        for (std::size_t t = 0; t < kTopics.size(); ++t)
            if (kTopics[t].cluster == c)
                members.emplace_back(static_cast<std::uint32_t>(t + 1));
        auto edit = descriptors::createCluster(curation, members, names[c]);
        REQUIRE(edit);
        edit->delta.clusters.front().after->centre = members.front();
        REQUIRE(pipeline::applyCurationEdit(database, curation, *edit));
    }
    const auto named = descriptors::rename(curation, kSmell, "Smell", false);
    REQUIRE(named);
    REQUIRE(pipeline::applyCurationEdit(database, curation, *named));
    REQUIRE(database.execute("DELETE FROM edit")); // how the clusters came about is no part of the history
}

} // namespace

void makeCurateStudy(const std::string& folder) {
    makeSmallStudy(folder);
    auto project = store::Project::open(folder);
    REQUIRE(project);
    say(project->writer());
    embed(project->writer());
    cluster(project->writer());
}

descriptors::Curation storedCuration(const std::string& folder) {
    auto database = store::Database::open(folder + "/study.neuroscribe", store::OpenMode::ReadOnly);
    REQUIRE(database);
    const auto curation = descriptors::loadCuration(*database);
    REQUIRE(curation);
    return *curation;
}

RawDescriptorId topicNamed(const std::string& name) {
    const auto found = std::ranges::find(kTopics, name, [](const Topic& topic) { return std::string(topic.name); });
    REQUIRE(found != kTopics.end());
    return RawDescriptorId(static_cast<std::uint32_t>(found - kTopics.begin()) + 1);
}

} // namespace neuroscribe::test
