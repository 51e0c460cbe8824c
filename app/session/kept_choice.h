// How a person wants to see a study: small texts that are kept in it, by key.
#pragma once

#include "core/store/sqlite.h"

#include <optional>
#include <string>
#include <string_view>

namespace neuroscribe::app {

/// Nothing: never chosen.
Result<std::optional<std::string>> loadChoice(store::Database& database, std::string_view key);
Status keepChoice(store::Database& database, std::string_view key, const std::string& choice);

} // namespace neuroscribe::app
