// r, AUROC and average precision of one neuron and one descriptor, straight from the definitions and slowly.
#pragma once

#include <cmath>
#include <limits>
#include <vector>

#include "tests/core/tagging/naive_tagging.h"

namespace neuroscribe::test {

/// Activations of the answered sentences, those labelled yes and those labelled no.
struct NaiveRow {
    std::vector<double> yes, no;
};

inline NaiveRow naiveRow(const TinyStudy& study, std::uint32_t neuron, std::uint32_t c, bool negated) {
    NaiveRow row;
    for (const SentenceId id : study.members) {
        const double a = static_cast<double>(study.activations[id.value * study.neurons + neuron]);
        const labels::Answer answer = study.labels.at(id, c);
        if (answer == labels::Answer::Yes)
            row.yes.push_back(negated ? -a : a);
        else if (answer == labels::Answer::No)
            row.no.push_back(negated ? -a : a);
    }
    return row;
}

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

inline double naiveR(const NaiveRow& row) {
    std::vector<double> all = row.yes;
    all.insert(all.end(), row.no.begin(), row.no.end());
    const auto mean = [](const std::vector<double>& values) {
        long double sum = 0;
        for (const double value : values)
            sum += value;
        return sum / static_cast<long double>(values.size());
    };
    if (row.yes.empty() || row.no.empty() || std::ranges::all_of(all, [&](double a) { return a == all[0]; }))
        return kUndefined;
    const long double middle = mean(all);
    long double squares = 0;
    for (const double value : all)
        squares += (value - middle) * (value - middle);
    const long double n = static_cast<long double>(all.size());
    const long double p = static_cast<long double>(row.yes.size()) / n;
    return static_cast<double>((mean(row.yes) - mean(row.no)) / std::sqrt(squares / n) * std::sqrt(p * (1 - p)));
}

inline double naiveAuroc(const NaiveRow& row) {
    if (row.yes.empty() || row.no.empty())
        return kUndefined;
    double wins = 0;
    for (const double a : row.yes)
        for (const double b : row.no)
            wins += a > b ? 1.0 : (a == b ? 0.5 : 0.0);
    return wins / (static_cast<double>(row.yes.size()) * static_cast<double>(row.no.size()));
}

/// Sum over the different activations, from the highest, of the gain in recall times the precision there.
inline double naiveAuprc(const NaiveRow& row) {
    if (row.yes.empty())
        return kUndefined;
    std::vector<double> steps = row.yes;
    std::ranges::sort(steps);
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    double sum = 0;
    for (const double step : steps) {
        const auto atLeast = [step](const std::vector<double>& values) {
            return static_cast<double>(std::ranges::count_if(values, [step](double a) { return a >= step; }));
        };
        const double here = static_cast<double>(std::ranges::count(row.yes, step));
        sum += here / static_cast<double>(row.yes.size()) * atLeast(row.yes) / (atLeast(row.yes) + atLeast(row.no));
    }
    return sum;
}

} // namespace neuroscribe::test
