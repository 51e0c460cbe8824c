// What evaluate and consistency share: the neurons, k, rule and tail, the grid of t, the bootstrap.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/cli/context.h"
#include "app/cli/json_output.h"
#include "app/cli/tagging_session.h"
#include "core/stats/bootstrap.h"

namespace CLI {
class App;
}

namespace neuroscribe::cli {

struct GridOptions {
    std::string neurons;
    std::string tGrid = "0.05:0.6:0.01";
    std::uint32_t resamples = 1000;
    ThresholdOptions thresholds; ///< k, rule and tail; t comes from the grid

    /// Errors: InvalidArgument, Unsupported.
    Status check() const;
    /// In units of 0.001. Errors: InvalidArgument.
    Result<std::vector<std::uint32_t>> tMilli() const;
    stats::BootstrapOptions bootstrap(const Context& context) const;
};
/// neurons: which ones, where --neurons is not given.
void declareGridOptions(CLI::App& verb, GridOptions& options, const std::string& neurons);

/// {"k", "rule", "tail"} and what was drawn by which seed.
Json gridJson(const tagging::Thresholds& thresholds, const stats::BootstrapOptions& bootstrap);

} // namespace neuroscribe::cli
