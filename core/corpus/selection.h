// Of the candidates of an import: drops duplicates, keeps a fair sample per category, and puts the rest into the
// seeded order in which ids are given. Private to core/corpus.
#pragma once

#include <map>
#include <unordered_set>

#include "core/corpus/record_filter.h"

namespace neuroscribe::corpus {

struct HashOfHash {
    std::size_t operator()(const Hash128& hash) const { return static_cast<std::size_t>(hash.low); }
};
using HashSet = std::unordered_set<Hash128, HashOfHash>;

/// Memory: at most `cap` texts per category and 16 bytes per distinct text.
class Selection {
public:
    /// present: texts the study has already. existing: their number per category, which counts toward the cap.
    Selection(std::uint32_t cap, std::uint64_t seed, HashSet present, std::map<std::string, std::uint64_t> existing);

    struct Dropped {
        Reason reason;
        std::string source;
        std::string text;
    };
    /// What this candidate pushed out: itself or an earlier one; nothing while there is room. With a cap every
    /// category keeps the candidates with the smallest seeded hash: a uniform sample, whatever the order of the files.
    std::optional<Dropped> add(Candidate candidate);
    /// All that was kept, shuffled with the seed from an order that does not depend on the order of the files.
    std::vector<Candidate> take();

private:
    struct Ranked {
        Hash128 rank;
        Candidate candidate;
        bool operator<(const Ranked& other) const { return rank < other.rank; }
    };

    std::uint32_t m_cap;
    std::uint64_t m_seed;
    HashSet m_seen;
    std::map<std::string, std::uint64_t> m_existing;
    std::map<std::string, std::vector<Ranked>> m_kept; ///< heaps with the largest rank in front, where there is a cap
};

} // namespace neuroscribe::corpus
