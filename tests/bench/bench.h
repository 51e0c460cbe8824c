// What the benches share: contenders measured in interleaved rounds, so that a machine that slows down slows all of
// them, and medians over the rounds.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace neuroscribe::bench {

inline double secondsOf(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

inline double median(std::vector<double> values) {
    if (values.empty())
        return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Contenders that take turns: A B C, A B C, ...
class Rounds {
public:
    /// Returns the contender's index. `work` is one measured run.
    std::size_t add(std::string name, std::function<void()> work) {
        m_contenders.push_back({std::move(name), std::move(work), {}});
        return m_contenders.size() - 1;
    }

    /// One unmeasured round to warm up, then `rounds` measured ones.
    void run(int rounds) {
        for (auto& contender : m_contenders)
            contender.work();
        for (int round = 0; round < rounds; ++round)
            for (auto& contender : m_contenders)
                contender.seconds.push_back(secondsOf(contender.work));
    }

    double medianSeconds(std::size_t index) const { return median(m_contenders[index].seconds); }
    const std::vector<double>& seconds(std::size_t index) const { return m_contenders[index].seconds; }

    /// "name: median ms (fastest .. slowest)" for each contender.
    void print() const {
        for (const auto& contender : m_contenders) {
            const auto [low, high] = std::minmax_element(contender.seconds.begin(), contender.seconds.end());
            std::printf("%-48s median %10.3f ms   (%.3f .. %.3f, %zu rounds)\n", contender.name.c_str(),
                        1e3 * median(contender.seconds), 1e3 * *low, 1e3 * *high, contender.seconds.size());
        }
    }

private:
    struct Contender {
        std::string name;
        std::function<void()> work;
        std::vector<double> seconds;
    };
    std::vector<Contender> m_contenders;
};

/// Keeps the compiler from removing work whose result nobody reads.
template <class T>
void keep(const T& value) {
    asm volatile("" : : "g"(&value) : "memory");
}

} // namespace neuroscribe::bench
