#include <CLI/CLI.hpp>

#include "app/cli/ask_options.h"
#include "app/cli/descriptor_list.h"
#include "app/cli/json_output.h"
#include "app/cli/numbers.h"
#include "app/cli/reference_options.h"
#include "app/cli/table.h"
#include "app/cli/verbs.h"
#include "core/base/number_text.h"
#include "core/labels/descriptor.h"
#include "core/labels/import_answers.h"
#include "core/labels/labeler.h"
#include "core/llm/engine_spec.h"

namespace neuroscribe::cli {
namespace {

using labels::LabelCounts;

struct LabelVerb {
    std::string engine;
    std::string importFile;
    std::string annotator = labels::kLabelMatrixName;
    std::optional<double> margin;
    AskOptions ask;
    ReferenceOptions reference;
    std::vector<std::string> descriptors;
    std::string descriptorFile;

    bool asksModel() const { return !engine.empty() && engine != "lexical"; }
};

Status check(const Context& context, const LabelVerb& verb) {
    NS_TRY(requireFolder(context));
    if (!verb.engine.empty() && !verb.importFile.empty())
        return Error{ErrorCode::InvalidArgument, "label", "--engine SPEC and --import FILE exclude each other", ""};
    if (verb.engine.empty() && verb.importFile.empty() && !verb.margin)
        return Error{ErrorCode::InvalidArgument, "label", "either --engine SPEC or --import FILE is needed", ""};
    if (!verb.importFile.empty() && verb.margin)
        return Error{ErrorCode::InvalidArgument, "--margin", "answers of a file have no margin", ""};
    if (!verb.asksModel()) {
        if (verb.reference.sentences != "all")
            return Error{ErrorCode::InvalidArgument, "--sentences", "it is for language models", ""};
        NS_TRY(requireNoAskOptions(verb.ask));
    } else {
        NS_TRY(llm::parseEngineSpec(verb.engine));
    }
    if (verb.annotator.empty())
        return Error{ErrorCode::InvalidArgument, "--as", "the name of the annotator is empty", ""};
    NS_TRY(verb.reference.check(verb.annotator));
    for (const std::string& text : verb.descriptors)
        NS_TRY(parseDescriptor(text));
    return {};
}

Status addDescriptors(store::Project& project, const LabelVerb& verb) {
    std::vector<NamedDescriptor> wanted;
    if (!verb.descriptorFile.empty()) {
        NS_ASSIGN(wanted, readDescriptors(verb.descriptorFile));
    }
    for (const std::string& text : verb.descriptors) {
        NS_ASSIGN(auto descriptor, parseDescriptor(text));
        wanted.push_back(std::move(descriptor));
    }
    if (wanted.empty())
        return {};
    NS_ASSIGN(auto transaction, store::Transaction::begin(project.writer()));
    for (const NamedDescriptor& descriptor : wanted)
        NS_TRY(labels::addDescriptor(project.writer(), descriptor.name, descriptor.synonyms));
    return transaction.commit();
}

void report(const Context& context, const LabelCounts& counts, const labels::ImportedAnswers* imported = nullptr) {
    if (context.json) {
        Json document{{"pairs", counts.pairs},
                      {"yes", counts.yes},
                      {"no", counts.no},
                      {"unanswered", counts.unanswered},
                      {"coverage", counts.pairs ? Json(counts.coverage()) : Json(nullptr)}};
        if (imported) {
            document["unsure"] = imported->unsure;
            document["unmatched_rows"] = imported->labels.unmatchedRows;
        }
        printJson(document);
        return;
    }
    Table table({{"answers"}, {"count", Align::Right}});
    table.add({"pairs", std::to_string(counts.pairs)});
    table.add({"yes", std::to_string(counts.yes)});
    table.add({"no", std::to_string(counts.no)});
    table.add({"unanswered", std::to_string(counts.unanswered)});
    table.add({"coverage", coverageText(counts.yes + counts.no, counts.pairs)});
    if (imported) {
        table.add({"unsure", std::to_string(imported->unsure)});
        table.add({"rows without a sentence", std::to_string(imported->labels.unmatchedRows)});
    }
    table.print();
}

/// What the engine answered, or, of a dry run, nothing: the estimate is printed then.
Result<std::optional<LabelCounts>> askModel(const Context& context, const LabelVerb& verb, store::Project& project) {
    labels::LabelRequest request;
    request.annotator = verb.annotator;
    request.retryFailed = verb.ask.retryFailed;
    NS_ASSIGN(request.prompt, promptTemplate(verb.ask, llm::kDefaultYesNoTemplate));
    NS_ASSIGN(request.pairs, verb.reference.pairs(context, project, verb.annotator));
    NS_ASSIGN(const auto model, openEngine(context, verb.engine, verb.ask));
    if (!verb.ask.dryRun) {
        NS_ASSIGN(const auto counts, labels::labelWithModel(project, *model, request, context.stop, *context.progress));
        return std::optional(counts);
    }
    NS_ASSIGN(const auto estimate, labels::estimateLabels(project, *model, request, context.stop, *context.progress));
    if (context.json)
        printJson(estimateJson(verb.engine, estimate));
    else
        printEstimate(verb.engine, estimate);
    return std::optional<LabelCounts>();
}

/// After a moved threshold, and where nothing was asked: the annotator's answers as they count now.
Result<LabelCounts> countAll(store::Project& project, const std::string& annotator) {
    NS_ASSIGN(const auto descriptors, labels::loadDescriptors(project.connection()));
    NS_ASSIGN(const auto matrix, labels::loadLabels(project.connection(), descriptors, annotator));
    return labels::countLabels(matrix);
}

Result<Exit> runEngine(const Context& context, const LabelVerb& verb, store::Project& project) {
    std::optional<LabelCounts> counts;
    if (verb.asksModel()) {
        NS_ASSIGN(counts, askModel(context, verb, project));
        if (!counts)
            return Exit::Done;
    } else if (!verb.engine.empty()) {
        NS_ASSIGN(counts, labels::labelLexically(project, verb.annotator, context.stop, *context.progress));
    }
    if (verb.margin) {
        NS_TRY(labels::setMarginThreshold(project.writer(), verb.annotator, *verb.margin));
        NS_ASSIGN(counts, countAll(project, verb.annotator));
    }
    report(context, *counts);
    return counts->unanswered ? Exit::Gaps : Exit::Done;
}

Result<Exit> runLabel(const Context& context, const LabelVerb& verb) {
    NS_ASSIGN(store::Project project, openProject(context, store::Access::ReadWrite));
    NS_TRY(addDescriptors(project, verb));
    if (verb.importFile.empty())
        return runEngine(context, verb, project);
    NS_ASSIGN(const auto imported,
              labels::importAnswers(project, verb.importFile, verb.annotator, context.stop, *context.progress));
    report(context, imported.labels.counts, &imported);
    return Exit::Done; // an empty cell of a file is an answer not given, not a model that failed
}

void declare(CLI::App& verb, LabelVerb& label) {
    verb.add_option("--engine", label.engine,
                    "Who answers: lexical (names and synonyms matched as lemmas), a model folder, or "
                    "openai:BASE_URL#MODEL");
    verb.add_option(
        "--import", label.importFile,
        "CSV, TSV, JSON or JSON lines with id or text and one column a descriptor (0/1, yes/no, unsure), or "
        "answers as export writes them");
    verb.add_option("--as", label.annotator,
                    "Name of the annotator; B is the label matrix, of answers: who the file says")
        ->capture_default_str();
    verb.add_option("--descriptor", label.descriptors, "Add NAME or NAME=synonym,synonym; repeatable")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    verb.add_option("--descriptors", label.descriptorFile, "File with one such descriptor a line");
    verb.add_option(
        "--margin", label.margin,
        "Margin above which an answer is Yes, below it No; alone, it moves the border of what was answered");
    declareAskOptions(verb, label.ask);
    declareReferenceOptions(verb, label.reference);
}

} // namespace

void addLabel(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("label", "Answer, for each sentence and descriptor, whether it applies");
    auto label = std::make_shared<LabelVerb>();
    declare(*verb, *label);
    verb->callback([&context, &chosen, label] {
        chosen.check = [&context, label] { return check(context, *label); };
        chosen.run = [&context, label] { return runLabel(context, *label); };
    });
}

} // namespace neuroscribe::cli
