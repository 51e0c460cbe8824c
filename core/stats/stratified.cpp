#include "core/stats/stratified.h"

#include "core/stats/hit_law.h"

namespace neuroscribe::stats {

std::optional<Stratified> stratifiedEnrichment(std::span<const Stratum> strata) {
    std::uint32_t drawn = 0, hits = 0;
    Stratified result;
    std::vector<HitLaw> laws;
    for (const Stratum& stratum : strata) {
        if (stratum.drawn == 0)
            continue;
        drawn += stratum.drawn;
        hits += stratum.hits;
        laws.push_back(hitLaw(stratum.population, stratum.yes, stratum.drawn));
        result.expected += laws.back().mean;
    }
    if (drawn == 0)
        return std::nullopt;
    if (result.expected > 0)
        result.lift = hits / result.expected;
    std::vector<const HitLaw*> borrowed;
    for (const HitLaw& law : laws)
        borrowed.push_back(&law);
    result.p = HitTail().of(borrowed, hits);
    return result;
}

std::optional<double> mantelHaenszel(std::span<const Stratum> strata) {
    double with = 0, against = 0;
    for (const Stratum& s : strata) {
        if (s.population == 0)
            continue;
        const double drawnYes = s.hits, drawnNo = s.drawn - s.hits, otherYes = s.yes - s.hits;
        const double otherNo = static_cast<double>(s.population) - s.drawn - otherYes;
        with += drawnYes * otherNo / s.population;
        against += drawnNo * otherYes / s.population;
    }
    return against > 0 ? std::optional(with / against) : std::nullopt;
}

} // namespace neuroscribe::stats
