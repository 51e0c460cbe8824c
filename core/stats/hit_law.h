// P(X >= x) of a sum of independent hypergeometric counts: one label's hits over strata. To nine digits at least,
// however small it is: the laws are tilted (each probability times e^(tilt * hits), as of Esscher 1932) until x is what
// is expected, so that what is cut off far from x weighs nothing there, and the tilt is taken back from the result.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace neuroscribe::stats {

/// Hits among the draws of one stratum: first .. first + up.size().
struct HitLaw {
    std::uint32_t first = 0;
    std::vector<double> up;        ///< P(first + i + 1) / P(first + i); falling
    std::vector<double> down;      ///< 1 / up
    std::vector<double> logChance; ///< of first + i
    double mean = 0, variance = 0;

    std::uint32_t last() const { return first + static_cast<std::uint32_t>(up.size()); }
};
/// yes <= population, drawn <= population.
HitLaw hitLaw(std::uint32_t population, std::uint32_t yes, std::uint32_t drawn);

/// Keeps its work space from one sum to the next. Not thread-safe.
class HitTail {
public:
    /// P(at least `hits`). Of no law: 1 for no hit, else 0.
    double of(std::span<const HitLaw* const> laws, std::uint32_t hits);

private:
    double tiltFor(std::span<const HitLaw* const> laws, double hits) const;
    double addTilted(const HitLaw& law, double tilt);

    std::uint32_t m_first = 0;  ///< fewest hits that m_law has
    std::vector<double> m_law;  ///< of the strata so far, tilted; its sum is 1
    std::vector<double> m_next; ///< of one stratum
    std::vector<double> m_sum;
};

} // namespace neuroscribe::stats
