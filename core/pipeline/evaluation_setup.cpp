#include "core/pipeline/evaluation_setup.h"

#include <array>

#include <nlohmann/json.hpp>

namespace neuroscribe::pipeline {
namespace {

using Json = nlohmann::ordered_json;
using Kind = NeuronChoice::Kind;

constexpr const char* kKey = "evaluation";
/// In the order of NeuronChoice::Kind.
constexpr std::array<const char*, 4> kKinds{"all", "random", "list", "bookmarked"};
constexpr std::size_t kFields = 6;

Error damaged(const char* key, const char* why) {
    return {ErrorCode::Corrupt, std::string("evaluation: ") + key, why, "Choose the neurons and the truth anew"};
}

Result<std::uint64_t> number(const Json& object, const char* key, std::uint64_t most) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_number_unsigned() || found->get<std::uint64_t>() > most)
        return damaged(key, "a whole number is expected");
    return found->get<std::uint64_t>();
}

Result<std::string> text(const Json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string())
        return damaged(key, "a text is expected");
    return found->get<std::string>();
}

Result<Kind> kindIn(const Json& object) {
    NS_ASSIGN(const std::string name, text(object, "neurons"));
    for (std::size_t kind = 0; kind < kKinds.size(); ++kind)
        if (name == kKinds[kind])
            return static_cast<Kind>(kind);
    return damaged("neurons", "it is none of the known choices");
}

Result<std::vector<NeuronId>> listIn(const Json& object) {
    const auto found = object.find("list");
    if (found == object.end() || !found->is_array())
        return damaged("list", "a list of numbers is expected");
    std::vector<NeuronId> list;
    for (const Json& value : *found) {
        if (!value.is_number_unsigned() || value.get<std::uint64_t>() > UINT32_MAX)
            return damaged("list", "a list of numbers is expected");
        list.emplace_back(value.get<std::uint32_t>());
    }
    return list;
}

} // namespace

std::string evaluationSetupToJson(const EvaluationSetup& setup) {
    const NeuronChoice& choice = setup.neurons;
    Json object;
    object["neurons"] = kKinds[static_cast<std::size_t>(choice.kind)];
    object["count"] = choice.count;
    object["seed"] = choice.seed;
    object["list"] = Json::array();
    if (choice.kind != Kind::Bookmarked)
        for (const NeuronId neuron : choice.list)
            object["list"].push_back(neuron.value);
    object["truth"] = setup.truth;
    object["false_milli"] = setup.falseMilli;
    return object.dump();
}

Result<EvaluationSetup> evaluationSetupFromJson(const std::string& stored) {
    const Json object = Json::parse(stored, nullptr, false);
    if (!object.is_object() || object.size() != kFields)
        return damaged("object", "it does not hold what it should");
    EvaluationSetup setup;
    NS_ASSIGN(setup.neurons.kind, kindIn(object));
    NS_ASSIGN(const std::uint64_t count, number(object, "count", UINT32_MAX));
    setup.neurons.count = static_cast<std::uint32_t>(count);
    NS_ASSIGN(setup.neurons.seed, number(object, "seed", UINT64_MAX));
    NS_ASSIGN(setup.neurons.list, listIn(object));
    NS_ASSIGN(setup.truth, text(object, "truth"));
    NS_ASSIGN(const std::uint64_t cost, number(object, "false_milli", UINT32_MAX));
    setup.falseMilli = static_cast<std::uint32_t>(cost);
    return setup;
}

Result<EvaluationSetup> loadEvaluationSetup(store::Database& database) {
    NS_ASSIGN(auto query, database.prepare("SELECT value FROM study_value WHERE key = ?"));
    NS_ASSIGN(const bool found, query.bind(1, std::string_view(kKey)).step());
    if (!found)
        return EvaluationSetup{};
    return evaluationSetupFromJson(query.text(0));
}

Status saveEvaluationSetup(store::Database& database, const EvaluationSetup& setup) {
    NS_ASSIGN(auto insert, database.prepare("INSERT OR REPLACE INTO study_value (key, value) VALUES (?, ?)"));
    return insert.bind(1, std::string_view(kKey)).bind(2, evaluationSetupToJson(setup)).run();
}

} // namespace neuroscribe::pipeline
