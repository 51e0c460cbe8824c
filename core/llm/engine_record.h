// Who answered, with which prompt: the row of table `engine` that every answer of p1 and p2 hangs on.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/store/sqlite.h"

namespace neuroscribe::llm {

enum class Task : std::uint8_t { Topics, Labels }; ///< p1, p2

struct EngineRecord {
    EngineId id;
    Task task = Task::Labels;
    std::string annotator; ///< of labels: "B" or a reference annotator's name; empty for topics
    std::string spec;      ///< as given: "lexical", "import", a folder, openai:...
    std::string identity;  ///< LanguageModel::identity(); the spec where there is no model
    std::string promptHash;
    std::string prompt;            ///< template; empty where no language model was asked
    std::string wrapper;           ///< template
    std::string device;            ///< LanguageModel::description()
    std::string parameters = "{}"; ///< JSON
    double marginThreshold = 0;    ///< Yes above, No below; labels only
    bool inUnion = true;           ///< topics: what it said counts
    std::string createdAt;         ///< UTC, ISO 8601; when it was last asked
};

/// Task, annotator, identity and prompt hash are the key. A known engine gets the new spec, device and parameters and
/// becomes the newest again; its margin threshold stays. `id`, `createdAt`, `marginThreshold` and `inUnion` are not
/// read. Errors: InvalidArgument (an empty spec, or labels without annotator).
Result<EngineId> registerEngine(store::Database& database, const EngineRecord& engine);
/// Errors: NotFound.
Result<EngineRecord> loadEngine(store::Database& database, EngineId id);
/// From the oldest to the newest.
Result<std::vector<EngineRecord>> loadEngines(store::Database& database, Task task);

} // namespace neuroscribe::llm
