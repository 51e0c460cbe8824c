// Shared by `tag` and `export`: how thresholds are spelled.
#include <CLI/CLI.hpp>

#include "app/cli/tagging_session.h"

namespace neuroscribe::cli {

void addThresholdOptions(CLI::App& verb, ThresholdOptions& options) {
    verb.add_option("-k", options.k, "Percent of the split's sentences that are exemplars, 0.1 to 10");
    verb.add_option("-t", options.t, "Threshold of the rule: a descriptor tags above it");
    verb.add_option("--rule", options.rule,
                    "share (of sentences), occurrence (share of occurrences), lift, r, f1, iou, auroc or auprc; sets "
                    "its own -t: 0.35, 0.1, 2, 0.1, 0.1, 0.05, 0.65, and for auprc 2 times the base rate");
    verb.add_option("--alpha", options.alpha, "A tag is solid when its q is below");
    verb.add_option("--split", options.split, "calibration or validation");
    verb.add_option("--tail", options.tail, "top or bottom");
    verb.add_option("--top", options.topK, "Keep the first N tags of a neuron; 0: all");
    verb.add_option("--min-lift", options.minLift, "Keep tags of at least this lift; 0: all");
    verb.add_option("--max-q", options.maxQ, "Keep tags of a q below; 0: all");
}

} // namespace neuroscribe::cli
