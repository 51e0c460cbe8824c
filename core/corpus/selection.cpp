#include "core/corpus/selection.h"

#include <algorithm>

#include "core/base/random.h"

namespace neuroscribe::corpus {
namespace {

Hash128 rankOf(const Hash128& text, std::uint64_t seed) {
    Random low(seed ^ text.low);
    Random high(seed ^ text.high);
    return {low.next() ^ high.next(), low.next() + high.next()};
}

} // namespace

Selection::Selection(std::uint32_t cap, std::uint64_t seed, HashSet present,
                     std::map<std::string, std::uint64_t> existing)
    : m_cap(cap), m_seed(seed), m_seen(std::move(present)), m_existing(std::move(existing)) {}

std::optional<Selection::Dropped> Selection::add(Candidate candidate) {
    if (!m_seen.insert(candidate.hash).second)
        return Dropped{Reason::Duplicate, std::move(candidate.source), std::move(candidate.text)};
    std::vector<Ranked>& kept = m_kept[candidate.category];
    const auto existing = m_existing.find(candidate.category);
    const std::uint64_t taken = existing == m_existing.end() ? 0 : existing->second;
    kept.push_back({rankOf(candidate.hash, m_seed), std::move(candidate)});
    if (m_cap == 0)
        return std::nullopt;
    std::push_heap(kept.begin(), kept.end());
    if (taken + kept.size() <= m_cap)
        return std::nullopt;
    std::pop_heap(kept.begin(), kept.end());
    Candidate dropped = std::move(kept.back().candidate);
    kept.pop_back();
    return Dropped{Reason::OverCategoryCap, std::move(dropped.source), std::move(dropped.text)};
}

std::vector<Candidate> Selection::take() {
    std::vector<Candidate> all;
    for (auto& [category, kept] : m_kept)
        for (Ranked& ranked : kept)
            all.push_back(std::move(ranked.candidate));
    m_kept.clear();
    std::sort(all.begin(), all.end(), [](const Candidate& a, const Candidate& b) { return a.hash < b.hash; });
    Random random(m_seed);
    shuffle(std::span(all), random);
    return all;
}

} // namespace neuroscribe::corpus
