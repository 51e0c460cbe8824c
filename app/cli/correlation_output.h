// Correlations as the command line writes them.
#pragma once

#include <functional>

#include "app/cli/json_output.h"
#include "core/pipeline/correlation.h"

namespace neuroscribe::cli {

/// [size][size] with the view's diagonal; undefined is null.
Json squareJson(const stats::PairValues& values, const std::function<double(std::uint32_t)>& diagonal);
/// {"view", "descriptors", "order", "matrix", ...}; over sentences also "low", "high", "p", "q".
Json correlationJson(const pipeline::DescriptorCorrelation& correlation, pipeline::CorrelationView view);
/// The strongest pairs, for people.
void printCorrelation(const pipeline::DescriptorCorrelation& correlation, pipeline::CorrelationView view);
/// [size][size] as float32, NaN where undefined. Errors: Io, DiskFull, ReadOnly.
Status writeSquare(const std::string& path, const pipeline::DescriptorCorrelation& correlation,
                   pipeline::CorrelationView view);

} // namespace neuroscribe::cli
