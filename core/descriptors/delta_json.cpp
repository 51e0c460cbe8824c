#include "core/descriptors/delta_json.h"

#include <algorithm>
#include <map>

#include "core/descriptors/json_values.h"

namespace neuroscribe::descriptors {
namespace {

using nlohmann::json;
using Route = std::pair<ClusterId, ClusterId>;

json factsToJson(const std::optional<ClusterFacts>& facts) {
    if (!facts)
        return nullptr;
    json object{{"name", facts->name}, {"source", sourceName(facts->source)}, {"questions", facts->questions}};
    if (facts->excluded)
        object["excluded"] = true;
    if (facts->centre)
        object["centre"] = facts->centre->value;
    return object;
}

Result<std::optional<ClusterFacts>> factsFromJson(const json& object, const std::string& where) {
    if (object.is_null())
        return std::optional<ClusterFacts>();
    NS_TRY(checkKeys(object, where, {"name", "source", "questions", "excluded", "centre"}));
    for (const char* key : {"name", "source", "questions"})
        if (!object.contains(key))
            return badJson(where, std::string("there is no ") + key);
    ClusterFacts facts;
    NS_ASSIGN(facts.name, textIn(object["name"], where + ".name"));
    NS_ASSIGN(facts.source, sourceIn(object["source"], where + ".source"));
    NS_ASSIGN(facts.questions, textsIn(object["questions"], where + ".questions"));
    if (object.contains("excluded")) {
        NS_ASSIGN(facts.excluded, flagIn(object["excluded"], where + ".excluded"));
    }
    if (object.contains("centre")) {
        NS_ASSIGN(const std::uint32_t centre, numberIn(object["centre"], where + ".centre", kMaxMember.value));
        facts.centre = RawDescriptorId(centre);
    }
    return std::optional(std::move(facts));
}

Result<ClusterChange> changeFromJson(const json& row, const std::string& where) {
    if (!row.is_array() || row.size() != 3)
        return badJson(where, "three values are expected: id, before, after");
    ClusterChange change;
    NS_ASSIGN(const std::uint32_t id, numberIn(row[0], where + "[0]"));
    change.id = ClusterId(id);
    NS_ASSIGN(change.before, factsFromJson(row[1], where + "[1]"));
    NS_ASSIGN(change.after, factsFromJson(row[2], where + "[2]"));
    return change;
}

Status movesFromJson(const json& row, const std::string& where, std::vector<MemberMove>& moves) {
    if (!row.is_array() || row.size() != 3 || !row[2].is_array())
        return badJson(where, "three values are expected: from, to, members");
    NS_ASSIGN(const std::uint32_t from, numberIn(row[0], where + "[0]"));
    NS_ASSIGN(const std::uint32_t to, numberIn(row[1], where + "[1]"));
    for (const json& element : row[2]) {
        NS_ASSIGN(const std::uint32_t member, numberIn(element, where + "[2]", kMaxMember.value));
        moves.push_back({RawDescriptorId(member), ClusterId(from), ClusterId(to)});
    }
    return {};
}

Result<CurationDelta> read(const json& document) {
    NS_TRY(checkKeys(document, "curation", {"clusters", "moves"}));
    CurationDelta delta;
    for (const char* key : {"clusters", "moves"})
        if (!document.contains(key) || !document[key].is_array())
            return badJson(key, "a list is expected");
    for (const json& row : document["clusters"]) {
        NS_ASSIGN(auto change, changeFromJson(row, "clusters[" + std::to_string(delta.clusters.size()) + "]"));
        delta.clusters.push_back(std::move(change));
    }
    std::size_t index = 0;
    for (const json& row : document["moves"])
        NS_TRY(movesFromJson(row, "moves[" + std::to_string(index++) + "]", delta.moves));
    std::ranges::sort(delta.moves, {}, &MemberMove::member);
    return delta;
}

Error corrupt(const Error& error) {
    return {ErrorCode::Corrupt, error.where, error.why, "Restore the study from a copy"};
}

} // namespace

std::string deltaToJson(const CurationDelta& delta) {
    json clusters = json::array();
    for (const ClusterChange& change : delta.clusters)
        clusters.push_back({change.id.value, factsToJson(change.before), factsToJson(change.after)});
    std::map<Route, json> routes;
    for (const MemberMove& move : delta.moves)
        routes[{move.from, move.to}].push_back(move.member.value);
    json moves = json::array();
    for (const auto& [route, members] : routes)
        moves.push_back({route.first.value, route.second.value, members});
    return json{{"clusters", std::move(clusters)}, {"moves", std::move(moves)}}.dump();
}

Result<CurationDelta> deltaFromJson(const std::string& text) {
    auto delta = read(json::parse(text, nullptr, false));
    return delta ? std::move(delta) : corrupt(delta.error());
}

std::string questionsToJson(const std::vector<std::string>& questions) {
    return json(questions).dump();
}

Result<std::vector<std::string>> questionsFromJson(const std::string& text) {
    auto questions = textsIn(json::parse(text, nullptr, false), "questions");
    return questions ? std::move(questions) : corrupt(questions.error());
}

} // namespace neuroscribe::descriptors
