#include "tests/cli/naive_tags.h"

#include <algorithm>

namespace neuroscribe::test {
namespace {

struct Count {
    std::uint32_t yes = 0, answered = 0;
};

Count count(const Npy& labels, std::size_t column, const std::vector<std::size_t>& rows) {
    Count counted;
    for (const std::size_t row : rows) {
        counted.answered += labels.at(row, column) >= 0;
        counted.yes += labels.at(row, column) == 1;
    }
    return counted;
}

double logChoose(double n, double k) {
    return std::lgamma(n + 1) - std::lgamma(k + 1) - std::lgamma(n - k + 1);
}

/// P(X >= x), one term after the other.
double tail(Count all, Count drawn) {
    double sum = 0;
    for (std::uint32_t x = drawn.yes; x <= std::min(drawn.answered, all.yes); ++x)
        if (drawn.answered - x <= all.answered - all.yes)
            sum += std::exp(logChoose(all.yes, x) + logChoose(all.answered - all.yes, drawn.answered - x) -
                            logChoose(all.answered, drawn.answered));
    return std::min(1.0, sum);
}

void fillQ(std::vector<std::vector<NaiveCell>>& cells) {
    std::vector<NaiveCell*> family;
    for (auto& row : cells)
        for (NaiveCell& cell : row)
            if (cell.p)
                family.push_back(&cell);
    std::sort(family.begin(), family.end(), [](const NaiveCell* a, const NaiveCell* b) { return *a->p < *b->p; });
    double running = 1.0;
    for (std::size_t i = family.size(); i-- > 0;) {
        running = std::min(running, *family[i]->p * static_cast<double>(family.size()) / static_cast<double>(i + 1));
        family[i]->q = running;
    }
}

} // namespace

std::vector<std::size_t> naiveExemplars(const Npy& activations, std::size_t neuron,
                                        const std::vector<std::size_t>& members, std::size_t count, bool top) {
    std::vector<std::size_t> rows = members;
    std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) {
        return top ? activations.at(a, neuron) > activations.at(b, neuron)
                   : activations.at(a, neuron) < activations.at(b, neuron);
    });
    rows.resize(count);
    return rows;
}

std::vector<std::vector<NaiveCell>> naiveCells(const Npy& activations, const Npy& labels,
                                               const std::vector<std::size_t>& members, std::size_t exemplars) {
    std::vector<std::vector<NaiveCell>> cells(activations.columns, std::vector<NaiveCell>(labels.columns));
    for (std::size_t neuron = 0; neuron < activations.columns; ++neuron) {
        const auto rows = naiveExemplars(activations, neuron, members, exemplars);
        for (std::size_t c = 0; c < labels.columns; ++c) {
            const Count all = count(labels, c, members);
            const Count drawn = count(labels, c, rows);
            NaiveCell& cell = cells[neuron][c];
            cell.yes = drawn.yes;
            cell.answered = drawn.answered;
            if (all.answered)
                cell.baseRate = static_cast<double>(all.yes) / all.answered;
            if (drawn.answered == 0 || all.answered == 0)
                continue;
            cell.f = static_cast<double>(drawn.yes) / drawn.answered;
            if (*cell.baseRate > 0)
                cell.lift = *cell.f / *cell.baseRate;
            cell.p = tail(all, drawn);
        }
    }
    fillQ(cells);
    return cells;
}

} // namespace neuroscribe::test
