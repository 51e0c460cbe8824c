#include "app/cli/correlation_output.h"

#include <algorithm>
#include <cmath>

#include "app/cli/numbers.h"
#include "app/cli/table.h"
#include "core/base/number_text.h"
#include "core/pipeline/correlation_output.h"

namespace neuroscribe::cli {
namespace {

using pipeline::CorrelationView;
using pipeline::DescriptorCorrelation;

constexpr std::size_t kShownPairs = 20;
std::optional<double> defined(double value) {
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

/// Pairs by the size of their value, undefined ones left out; of equals the earlier.
std::vector<std::pair<std::uint32_t, std::uint32_t>> strongest(const stats::PairValues& values) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::uint32_t a = 0; a < values.size; ++a)
        for (std::uint32_t b = a + 1; b < values.size; ++b)
            if (!std::isnan(values.at(a, b)))
                pairs.emplace_back(a, b);
    std::stable_sort(pairs.begin(), pairs.end(), [&values](const auto& x, const auto& y) {
        return std::abs(values.at(x.first, x.second)) > std::abs(values.at(y.first, y.second));
    });
    pairs.resize(std::min(pairs.size(), kShownPairs));
    return pairs;
}

} // namespace

void printCorrelation(const DescriptorCorrelation& correlation, CorrelationView view) {
    const stats::PairValues values = correlation.values(view);
    const bool sentences = view == CorrelationView::Sentences;
    std::vector<Column> columns{{"descriptor"}, {"with"}, {sentences ? "phi" : "r", Align::Right}};
    if (sentences)
        columns.insert(columns.end(), {{"95 %", Align::Right}, {"q", Align::Right}, {"n", Align::Right}});
    Table table(columns);
    for (const auto& [a, b] : strongest(values)) {
        std::vector<std::string> row{correlation.names[a], correlation.names[b], fixedText(values.at(a, b), 3)};
        if (sentences)
            row.insert(row.end(),
                       {intervalText(correlation.interval(a, b)), smallText(defined(correlation.sentences.q.at(a, b))),
                        std::to_string(pipeline::pairsOf(correlation, a, b))});
        table.add(std::move(row));
    }
    const auto pairs = static_cast<std::uint64_t>(values.values.size());
    const auto undefined =
        std::count_if(values.values.begin(), values.values.end(), [](double v) { return std::isnan(v); });
    std::printf("%s, %zu descriptors, %s of the answers known, %lld of %llu pairs undefined\n",
                pipeline::viewName(view), correlation.names.size(),
                coverageText(correlation.answered, correlation.asked).c_str(), static_cast<long long>(undefined),
                static_cast<unsigned long long>(pairs));
    table.print();
    std::printf(sentences ? "\nphi 0: independent; undefined where one of the two says the same in every sentence that "
                            "knows both. q: Fisher, over all pairs. n: sentences where both are answered.\n"
                          : "\nSingle values: over neurons no interval is defined.\n");
}

} // namespace neuroscribe::cli
