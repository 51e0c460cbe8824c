#include "app/cli/correlation_output.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "app/cli/numbers.h"
#include "app/cli/table.h"
#include "core/io/npy.h"

namespace neuroscribe::cli {
namespace {

using pipeline::CorrelationView;
using pipeline::DescriptorCorrelation;

constexpr std::size_t kShownPairs = 20;
constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

Json numberJson(double value) {
    return std::isnan(value) ? Json(nullptr) : Json(value);
}

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

std::string intervalText(const DescriptorCorrelation& correlation, std::uint32_t a, std::uint32_t b) {
    const auto interval = correlation.interval(a, b);
    return interval ? fixedText(interval->low, 3) + " to " + fixedText(interval->high, 3) : "undefined";
}

/// Sentences where both are answered.
std::uint64_t pairsOf(const DescriptorCorrelation& correlation, std::uint32_t a, std::uint32_t b) {
    const stats::FourFold& table = correlation.sentences.tables[correlation.sentences.phi.index(a, b)];
    return table.both + table.first + table.second + table.neither;
}

/// Of a descriptor with itself there is none.
Json pairsJson(const DescriptorCorrelation& correlation) {
    Json rows = Json::array();
    const auto size = static_cast<std::uint32_t>(correlation.names.size());
    for (std::uint32_t a = 0; a < size; ++a) {
        Json row = Json::array();
        for (std::uint32_t b = 0; b < size; ++b)
            row.push_back(a == b ? Json(nullptr) : Json(pairsOf(correlation, a, b)));
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace

Json squareJson(const stats::PairValues& values, const std::function<double(std::uint32_t)>& diagonal) {
    Json rows = Json::array();
    for (std::uint32_t a = 0; a < values.size; ++a) {
        Json row = Json::array();
        for (std::uint32_t b = 0; b < values.size; ++b)
            row.push_back(numberJson(a == b ? diagonal(a) : values.at(a, b)));
        rows.push_back(std::move(row));
    }
    return rows;
}

Json correlationJson(const DescriptorCorrelation& correlation, CorrelationView view) {
    const auto diagonal = [&](std::uint32_t column) { return correlation.diagonal(view, column); };
    const auto none = [](std::uint32_t) { return kUndefined; };
    Json document{{"view", pipeline::viewName(view)},
                  {"sentences", correlation.sentenceCount},
                  {"answered", correlation.answered},
                  {"asked", correlation.asked},
                  {"descriptors", correlation.names},
                  {"order", correlation.order},
                  {"matrix", squareJson(correlation.values(view), diagonal)}};
    if (view != CorrelationView::Sentences) {
        document["neurons"] = correlation.neuronCount;
        document["k"] = correlation.thresholds.kMilli / 1000.0;
        document["split"] = pipeline::splitName(correlation.thresholds.split);
        document["tail"] = pipeline::tailName(correlation.thresholds.tail);
        return document;
    }
    document["low"] = squareJson(correlation.intervals->low, none);
    document["high"] = squareJson(correlation.intervals->high, none);
    document["p"] = squareJson(correlation.sentences.p, none);
    document["q"] = squareJson(correlation.sentences.q, none);
    document["n"] = pairsJson(correlation);
    document["resamples"] = correlation.options.resamples;
    document["seed"] = correlation.options.seed;
    return document;
}

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
                       {intervalText(correlation, a, b), smallText(defined(correlation.sentences.q.at(a, b))),
                        std::to_string(pairsOf(correlation, a, b))});
        table.add(std::move(row));
    }
    const auto pairs = static_cast<std::uint64_t>(values.values.size());
    const auto undefined =
        std::count_if(values.values.begin(), values.values.end(), [](double v) { return std::isnan(v); });
    std::printf("%s, %zu descriptors, %s of the answers known, %lld of %llu pairs undefined\n",
                pipeline::viewName(view), correlation.names.size(),
                shareText(correlation.answered, correlation.asked).c_str(), static_cast<long long>(undefined),
                static_cast<unsigned long long>(pairs));
    table.print();
    std::printf(sentences ? "\nphi 0: independent; undefined where one of the two says the same in every sentence that "
                            "knows both. q: Fisher, over all pairs. n: sentences where both are answered.\n"
                          : "\nSingle values: over neurons no interval is defined.\n");
}

Status writeSquare(const std::string& path, const DescriptorCorrelation& correlation, CorrelationView view) {
    const stats::PairValues values = correlation.values(view);
    std::vector<float> square;
    for (std::uint32_t a = 0; a < values.size; ++a)
        for (std::uint32_t b = 0; b < values.size; ++b)
            square.push_back(static_cast<float>(a == b ? correlation.diagonal(view, a) : values.at(a, b)));
    return io::writeNpy(path, values.size, values.size, square.data());
}

} // namespace neuroscribe::cli
