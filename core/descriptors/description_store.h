// Descriptions on disk. Private to core/descriptors.
#pragma once

#include <unordered_map>

#include "core/descriptors/description.h"

namespace neuroscribe::descriptors {

enum class Asked : std::uint8_t { No, Answered, Failed };
/// By sentence. Errors: Corrupt.
Result<std::vector<Asked>> loadAsked(store::Database& database, EngineId engine, std::uint32_t sentences);

/// Registers the engine for topics and puts it into the union.
Result<EngineId> joinUnion(store::Database& database, const llm::EngineRecord& engine);

/// Stores an engine's descriptions; one about the same sentence is replaced.
class DescriptionWriter {
public:
    DescriptionWriter(store::Database& database, EngineId engine) : m_database(database), m_engine(engine) {}
    /// All of them in one transaction.
    Status write(std::span<const Description> descriptions);

private:
    Status writeOne(store::Statement& insert, const Description& description);
    Result<std::int64_t> descriptorOf(const std::string& name);

    store::Database& m_database;
    EngineId m_engine;
    std::unordered_map<std::string, std::int64_t> m_known;
};

} // namespace neuroscribe::descriptors
