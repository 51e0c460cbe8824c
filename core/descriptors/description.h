// What p1 found: the descriptors each engine gave each sentence, raw and normalised (paper 3.1).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/llm/engine_record.h"
#include "core/llm/language_model.h"
#include "core/store/sqlite.h"

namespace neuroscribe::descriptors {

/// What one engine said about one sentence.
struct Description {
    SentenceId sentence;
    std::string reply; ///< raw; empty for the lexical engine
    llm::Failure failure = llm::Failure::None;
    std::string detail;              ///< of a failure
    std::int64_t askedAt = 0;        ///< seconds since 1970
    std::vector<std::string> topics; ///< normalised (llm::topicKey), each once; of a failure none
};

/// A descriptor that some engine gave some sentence.
struct RawDescriptor {
    RawDescriptorId id;
    std::string name;
    std::uint32_t sentences = 0; ///< that have it, by whatever engine
};

/// Pairs (sentence, engine) of the union.
struct DescribeCoverage {
    std::uint64_t answered = 0;
    std::uint64_t unanswered = 0; ///< failed, or not asked yet
    std::uint64_t failed = 0;     ///< of the unanswered: asked in vain
};
struct DescribeCounts : DescribeCoverage {
    std::uint64_t descriptors = 0; ///< (sentence, descriptor) pairs of the union
    std::uint64_t distinct = 0;    ///< descriptors of the union
};

/// The engines whose union the study uses: those asked since leaveUnion(). From the oldest to the newest.
Result<std::vector<llm::EngineRecord>> loadUnion(store::Database& database);
/// Before the engines of a new union are asked. Nothing that was said is lost: an engine that is asked again is in.
Status leaveUnion(store::Database& database);
/// Of the union. Nothing in it: all zero.
Result<DescribeCoverage> loadCoverage(store::Database& database);
Result<DescribeCounts> countDescriptions(store::Database& database);
/// Of the union, the most frequent first, then by name.
Result<std::vector<RawDescriptor>> loadRawDescriptors(store::Database& database);

/// The way back: what was asked, who said what, and when.
struct DescriptionOrigin {
    llm::EngineRecord engine;
    Description description;
    std::string prompt; ///< as it was asked, made again from template and texts; empty for the lexical engine
};
/// Of every engine that was asked about the sentence, the newest first. Errors: NotFound, Corrupt.
Result<std::vector<DescriptionOrigin>> loadDescriptionOrigins(store::Database& database, SentenceId sentence);

} // namespace neuroscribe::descriptors
