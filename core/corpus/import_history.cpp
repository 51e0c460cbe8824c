#include "core/corpus/import_history.h"

#include <nlohmann/json.hpp>

namespace neuroscribe::corpus {
namespace {

Error corrupt(const std::string& why) {
    return Error{ErrorCode::Corrupt, "table import", why, ""};
}

Status readCounts(const std::string& text, ImportRecord& record) {
    const auto counts = nlohmann::json::parse(text, nullptr, false);
    if (!counts.is_object())
        return corrupt("the counts are no JSON object");
    const auto number = [&counts](const char* key) {
        const auto found = counts.find(key);
        return found != counts.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
    };
    record.read = number("read");
    record.kept = number("kept");
    const auto dropped = counts.find("dropped");
    if (dropped == counts.end() || !dropped->is_object())
        return corrupt("the counts do not say what was dropped");
    for (const auto& [reason, count] : dropped->items()) {
        if (!count.is_number_unsigned())
            return corrupt("what was dropped is no number");
        record.dropped[reason] = count.get<std::uint64_t>();
    }
    return {};
}

Status readFiles(const std::string& text, ImportRecord& record) {
    const auto files = nlohmann::json::parse(text, nullptr, false);
    if (!files.is_array())
        return corrupt("the sources are no list");
    for (const auto& file : files) {
        if (!file.is_string())
            return corrupt("a source is no text");
        record.files.push_back(file.get<std::string>());
    }
    return {};
}

} // namespace

Result<std::vector<ImportRecord>> loadImports(store::Database& database) {
    NS_ASSIGN(auto rows, database.prepare("SELECT sources, finished_at, options, counts FROM import ORDER BY id"));
    std::vector<ImportRecord> records;
    for (;;) {
        NS_ASSIGN(const bool there, rows.step());
        if (!there)
            return records;
        ImportRecord record;
        record.finishedAt = rows.text(1);
        record.options = rows.text(2);
        NS_TRY(readFiles(std::string(rows.text(0)), record));
        NS_TRY(readCounts(std::string(rows.text(3)), record));
        records.push_back(std::move(record));
    }
}

} // namespace neuroscribe::corpus
