#include <CLI/CLI.hpp>

#include "app/cli/grid_options.h"
#include "app/cli/neuron_choice.h"
#include "app/cli/numbers.h"
#include "app/cli/table.h"
#include "app/cli/verbs.h"
#include "core/base/log.h"
#include "core/base/number_text.h"
#include "core/pipeline/evaluation.h"

namespace neuroscribe::cli {
namespace {

using pipeline::ConsistencyCurve;
using stats::ConsistencyBy;

struct ConsistencyVerb {
    GridOptions grid;
    std::string by = "neuron";
    std::uint32_t intervalNeurons = 500;
};

Status check(const Context& context, const ConsistencyVerb& verb) {
    NS_TRY(requireFolder(context));
    return verb.grid.check();
}

using MaybeInterval = std::optional<stats::Interval>;

MaybeInterval at(const std::vector<MaybeInterval>& intervals, std::size_t point) {
    return intervals.empty() ? std::nullopt : intervals[point];
}

Json low(const MaybeInterval& interval) {
    return interval ? Json(interval->low) : Json(nullptr);
}

Json high(const MaybeInterval& interval) {
    return interval ? Json(interval->high) : Json(nullptr);
}

Json document(const ConsistencyVerb& verb, const tagging::Thresholds& thresholds,
              const pipeline::ConsistencyOptions& options, const ConsistencyCurve& curve) {
    Json result = gridJson(thresholds, options.bootstrap);
    result["by"] = verb.by;
    result["neurons"] = curve.neurons;
    result["descriptors"] = curve.descriptors;
    result["interval_neurons"] = curve.intervalNeurons;
    result["coverage"] = {{"answered", curve.answered}, {"pairs", curve.asked}};
    result["ranks_ended"] = curve.truncated;
    result["intervals_why"] = curve.nothingToDraw ? Json("no_category_of_two_sentences") : Json(nullptr);
    result["points"] = Json::array();
    for (std::size_t i = 0; i < curve.points.size(); ++i) {
        const stats::Consistency& point = curve.points[i];
        const MaybeInterval jaccard = at(curve.jaccard, i), corrected = at(curve.corrected, i);
        result["points"].push_back({{"t", curve.tMilli[i] / 1000.0},
                                    {"jaccard", orNull(point.jaccard)},
                                    {"jaccard_lo", low(jaccard)},
                                    {"jaccard_hi", high(jaccard)},
                                    {"chance", orNull(point.chance)},
                                    {"corrected", orNull(point.corrected)},
                                    {"lo", low(corrected)},
                                    {"hi", high(corrected)},
                                    {"used", point.used},
                                    {"left_out", point.leftOut}});
    }
    return result;
}

void print(const ConsistencyVerb& verb, const ConsistencyCurve& curve) {
    Table table({{"t", Align::Right},
                 {"J", Align::Right},
                 {"95 %", Align::Right},
                 {"chance", Align::Right},
                 {"corrected", Align::Right},
                 {"95 %", Align::Right},
                 {"left out", Align::Right}});
    for (std::size_t i = 0; i < curve.points.size(); ++i) {
        const stats::Consistency& point = curve.points[i];
        table.add({fixedText(curve.tMilli[i] / 1000.0, 3), fixedText(point.jaccard, 3),
                   intervalText(at(curve.jaccard, i)), fixedText(point.chance, 3), fixedText(point.corrected, 3),
                   intervalText(at(curve.corrected, i)), std::to_string(point.leftOut)});
    }
    table.print();
    std::printf("\nby %s, %u neurons, %u descriptors; intervals from %u neurons; %s of the labels answered\n",
                verb.by.c_str(), curve.neurons, curve.descriptors, curve.intervalNeurons,
                coverageText(curve.answered, curve.asked).c_str());
    std::printf("J is undefined where neither half has a tag, corrected where chance alone comes within 0.05 of 1. An "
                "interval of corrected that covers 0 is no more than chance.\n");
}

Result<Exit> runConsistency(const Context& context, const ConsistencyVerb& verb) {
    NS_ASSIGN(store::Project project, openProject(context, store::Access::ReadOnly));
    NS_ASSIGN(const auto study, pipeline::loadStudy(project));
    NS_TRY(pipeline::requireTaggable(*study));
    NS_ASSIGN(const tagging::Thresholds thresholds, verb.grid.thresholds.over(study->thresholds));
    pipeline::ConsistencyOptions options;
    options.by = verb.by == "neuron" ? ConsistencyBy::Neuron : ConsistencyBy::Descriptor;
    options.bootstrap = verb.grid.bootstrap(context);
    options.intervalNeurons = verb.intervalNeurons;
    NS_ASSIGN(options.neurons, chooseNeurons(*study->run, verb.grid.neurons, options.bootstrap.seed));
    NS_ASSIGN(options.tMilli, verb.grid.tMilli());
    NS_ASSIGN(const ConsistencyCurve curve,
              pipeline::consistency(*study, thresholds, options, context.stop, *context.progress));
    if (curve.truncated)
        log(LogLevel::Warning, "consistency",
            "k is near 10 %: some resampled exemplars stand on slightly fewer sentences than k asks for");
    if (curve.nothingToDraw)
        log(LogLevel::Warning, "consistency", "no intervals: in one half no category has two sentences to draw from");
    if (context.json)
        printJson(document(verb, thresholds, options, curve));
    else
        print(verb, curve);
    return Exit::Done;
}

} // namespace

void addConsistency(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("consistency", "Do the tags of the two halves agree?");
    auto consistency = std::make_shared<ConsistencyVerb>();
    declareGridOptions(*verb, consistency->grid, "all");
    verb->add_option("--by", consistency->by, "neuron or descriptor; else neuron")
        ->check(CLI::IsMember({"neuron", "descriptor"}));
    verb->add_option("--interval-neurons", consistency->intervalNeurons,
                     "Intervals from this many of the neurons, drawn by --seed; 0: from all; else 500");
    verb->callback([&context, &chosen, consistency] {
        chosen.check = [&context, consistency] { return check(context, *consistency); };
        chosen.run = [&context, consistency] { return runConsistency(context, *consistency); };
    });
}

} // namespace neuroscribe::cli
