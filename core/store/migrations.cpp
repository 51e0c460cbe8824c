#include "core/store/migrations.h"

#include <array>

#include "core/store/schema.h"

namespace neuroscribe::store {
namespace {

/// kSteps[v] leads from version v to v + 1.
constexpr std::array<const char*, kSchemaVersion> kSteps = {kSchema, kSchema2, kSchema3};

} // namespace

Result<std::int64_t> studyVersion(Database& database) {
    NS_ASSIGN(const auto application, database.integer("PRAGMA application_id"));
    NS_ASSIGN(const auto version, database.integer("PRAGMA user_version"));
    if (application != kApplicationId)
        return Error{ErrorCode::Unsupported, database.path(), "this is not a Neuroscribe study",
                     "Choose a folder with a study.neuroscribe file that Neuroscribe made"};
    if (!version || *version < 1)
        return Error{ErrorCode::Corrupt, database.path(), "the study has no schema version",
                     "Restore the study from a copy"};
    return *version;
}

Status migrate(Database& database, std::int64_t version) {
    if (version >= kSchemaVersion)
        return {};
    NS_ASSIGN(Transaction transaction, Transaction::begin(database));
    for (std::int64_t step = version; step < kSchemaVersion; ++step)
        NS_TRY(database.execute(kSteps.at(static_cast<std::size_t>(step))));
    NS_TRY(database.execute("PRAGMA application_id=" + std::to_string(kApplicationId)));
    NS_TRY(database.execute("PRAGMA user_version=" + std::to_string(kSchemaVersion)));
    return transaction.commit();
}

} // namespace neuroscribe::store
