#include <algorithm>

#include <CLI/CLI.hpp>

#include "app/cli/grid_options.h"
#include "app/cli/neuron_choice.h"
#include "app/cli/numbers.h"
#include "app/cli/table.h"
#include "app/cli/verbs.h"
#include "core/base/joined.h"
#include "core/base/number_text.h"
#include "core/labels/descriptor.h"
#include "core/pipeline/evaluation.h"

namespace neuroscribe::cli {
namespace {

using pipeline::Evaluation;
using stats::Estimate;

struct EvaluateVerb {
    GridOptions grid;
    std::string truth;
    std::string falseCost = "2";
    std::uint32_t top = 3;
};

Status check(const Context& context, const EvaluateVerb& verb) {
    NS_TRY(requireFolder(context));
    NS_TRY(verb.grid.check());
    NS_TRY(parseDecimal(verb.falseCost, 3));
    if (verb.truth == labels::kLabelMatrixName)
        return Error{ErrorCode::InvalidArgument, "--truth B", "the model's labels can't be their own truth",
                     "Name a reference annotator"};
    return {};
}

/// The annotator that was asked for, else the only one.
Result<std::string> chooseTruth(store::Database& database, const std::string& wanted) {
    NS_ASSIGN(auto annotators, labels::loadAnnotators(database));
    std::erase(annotators, labels::kLabelMatrixName);
    if (annotators.empty())
        return Error{ErrorCode::MissingInput, "reference labels", "nobody but the model has labelled sentences",
                     "Run label --as NAME with another engine or an imported file"};
    if (wanted.empty() && annotators.size() == 1)
        return annotators.front();
    if (std::ranges::find(annotators, wanted) != annotators.end())
        return wanted;
    const std::string names = joined(annotators);
    if (wanted.empty())
        return Error{ErrorCode::InvalidArgument, "--truth", "there are several reference annotators: " + names,
                     "Name one of them"};
    return Error{ErrorCode::NotFound, "--truth " + wanted, "there is no such annotator; there are " + names, ""};
}

Json estimateJson(const char* by, Json value, const Estimate& estimate) {
    const auto& interval = estimate.interval;
    return {{by, std::move(value)},
            {"mean", orNull(estimate.mean)},
            {"sd", orNull(estimate.sd)},
            {"lo", orNull(interval ? std::optional(interval->low) : std::nullopt)},
            {"hi", orNull(interval ? std::optional(interval->high) : std::nullopt)},
            {"chance", orNull(estimate.chance)},
            {"used", estimate.used},
            {"left_out", estimate.leftOut}};
}

Json overT(const Evaluation& evaluation, const std::vector<Estimate>& estimates) {
    Json list = Json::array();
    for (std::size_t point = 0; point < estimates.size(); ++point)
        list.push_back(estimateJson("t", evaluation.tMilli[point] / 1000.0, estimates[point]));
    return list;
}

Json atK(const std::vector<Estimate>& estimates) {
    Json list = Json::array();
    for (std::size_t k = 0; k < estimates.size(); ++k)
        list.push_back(estimateJson("k", k + 1, estimates[k]));
    return list;
}

Json bestJson(const std::optional<stats::BestThreshold>& best, const std::string& falseCost) {
    if (!best)
        return nullptr;
    return {{"t", best->tMilli / 1000.0},          {"false_tag_cost", std::stod(falseCost)},
            {"apparent_cost", best->apparentCost}, {"held_out_cost", best->heldOutCost},
            {"t_low", best->lowMilli / 1000.0},    {"t_high", best->highMilli / 1000.0}};
}

struct Evaluated {
    std::string truth;
    tagging::Thresholds thresholds;
    pipeline::EvaluationOptions options;
    std::uint32_t unitsPerLayer = 1;
    Evaluation evaluation;
};

Json document(const EvaluateVerb& verb, const Evaluated& all) {
    const Evaluation& found = all.evaluation;
    Json result = gridJson(all.thresholds, all.options.bootstrap);
    result["truth"] = all.truth;
    result["top"] = all.options.top;
    result["neurons"] = Json::array();
    for (const NeuronId neuron : all.options.neurons)
        result["neurons"].push_back(neuronName(neuron, all.unitsPerLayer));
    result["judged_neurons"] = found.judged;
    result["exemplars"] = found.exemplars;
    result["coverage"] = {{"answered", found.answered},
                          {"pairs", found.asked},
                          {"cells", found.cells},
                          {"undefined_cells", found.undefinedCells}};
    result["precision"] = overT(found, found.overT.precision);
    result["recall"] = overT(found, found.overT.recall);
    result["precision_at"] = atK(found.at.precision);
    result["recall_at"] = atK(found.at.recall);
    result["best_t"] = bestJson(found.best, verb.falseCost);
    return result;
}

void addRow(Table& table, std::string first, const Estimate& precision, const Estimate& recall) {
    std::vector<std::string> cells{std::move(first)};
    for (const Estimate* estimate : {&precision, &recall}) {
        cells.push_back(fixedText(estimate->mean, 3));
        cells.push_back(fixedText(estimate->sd, 3));
        cells.push_back(intervalText(estimate->interval));
        cells.push_back(fixedText(estimate->chance, 3));
        cells.push_back(std::to_string(estimate->used));
        cells.push_back(std::to_string(estimate->leftOut));
    }
    table.add(std::move(cells));
}

Table estimateTable(const char* by) {
    std::vector<Column> columns{{by, Align::Right}};
    for (const char* what : {"precision", "recall"}) {
        columns.push_back({what, Align::Right});
        for (const char* header : {"SD", "95 %", "chance", "neurons", "left out"})
            columns.push_back({header, Align::Right});
    }
    return Table(std::move(columns));
}

void print(const EvaluateVerb& verb, const Evaluated& all) {
    const Evaluation& found = all.evaluation;
    std::printf("%u of %u neurons judged by %s on %u exemplars each; %s of the answers are there, %llu of %llu cells "
                "have too few\n\n",
                found.judged, found.neurons, all.truth.c_str(), found.exemplars,
                coverageText(found.answered, found.asked).c_str(),
                static_cast<unsigned long long>(found.undefinedCells), static_cast<unsigned long long>(found.cells));
    Table overGrid = estimateTable("t");
    for (std::size_t point = 0; point < found.tMilli.size(); ++point)
        addRow(overGrid, fixedText(found.tMilli[point] / 1000.0, 3), found.overT.precision[point],
               found.overT.recall[point]);
    overGrid.print();
    std::printf("\n");
    Table byK = estimateTable("K");
    for (std::size_t k = 0; k < found.at.precision.size(); ++k)
        addRow(byK, std::to_string(k + 1), found.at.precision[k], found.at.recall[k]);
    byK.print();
    std::printf(
        "\nUndefined is what no neuron has: precision without a tag, recall without a true one; such neurons are "
        "left out.\n");
    if (found.best)
        std::printf("\nbest t where a false tag costs %s missed ones: %s (%s to %s without one neuron); cost a neuron "
                    "%s, held out %s\n",
                    verb.falseCost.c_str(), fixedText(found.best->tMilli / 1000.0, 3).c_str(),
                    fixedText(found.best->lowMilli / 1000.0, 3).c_str(),
                    fixedText(found.best->highMilli / 1000.0, 3).c_str(),
                    fixedText(found.best->apparentCost, 2).c_str(), fixedText(found.best->heldOutCost, 2).c_str());
}

Result<Exit> runEvaluate(const Context& context, const EvaluateVerb& verb) {
    NS_ASSIGN(store::Project project, openProject(context, store::Access::ReadOnly));
    Evaluated all;
    NS_ASSIGN(all.truth, chooseTruth(project.connection(), verb.truth));
    NS_ASSIGN(const auto study, pipeline::loadStudy(project));
    NS_TRY(pipeline::requireTaggable(*study));
    all.unitsPerLayer = study->run->units;
    NS_ASSIGN(all.thresholds, verb.grid.thresholds.over(study->thresholds));
    all.options.bootstrap = verb.grid.bootstrap(context);
    all.options.top = verb.top;
    NS_ASSIGN(all.options.neurons, chooseNeurons(*study->run, verb.grid.neurons, all.options.bootstrap.seed));
    NS_ASSIGN(all.options.tMilli, verb.grid.tMilli());
    NS_ASSIGN(all.options.falseMilli, parseDecimal(verb.falseCost, 3));
    NS_ASSIGN(const auto reference, labels::loadLabels(project.connection(), study->descriptors, all.truth));
    NS_ASSIGN(all.evaluation, pipeline::evaluate(*study, reference, all.thresholds, all.options, context.stop));
    if (context.json)
        printJson(document(verb, all));
    else
        print(verb, all);
    return Exit::Done;
}

} // namespace

void addEvaluate(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("evaluate", "Precision and recall of tags against reference labels");
    auto evaluate = std::make_shared<EvaluateVerb>();
    declareGridOptions(*verb, evaluate->grid, "random:10");
    verb->add_option("--truth", evaluate->truth, "Reference annotator; else the only one there is");
    verb->add_option("--top", evaluate->top, "Descriptors that are the truth of P@K; else 3")
        ->check(CLI::Range(1, 100));
    verb->add_option("--false-cost", evaluate->falseCost,
                     "What a false tag costs, in missed ones, for the best t; else 2");
    verb->callback([&context, &chosen, evaluate] {
        chosen.check = [&context, evaluate] { return check(context, *evaluate); };
        chosen.run = [&context, evaluate] { return runEvaluate(context, *evaluate); };
    });
}

} // namespace neuroscribe::cli
