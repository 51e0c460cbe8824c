#include "core/pipeline/correlation_output.h"

#include <cmath>
#include <functional>
#include <limits>

#include "core/io/npy.h"

namespace neuroscribe::pipeline {
namespace {

using io::Json;

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

Json numberJson(double value) {
    return std::isnan(value) ? Json(nullptr) : Json(value);
}

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

std::uint64_t pairsOf(const DescriptorCorrelation& correlation, std::uint32_t a, std::uint32_t b) {
    const stats::FourFold& table = correlation.sentences.tables[correlation.sentences.phi.index(a, b)];
    return table.both + table.first + table.second + table.neither;
}

io::Json correlationJson(const DescriptorCorrelation& correlation, CorrelationView view) {
    const auto diagonal = [&](std::uint32_t column) { return correlation.diagonal(view, column); };
    const auto none = [](std::uint32_t) { return kUndefined; };
    Json document{{"view", viewName(view)},
                  {"sentences", correlation.sentenceCount},
                  {"answered", correlation.answered},
                  {"asked", correlation.asked},
                  {"descriptors", correlation.names},
                  {"order", correlation.order},
                  {"matrix", squareJson(correlation.values(view), diagonal)}};
    if (view != CorrelationView::Sentences) {
        document["neurons"] = correlation.neuronCount;
        document["k"] = correlation.thresholds.kMilli / 1000.0;
        document["split"] = splitName(correlation.thresholds.split);
        document["tail"] = tailName(correlation.thresholds.tail);
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

Status writeSquare(const std::string& path, const DescriptorCorrelation& correlation, CorrelationView view) {
    const stats::PairValues values = correlation.values(view);
    std::vector<float> square;
    for (std::uint32_t a = 0; a < values.size; ++a)
        for (std::uint32_t b = 0; b < values.size; ++b)
            square.push_back(static_cast<float>(a == b ? correlation.diagonal(view, a) : values.at(a, b)));
    return io::writeNpy(path, values.size, values.size, square.data());
}

} // namespace neuroscribe::pipeline
