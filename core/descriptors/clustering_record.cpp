#include "core/descriptors/clustering_record.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

namespace neuroscribe::descriptors {
namespace {

using nlohmann::json;

constexpr std::array<const char*, 2> kMethods{"community", "agglomerative"};
constexpr const char* kKey = "newest";

Result<ClusteringRecord> parse(const std::string& text, const store::Database& database) {
    const Error damaged{ErrorCode::Corrupt, database.path(), "the stored parameters of the clustering are none",
                        "Restore the study from a copy"};
    const json object = json::parse(text, nullptr, false);
    const auto has = [&](const char* key, bool (json::*isIt)() const) {
        return object.contains(key) && (object[key].*isIt)();
    };
    if (!object.is_object() || !has("model", &json::is_string) || !has("method", &json::is_string) ||
        !has("threshold", &json::is_number) || !has("min_size", &json::is_number_unsigned) || !object.contains("count"))
        return damaged;
    const auto method = parseMethod(object["method"].get<std::string>());
    if (!method || (!object["count"].is_null() && !object["count"].is_number_unsigned()))
        return damaged;
    ClusteringRecord record{.model = object["model"].get<std::string>(),
                            .method = *method,
                            .threshold = object["threshold"].get<double>(),
                            .minSize = object["min_size"].get<std::uint32_t>()};
    if (!object["count"].is_null())
        record.count = object["count"].get<std::uint32_t>();
    return record;
}

} // namespace

const char* methodName(ClusterMethod method) {
    return kMethods[static_cast<std::size_t>(method)];
}

Result<ClusterMethod> parseMethod(const std::string& name) {
    const auto found = std::ranges::find(kMethods, name);
    if (found == kMethods.end())
        return Error{ErrorCode::InvalidArgument, name, "a method is community or agglomerative", ""};
    return static_cast<ClusterMethod>(found - kMethods.begin());
}

Result<std::optional<ClusteringRecord>> loadClustering(store::Database& database) {
    NS_ASSIGN(auto select, database.prepare("SELECT value FROM clustering WHERE key = ?"));
    NS_ASSIGN(const bool row, select.bind(1, std::string_view(kKey)).step());
    if (!row)
        return std::optional<ClusteringRecord>();
    NS_ASSIGN(auto record, parse(select.text(0), database));
    return std::optional(std::move(record));
}

Status saveClustering(store::Database& database, const ClusteringRecord& record) {
    const json object{{"model", record.model},
                      {"method", methodName(record.method)},
                      {"threshold", record.threshold},
                      {"count", record.count ? json(*record.count) : json(nullptr)},
                      {"min_size", record.minSize}};
    NS_ASSIGN(auto replace, database.prepare("INSERT OR REPLACE INTO clustering(key, value) VALUES (?, ?)"));
    return replace.bind(1, std::string_view(kKey)).bind(2, object.dump()).run();
}

} // namespace neuroscribe::descriptors
