// A correlation as files carry it.
#pragma once

#include <string>

#include "core/io/json_text.h"
#include "core/pipeline/correlation.h"

namespace neuroscribe::pipeline {

/// Sentences where both are answered. first != second.
std::uint64_t pairsOf(const DescriptorCorrelation& correlation, std::uint32_t first, std::uint32_t second);
/// {"view", "descriptors", "order", "matrix", ...}; over sentences, which then need intervals of all pairs, also "low",
/// "high", "p", "q", "n". Matrices are [size][size] with the view's diagonal; undefined is null.
io::Json correlationJson(const DescriptorCorrelation& correlation, CorrelationView view);
/// [size][size] as float32 NPY, NaN where undefined. Errors: Io, DiskFull, ReadOnly.
Status writeSquare(const std::string& path, const DescriptorCorrelation& correlation, CorrelationView view);

} // namespace neuroscribe::pipeline
