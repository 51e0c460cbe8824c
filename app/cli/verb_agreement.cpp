#include <algorithm>

#include <CLI/CLI.hpp>

#include "app/cli/json_output.h"
#include "app/cli/numbers.h"
#include "app/cli/table.h"
#include "app/cli/verbs.h"
#include "core/base/joined.h"
#include "core/pipeline/agreement.h"

namespace neuroscribe::cli {
namespace {

using pipeline::AgreementReport;
using pipeline::AgreementRow;
using stats::IntervalEstimate;

struct AgreementVerb {
    std::string a;
    std::string b;
    double halfWidth = 0.1;
};

Status check(const Context& context, const AgreementVerb& verb) {
    NS_TRY(requireFolder(context));
    if (verb.a == verb.b)
        return Error{ErrorCode::InvalidArgument, "--b " + verb.b, "an annotator can't be compared with itself",
                     "Name two"};
    if (!(verb.halfWidth > 0))
        return Error{ErrorCode::InvalidArgument, "--half-width", "it is a number above 0", ""};
    return {};
}

/// A name that nobody answered under is a slip, not a study without agreement.
Status requireAnswers(store::Database& database, const std::string& name) {
    NS_ASSIGN(const auto annotators, labels::loadAnnotators(database));
    if (std::ranges::find(annotators, name) != annotators.end())
        return {};
    return Error{ErrorCode::NotFound, "annotator " + name, "nobody of that name has answered",
                 annotators.empty() ? "Run label first" : "There are: " + joined(annotators)};
}

Json estimateJson(const IntervalEstimate& estimate) {
    if (!estimate.value)
        return nullptr;
    return {{"value", *estimate.value}, {"lo", estimate.interval.low}, {"hi", estimate.interval.high}};
}

Json rowJson(const AgreementRow& row, double halfWidth) {
    Json json;
    if (row.descriptor)
        json["descriptor"] = row.name;
    json["n"] = row.pairs();
    json["both_yes"] = row.table.both;
    json["only_judged_yes"] = row.table.first;
    json["only_reference_yes"] = row.table.second;
    json["both_no"] = row.table.neither;
    json["unsure"] = row.unsure;
    json["left_out_disagreement"] = row.setAside;
    json["relabelled"] = row.relabelled;
    json["kappa"] = estimateJson(row.kappa);
    json["ac1"] = estimateJson(row.ac1);
    json["precision"] = {{"raw", estimateJson(row.precision)}, {"weighted", estimateJson(row.population.precision)}};
    json["recall"] = {{"raw", estimateJson(row.recall)}, {"weighted", estimateJson(row.population.recall)}};
    json["specificity"] = {{"weighted", estimateJson(row.population.specificity)}};
    json["negative_predictive_value"] = {{"weighted", estimateJson(row.population.negative)}};
    json["yes_rate"] = orNull(row.yesRate);
    const auto needed = row.stillNeeded(halfWidth);
    json["still_needed"] = needed ? Json(*needed) : Json(nullptr);
    return json;
}

void printAgreementJson(const AgreementReport& report, double halfWidth) {
    Json rows = Json::array();
    for (const AgreementRow& row : report.rows)
        rows.push_back(rowJson(row, halfWidth));
    printJson({{"judged", report.judged},
               {"reference", report.reference},
               {"half_width", halfWidth},
               {"descriptors", rows},
               {"pooled", rowJson(report.pooled, halfWidth)}});
}

std::string estimateText(const IntervalEstimate& estimate) {
    if (!estimate.value)
        return "undefined";
    return fixedText(estimate.value, 2) + " (" + intervalText(estimate.interval, 2) + ")";
}

void addRow(Table& table, const AgreementRow& row, double halfWidth) {
    const auto needed = row.stillNeeded(halfWidth);
    table.add({row.descriptor ? row.name : "all", std::to_string(row.pairs()), std::to_string(row.unsure),
               estimateText(row.kappa), estimateText(row.ac1), estimateText(row.precision), estimateText(row.recall),
               estimateText(row.population.precision), estimateText(row.population.recall),
               needed ? std::to_string(*needed) : "undefined"});
}

void printAgreement(const AgreementReport& report, double halfWidth) {
    Table table({{"descriptor"},
                 {"n", Align::Right},
                 {"unsure", Align::Right},
                 {"kappa", Align::Right},
                 {"AC1", Align::Right},
                 {"precision", Align::Right},
                 {"recall", Align::Right},
                 {"weighted precision", Align::Right},
                 {"weighted recall", Align::Right},
                 {"still needed", Align::Right}});
    for (const AgreementRow& row : report.rows)
        addRow(table, row, halfWidth);
    addRow(table, report.pooled, halfWidth);
    table.print();
    std::printf("\n%s is judged by %s. Intervals are 95 %%; still needed: pairs until kappa is known to +/- %s.\n",
                report.judged.c_str(), report.reference.c_str(), fixedText(halfWidth, 2).c_str());
    std::printf(
        "Undefined: kappa where both gave one and the same answer throughout; precision where nothing is judged "
        "yes, recall where the reference never says yes; weighted where a sample is missing or %s is not B.\n",
        report.judged.c_str());
    if (report.pooled.setAside > 0)
        std::printf("%s answers that were drawn by disagreement are left out: they are no sample.\n",
                    std::to_string(report.pooled.setAside).c_str());
    if (report.pooled.relabelled > 0)
        std::printf("About %s pairs %s says something else now than when they were drawn.\n",
                    std::to_string(report.pooled.relabelled).c_str(), report.judged.c_str());
}

Result<Exit> runAgreement(const Context& context, const AgreementVerb& verb) {
    NS_ASSIGN(store::Project project, openProject(context, store::Access::ReadOnly));
    for (const std::string& name : {verb.a, verb.b})
        NS_TRY(requireAnswers(project.connection(), name));
    NS_ASSIGN(const AgreementReport report, pipeline::loadAgreement(project.connection(), verb.a, verb.b));
    if (context.json)
        printAgreementJson(report, verb.halfWidth);
    else
        printAgreement(report, verb.halfWidth);
    return Exit::Done;
}

} // namespace

void addAgreement(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb =
        app.add_subcommand("agreement", "How well two annotators agree; B is the name of the model's labels");
    auto agreement = std::make_shared<AgreementVerb>();
    verb->add_option("--a", agreement->a, "An annotator: a person, an engine, an imported file")->required();
    verb->add_option("--b", agreement->b, "Another; of two others than B, this one is the reference")->required();
    verb->add_option("--half-width", agreement->halfWidth,
                     "Wanted half width of kappa's interval, for the pairs still needed")
        ->capture_default_str();
    verb->callback([&context, &chosen, agreement] {
        chosen.check = [&context, agreement] { return check(context, *agreement); };
        chosen.run = [&context, agreement] { return runAgreement(context, *agreement); };
    });
}

} // namespace neuroscribe::cli
