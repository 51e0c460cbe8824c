// Is a frequency more than what the strata explain? Enrichment within strata, and one label given another (SCIENCE,
// "What the paper leaves out" 6).
#pragma once

#include <cstdint>
#include <optional>
#include <span>

namespace neuroscribe::stats {

/// One label within one stratum. drawn <= population, yes <= population, hits <= min(drawn, yes).
struct Stratum {
    std::uint32_t population = 0; ///< answered sentences
    std::uint32_t yes = 0;        ///< of them labelled
    std::uint32_t drawn = 0;      ///< answered exemplars
    std::uint32_t hits = 0;       ///< of them labelled

    bool operator==(const Stratum&) const = default;
};

struct Stratified {
    double expected = 0;        ///< sum of drawn * yes / population
    std::optional<double> lift; ///< hits over expected: "adjusted lift"; nothing where expected is 0
    double p = 1;               ///< P(X >= hits), X the sum of the strata's hypergeometrics
};
/// Nothing where nothing is drawn.
std::optional<Stratified> stratifiedEnrichment(std::span<const Stratum> strata);

/// Common odds ratio of being drawn and being labelled (Mantel and Haenszel 1959). Nothing where no stratum has both
/// undrawn labelled and drawn unlabelled sentences: it is then infinite, or there is nothing to compare.
std::optional<double> mantelHaenszel(std::span<const Stratum> strata);

} // namespace neuroscribe::stats
