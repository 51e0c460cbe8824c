#include "core/pipeline/thresholds.h"

#include <array>
#include <limits>

#include <nlohmann/json.hpp>

namespace neuroscribe::pipeline {
namespace {

using nlohmann::json;
using tagging::Thresholds;

constexpr const char* kKey = "thresholds";

struct NumberField {
    const char* name;
    std::uint32_t Thresholds::*member;
};
constexpr std::array<NumberField, 6> kNumbers{{
    {"k_milli", &Thresholds::kMilli},
    {"t_milli", &Thresholds::tMilli},
    {"top_k", &Thresholds::topK},
    {"min_lift_milli", &Thresholds::minLiftMilli},
    {"max_q_micro", &Thresholds::maxQMicro},
    {"alpha_micro", &Thresholds::alphaMicro},
}};
constexpr std::array<const char*, 3> kNames{"rule", "split", "tail"};

Error damaged(const std::string& key, const std::string& why) {
    return {ErrorCode::Corrupt, "thresholds: " + key, why, "Set the thresholds anew: tag --save with -k and -t"};
}

Status readNumber(const json& object, const NumberField& field, Thresholds& thresholds) {
    const auto found = object.find(field.name);
    if (found == object.end() || !found->is_number_unsigned())
        return damaged(field.name, "a whole number is expected");
    const auto value = found->get<std::uint64_t>();
    if (value > std::numeric_limits<std::uint32_t>::max())
        return damaged(field.name, "the number is too large");
    thresholds.*field.member = static_cast<std::uint32_t>(value);
    return {};
}

Result<std::string> readName(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || !found->is_string())
        return damaged(key, "a name is expected");
    return found->get<std::string>();
}

Status readNames(const json& object, Thresholds& thresholds) {
    NS_ASSIGN(const std::string rule, readName(object, kNames[0]));
    NS_ASSIGN(thresholds.rule, tagging::parseRule(rule));
    NS_ASSIGN(const std::string split, readName(object, kNames[1]));
    NS_ASSIGN(thresholds.split, parseSplit(split));
    NS_ASSIGN(const std::string tail, readName(object, kNames[2]));
    NS_ASSIGN(thresholds.tail, parseTail(tail));
    return {};
}

} // namespace

const char* splitName(corpus::Split split) {
    return split == corpus::Split::Calibration ? "calibration" : "validation";
}

Result<corpus::Split> parseSplit(const std::string& name) {
    for (const auto split : {corpus::Split::Calibration, corpus::Split::Validation})
        if (name == splitName(split))
            return split;
    return Error{ErrorCode::InvalidArgument, name, "a split is calibration or validation", ""};
}

const char* tailName(tagging::Tail tail) {
    return tail == tagging::Tail::Top ? "top" : "bottom";
}

Result<tagging::Tail> parseTail(const std::string& name) {
    for (const auto tail : {tagging::Tail::Top, tagging::Tail::Bottom})
        if (name == tailName(tail))
            return tail;
    return Error{ErrorCode::InvalidArgument, name, "a tail is top or bottom", ""};
}

std::string thresholdsToJson(const Thresholds& thresholds) {
    json object;
    for (const NumberField& field : kNumbers)
        object[field.name] = thresholds.*field.member;
    object["rule"] = tagging::ruleName(thresholds.rule);
    object["split"] = splitName(thresholds.split);
    object["tail"] = tailName(thresholds.tail);
    return object.dump();
}

Result<Thresholds> thresholdsFromJson(const std::string& text) {
    const json object = json::parse(text, nullptr, false);
    if (!object.is_object())
        return damaged("", "a JSON object is expected");
    if (object.size() > kNumbers.size() + kNames.size())
        return damaged("", "it holds keys that this version does not know");
    Thresholds thresholds;
    for (const NumberField& field : kNumbers)
        NS_TRY(readNumber(object, field, thresholds));
    if (const Status names = readNames(object, thresholds); !names)
        return damaged(names.error().where, names.error().why);
    if (const Status valid = thresholds.validate(); !valid)
        return damaged(valid.error().where, valid.error().why);
    return thresholds;
}

Result<Thresholds> loadThresholds(store::Database& database) {
    NS_ASSIGN(auto query, database.prepare("SELECT value FROM study_value WHERE key = ?"));
    query.bind(1, std::string_view(kKey));
    NS_ASSIGN(const bool found, query.step());
    if (!found)
        return Thresholds{};
    return thresholdsFromJson(query.text(0));
}

Status saveThresholds(store::Database& database, const Thresholds& thresholds) {
    NS_TRY(thresholds.validate());
    NS_ASSIGN(auto insert, database.prepare("INSERT OR REPLACE INTO study_value (key, value) VALUES (?, ?)"));
    return insert.bind(1, std::string_view(kKey)).bind(2, thresholdsToJson(thresholds)).run();
}

} // namespace neuroscribe::pipeline
