#include "app/cli/grid_options.h"

#include <CLI/CLI.hpp>

#include "app/cli/neuron_choice.h"
#include "app/cli/numbers.h"
#include "core/pipeline/evaluation.h"
#include "core/tagging/frequencies.h"

namespace neuroscribe::cli {

Status GridOptions::check() const {
    NS_TRY(checkNeuronChoice(neurons));
    NS_ASSIGN(const auto typed, thresholds.over({}));
    NS_TRY(tagging::requireFrequency(typed.rule));
    NS_TRY(tMilli());
    return {};
}

Result<std::vector<std::uint32_t>> GridOptions::tMilli() const {
    std::vector<std::uint32_t> parts;
    for (std::size_t at = 0; at <= tGrid.size();) {
        const std::size_t end = std::min(tGrid.find(':', at), tGrid.size());
        NS_ASSIGN(const std::uint32_t part, parseDecimal(tGrid.substr(at, end - at), 3));
        parts.push_back(part);
        at = end + 1;
    }
    if (parts.size() == 1)
        return pipeline::thresholdRange(parts[0], parts[0], 1);
    if (parts.size() != 3)
        return Error{ErrorCode::InvalidArgument, "--t-grid " + tGrid, "a grid is FROM:TO:STEP or one t",
                     "Give it as 0.05:0.6:0.01"};
    return pipeline::thresholdRange(parts[0], parts[1], parts[2]);
}

stats::BootstrapOptions GridOptions::bootstrap(const Context& context) const {
    return {resamples, context.seed.value_or(kDefaultNeuronSeed)};
}

void declareGridOptions(CLI::App& verb, GridOptions& options, const std::string& neurons) {
    options.neurons = neurons;
    verb.add_option("--neurons", options.neurons, "all, random:10 (by --seed) or 3/58,2/1; else " + neurons);
    verb.add_option("--t-grid", options.tGrid, "Thresholds FROM:TO:STEP, or one; else 0.05:0.6:0.01");
    verb.add_option("--resamples", options.resamples, "Of the bootstrap; 0: no intervals; else 1000")
        ->check(CLI::Range(0, 100'000));
    verb.add_option("-k", options.thresholds.k, "Percent of the sentences that are exemplars; else as in the study");
    verb.add_option("--rule", options.thresholds.rule, "share (of sentences) or occurrence; else as in the study");
    verb.add_option("--tail", options.thresholds.tail, "top or bottom; else as in the study");
}

Json gridJson(const tagging::Thresholds& thresholds, const stats::BootstrapOptions& bootstrap) {
    return {{"k", thresholds.kMilli / 1000.0},
            {"rule", tagging::ruleName(thresholds.rule)},
            {"tail", pipeline::tailName(thresholds.tail)},
            {"resamples", bootstrap.resamples},
            {"seed", bootstrap.seed}};
}

} // namespace neuroscribe::cli
