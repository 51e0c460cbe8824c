#include "app/session/kept_choice.h"

namespace neuroscribe::app {

Result<std::optional<std::string>> loadChoice(store::Database& database, std::string_view key) {
    NS_ASSIGN(auto query, database.prepare("SELECT value FROM study_value WHERE key = ?"));
    NS_ASSIGN(const bool found, query.bind(1, key).step());
    return found ? std::optional<std::string>(query.text(0)) : std::nullopt;
}

Status keepChoice(store::Database& database, std::string_view key, const std::string& choice) {
    NS_ASSIGN(auto insert, database.prepare("INSERT OR REPLACE INTO study_value (key, value) VALUES (?, ?)"));
    return insert.bind(1, key).bind(2, choice).run();
}

} // namespace neuroscribe::app
