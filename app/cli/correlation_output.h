// Correlations for people.
#pragma once

#include "core/pipeline/correlation.h"

namespace neuroscribe::cli {

/// The strongest pairs, as a table on stdout.
void printCorrelation(const pipeline::DescriptorCorrelation& correlation, pipeline::CorrelationView view);

} // namespace neuroscribe::cli
