// Seeded random numbers that are the same on every platform and standard library (std::shuffle is not).
#pragma once

#include <cstdint>
#include <span>
#include <utility>

namespace neuroscribe {

/// SplitMix64: small, fast, good enough to draw and shuffle; each use stores its seed.
class Random {
public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    std::uint64_t next() {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }

    /// Uniform in 0 .. bound-1 without bias; bound > 0.
    std::uint64_t below(std::uint64_t bound) {
        const std::uint64_t limit = -bound % bound; // 2^64 mod bound
        for (;;) {
            const std::uint64_t value = next();
            if (value >= limit)
                return value % bound;
        }
    }

    /// Uniform in [0, 1).
    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

private:
    std::uint64_t m_state;
};

/// Fisher-Yates.
template <class T>
void shuffle(std::span<T> values, Random& random) {
    for (std::size_t i = values.size(); i > 1; --i)
        std::swap(values[i - 1], values[random.below(i)]);
}

} // namespace neuroscribe
