#include "core/extraction/ranks.h"

#include <algorithm>
#include <filesystem>

#include "core/extraction/run_reader.h"

namespace neuroscribe::extraction {
namespace {

std::span<const SentenceId> membersOf(const corpus::CorpusIndex& index, corpus::Split split) {
    return index.members[static_cast<std::size_t>(split)];
}

/// Fills the keys of one segment's members; keys: [count][members].
template <class Value, class Key>
void gatherKeys(const store::SegmentHeader& header, std::span<const std::byte> bytes,
                std::span<const SentenceId> members, std::span<std::uint32_t> keys, Key key) {
    const auto* values = reinterpret_cast<const Value*>(bytes.data());
    const SentenceId begin(header.firstSentence), end(header.firstSentence + header.sentences);
    const auto first = std::lower_bound(members.begin(), members.end(), begin) - members.begin();
    const auto last = std::lower_bound(members.begin(), members.end(), end) - members.begin();
    const std::size_t count = keys.size() / members.size();
    for (std::size_t n = 0; n < count; ++n) {
        const Value* row = values + n * header.sentences;
        std::uint32_t* out = keys.data() + n * members.size();
        for (auto p = first; p < last; ++p)
            out[p] = key(row[members[static_cast<std::size_t>(p)].value - begin.value]);
    }
}

tagging::RankSource makeSource(const RunReader& reader, const RunInfo& run, std::span<const SentenceId> members,
                               const Hash128& hash) {
    tagging::RankSource source;
    source.neurons = run.neurons();
    source.members = static_cast<std::uint32_t>(members.size());
    source.sourceHash = hash;
    source.readKeys = [&reader, members](std::uint32_t first, std::uint32_t count, std::span<std::uint32_t> keys) {
        return reader.visit(NeuronId(first), count, [&](const auto& header, std::span<const std::byte> bytes) {
            if (header.dtype == store::DType::Float16)
                gatherKeys<std::uint16_t>(header, bytes, members, keys, tagging::rankKeyOfHalf);
            else
                gatherKeys<float>(header, bytes, members, keys, tagging::rankKey);
        });
    };
    return source;
}

/// Ids ascending and inside the run: the gathering relies on it, and the index may come from a damaged study.
Status checkMembers(const RunInfo& run, const corpus::CorpusIndex& index) {
    if (index.size() != run.sentences)
        return Error{ErrorCode::Stale, "activations",
                     "the corpus has " + std::to_string(index.size()) + " sentences, the activations " +
                         std::to_string(run.sentences),
                     "Run the extraction again: it adds the missing ones"};
    for (const auto& members : index.members)
        if (!std::is_sorted(members.begin(), members.end()) ||
            (!members.empty() && members.back().value >= run.sentences))
            return Error{ErrorCode::Corrupt, "corpus", "the splits name sentences that are not there", ""};
    return {};
}

} // namespace

std::string rankPath(const std::string& activationsFolder, const RunInfo& run, corpus::Split split) {
    const char* name = split == corpus::Split::Calibration ? "ranks-calibration.bin" : "ranks-validation.bin";
    return (std::filesystem::path(runFolder(activationsFolder, run)) / name).string();
}

std::string rowRulesPath(const std::string& activationsFolder, const RunInfo& run, corpus::Split split) {
    const char* name = split == corpus::Split::Calibration ? "rules-calibration.bin" : "rules-validation.bin";
    return (std::filesystem::path(runFolder(activationsFolder, run)) / name).string();
}

Hash128 rankSourceHash(const RunInfo& run, const Hash128& corpusHash, std::span<const SentenceId> members) {
    Hasher hasher;
    hasher.add(std::string_view(run.runHash));
    hasher.add(std::string_view(corpusHash.hex()));
    hasher.add(std::as_bytes(members));
    return hasher.finish();
}

Result<std::shared_ptr<const tagging::RankTable>> openRanks(const std::string& activationsFolder, const RunInfo& run,
                                                            const corpus::CorpusIndex& index, const Hash128& corpusHash,
                                                            corpus::Split split) {
    const auto members = membersOf(index, split);
    if (members.empty())
        return Error{ErrorCode::MissingInput, "corpus", "no sentence is in this half of the corpus", ""};
    NS_ASSIGN(auto table, tagging::RankTable::open(rankPath(activationsFolder, run, split),
                                                   rankSourceHash(run, corpusHash, members)));
    if (table->neurons() != run.neurons() || table->members() != members.size())
        return Error{ErrorCode::Stale, rankPath(activationsFolder, run, split),
                     "the ranks have another shape than the activations", "Run the extraction again"};
    return table;
}

Status buildRunRanks(const std::string& activationsFolder, const RunInfo& run, const corpus::CorpusIndex& index,
                     const Hash128& corpusHash, std::stop_token stop, ProgressSink& progress) {
    NS_TRY(checkMembers(run, index));
    NS_ASSIGN(const RunReader reader, RunReader::open(activationsFolder, run));
    for (const corpus::Split split : {corpus::Split::Calibration, corpus::Split::Validation}) {
        const auto members = membersOf(index, split);
        if (members.empty())
            continue;
        const Hash128 hash = rankSourceHash(run, corpusHash, members);
        const std::string path = rankPath(activationsFolder, run, split);
        if (openRanks(activationsFolder, run, index, corpusHash, split) && tagging::verifyRanks(path, hash))
            continue;
        NS_TRY(tagging::buildRanks(path, makeSource(reader, run, members, hash), stop, progress));
    }
    return {};
}

Result<std::shared_ptr<const tagging::RowRules>> computeRunRules(const std::string& activationsFolder,
                                                                 const RunInfo& run, const corpus::CorpusIndex& index,
                                                                 const Hash128& corpusHash, corpus::Split split,
                                                                 const tagging::SplitLabels& labels,
                                                                 std::stop_token stop, ProgressSink& progress) {
    NS_TRY(checkMembers(run, index));
    const auto members = membersOf(index, split);
    NS_ASSIGN(const RunReader reader, RunReader::open(activationsFolder, run));
    const Hash128 hash = rankSourceHash(run, corpusHash, members);
    return tagging::computeRowRules(makeSource(reader, run, members, hash), labels, std::move(stop), progress);
}

std::uint64_t rankBytes(std::uint32_t neurons, std::uint32_t sentences) {
    const std::uint32_t half = sentences / 2 + 1;
    const std::uint64_t depth = tagging::exemplarCount(tagging::kMaxKMilli, half) + tagging::kRankBlock;
    return 2 * 2 * depth * neurons * sizeof(std::uint32_t);
}

} // namespace neuroscribe::extraction
