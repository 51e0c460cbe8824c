#include "core/extraction/run_record.h"

#include <algorithm>
#include <fstream>
#include <string_view>

#include <nlohmann/json.hpp>

#include "core/base/checked.h"
#include "core/base/parallel.h"

namespace neuroscribe::extraction {
namespace {

using nlohmann::json;

constexpr const char* kColumns = "id, folder, model, run_hash, parameters, layers, units, sentences, finished";
constexpr std::uint64_t kMaxNeurons = 1U << 24;

const char* dtypeName(store::DType dtype) {
    return dtype == store::DType::Float16 ? "f16" : "f32";
}

std::string cpuModel() {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with("model name"))
            return line.substr(std::min(line.size(), line.find(':') + 2));
    return {};
}

bool isHex(std::string_view text, std::size_t length) {
    return text.size() == length && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string textOf(const json& parameters, const char* key) {
    const auto found = parameters.is_object() ? parameters.find(key) : parameters.end();
    return parameters.is_object() && found != parameters.end() && found->is_string() ? found->get<std::string>() : "";
}

Error corruptRow(std::int64_t id) {
    return {ErrorCode::Corrupt, "run " + std::to_string(id), "the run's row in the study makes no sense", ""};
}

Status readParameters(RunInfo& run, const std::string& text) {
    const json parameters = json::parse(text, nullptr, false);
    NS_ASSIGN(run.site, nn::parseSite(textOf(parameters, "site")));
    NS_ASSIGN(run.pooling, nn::parsePooling(textOf(parameters, "pooling")));
    const std::string dtype = textOf(parameters, "dtype");
    run.dtype = dtype == "f32" ? store::DType::Float32 : store::DType::Float16;
    return dtype == dtypeName(run.dtype) ? Status() : Status(corruptRow(run.id));
}

/// A study may come from a stranger: the folder's name becomes a path, the numbers become sizes.
Result<RunInfo> readRow(const store::Statement& row) {
    RunInfo run;
    run.id = row.integer(0);
    run.folder = row.text(1);
    run.model = row.text(2);
    run.runHash = row.text(3);
    const std::int64_t layers = row.integer(5), units = row.integer(6), sentences = row.integer(7);
    const bool sane = isHex(run.runHash, 32) && run.folder == run.runHash.substr(0, 16) && layers > 0 && units > 0 &&
                      sentences >= 0 && sentences <= UINT32_MAX;
    const auto neurons = checkedMultiply(static_cast<std::uint64_t>(layers), static_cast<std::uint64_t>(units));
    if (!sane || !neurons || *neurons > kMaxNeurons || !readParameters(run, row.text(4)))
        return corruptRow(run.id);
    run.layers = static_cast<std::uint32_t>(layers);
    run.units = static_cast<std::uint32_t>(units);
    run.sentences = static_cast<std::uint32_t>(sentences);
    run.finished = row.integer(8) != 0;
    return run;
}

Result<std::optional<RunInfo>> readFirst(store::Statement& statement) {
    NS_ASSIGN(const bool found, statement.step());
    if (!found)
        return std::optional<RunInfo>();
    NS_ASSIGN(RunInfo run, readRow(statement));
    return std::optional<RunInfo>(std::move(run));
}

} // namespace

Hash128 runHash(const nn::Encoder& encoder, const text::Tokenizer& tokenizer, const ExtractOptions& options) {
    Hasher hasher;
    hasher.add(std::string_view("run 1"));
    hasher.add(std::string_view(encoder.weightsHash().hex()));
    hasher.add(std::string_view(tokenizer.hash().hex()));
    hasher.add(std::string_view(nn::siteName(options.encoder.site)));
    hasher.add(std::string_view(nn::poolingName(options.encoder.pooling)));
    hasher.add(std::string_view(dtypeName(options.dtype)));
    hasher.add(static_cast<std::uint64_t>(options.encoder.precision));
    return hasher.finish();
}

std::string runParameters(const nn::Encoder& encoder, const ExtractOptions& options,
                          const std::optional<nn::RuntimeInfo>& runtime) {
    json parameters = {
        {"site", nn::siteName(options.encoder.site)},
        {"pooling", nn::poolingName(options.encoder.pooling)},
        {"dtype", dtypeName(options.dtype)},
        {"precision", options.encoder.precision == nn::Precision::Float16 ? "f16" : "f32"},
        {"device", encoder.deviceText()},
        {"threads", options.encoder.threads ? options.encoder.threads : threadCount()},
        {"batch_tokens", batchLimits(encoder, options.batchTokens).tokens},
        {"cpu", cpuModel()},
        {"version", NEUROSCRIBE_VERSION},
    };
    if (runtime) {
        parameters["blas"] = runtime->blas;
        parameters["torch"] = runtime->torchVersion;
    }
    return parameters.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string markMixed(const std::string& parameters) {
    json mixed = json::parse(parameters, nullptr, false);
    if (mixed.is_object())
        mixed["mixed"] = true;
    return mixed.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<std::optional<RunInfo>> findRun(store::Database& database, const Hash128& hash) {
    NS_ASSIGN(auto statement, database.prepare(std::string("SELECT ") + kColumns + " FROM run WHERE run_hash = ?"));
    statement.bind(1, std::string_view(hash.hex()));
    return readFirst(statement);
}

Result<std::optional<RunInfo>> currentRun(store::Database& database) {
    NS_ASSIGN(auto statement,
              database.prepare(std::string("SELECT ") + kColumns +
                               " FROM run WHERE finished = 1 ORDER BY created_at DESC, id DESC LIMIT 1"));
    return readFirst(statement);
}

Result<RunInfo> insertRun(store::Database& database, const RunInfo& run, const Hash128& modelHash,
                          const std::string& parameters) {
    NS_ASSIGN(auto statement,
              database.prepare("INSERT INTO run (folder, model, model_hash, run_hash, parameters, layers, units, "
                               "sentences, created_at) "
                               "VALUES (?, ?, ?, ?, ?, ?, ?, 0, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))"));
    statement.bind(1, std::string_view(run.folder)).bind(2, std::string_view(run.model));
    statement.bind(3, std::string_view(modelHash.hex())).bind(4, std::string_view(run.runHash));
    statement.bind(5, std::string_view(parameters));
    statement.bind(6, std::int64_t{run.layers}).bind(7, std::int64_t{run.units});
    NS_TRY(statement.run());
    RunInfo inserted = run;
    inserted.id = database.lastInsertId();
    return inserted;
}

Result<std::string> storedParameters(store::Database& database, std::int64_t run) {
    NS_ASSIGN(auto statement, database.prepare("SELECT parameters FROM run WHERE id = ?"));
    statement.bind(1, run);
    NS_ASSIGN(const bool found, statement.step());
    return found ? statement.text(0) : std::string();
}

Result<std::string> storedModelHash(store::Database& database, std::int64_t run) {
    NS_ASSIGN(auto statement, database.prepare("SELECT model_hash FROM run WHERE id = ?"));
    statement.bind(1, run);
    NS_ASSIGN(const bool found, statement.step());
    if (!found)
        return Error{ErrorCode::NotFound, "run " + std::to_string(run), "there is no such run", ""};
    return statement.text(0);
}

Status storeParameters(store::Database& database, std::int64_t run, const std::string& parameters) {
    NS_ASSIGN(auto statement, database.prepare("UPDATE run SET parameters = ? WHERE id = ?"));
    statement.bind(1, std::string_view(parameters)).bind(2, run);
    return statement.run();
}

Status storeProgress(store::Database& database, const RunInfo& run) {
    NS_ASSIGN(auto statement, database.prepare("UPDATE run SET sentences = ?1, finished = ?2, created_at = CASE ?2 "
                                               "WHEN 1 THEN strftime('%Y-%m-%dT%H:%M:%fZ', 'now') "
                                               "ELSE created_at END WHERE id = ?3"));
    statement.bind(1, std::int64_t{run.sentences}).bind(2, std::int64_t{run.finished}).bind(3, run.id);
    return statement.run();
}

} // namespace neuroscribe::extraction
