// Exact comparisons of cells: fractions are compared by cross multiplication, so that ties are ties.
#pragma once

#include <compare>
#include <cstdint>

namespace neuroscribe::tagging {

__extension__ using Wide = unsigned __int128;

/// numerator/denominator, denominator > 0.
struct Fraction {
    std::uint64_t numerator = 0;
    std::uint64_t denominator = 1;
    std::strong_ordering operator<=>(const Fraction& other) const {
        return static_cast<Wide>(numerator) * other.denominator <=> static_cast<Wide>(other.numerator) * denominator;
    }
    /// By value: 1/2 equals 2/4.
    bool operator==(const Fraction& other) const { return (*this <=> other) == 0; }
};

/// Lift (x/m) / (B/n) as a fraction; products of two 32-bit counts fit 64 bits. m, B > 0.
constexpr Fraction liftFraction(std::uint32_t yes, std::uint32_t answered, std::uint32_t baseYes,
                                std::uint32_t baseAnswered) {
    return {static_cast<std::uint64_t>(yes) * baseAnswered, static_cast<std::uint64_t>(answered) * baseYes};
}

} // namespace neuroscribe::tagging
