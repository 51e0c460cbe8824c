#include <CLI/CLI.hpp>

#include "app/cli/descriptor_list.h"
#include "app/cli/json_output.h"
#include "app/cli/numbers.h"
#include "app/cli/table.h"
#include "app/cli/verbs.h"
#include "core/labels/descriptor.h"

namespace neuroscribe::cli {
namespace {

struct LabelVerb {
    std::string engine;
    std::string importFile;
    std::string annotator = labels::kLabelMatrixName;
    std::string sentences = "all";
    std::string neurons;
    std::vector<std::string> descriptors;
    std::string descriptorFile;
};

Error notSupported(const std::string& option, const std::string& why) {
    return {ErrorCode::Unsupported, option, why, ""};
}

Status check(const Context& context, const LabelVerb& verb) {
    NS_TRY(requireFolder(context));
    if (verb.engine.empty() == verb.importFile.empty())
        return Error{ErrorCode::InvalidArgument, "label", "either --engine SPEC or --import FILE is needed", ""};
    if (!verb.engine.empty() && verb.engine != "lexical")
        return notSupported("--engine " + verb.engine, "this version answers with the engine lexical only");
    if (verb.sentences != "all")
        return notSupported("--sentences " + verb.sentences, "this version labels all sentences");
    if (!verb.neurons.empty())
        return notSupported("--neurons " + verb.neurons, "this version labels all sentences");
    if (verb.annotator.empty())
        return Error{ErrorCode::InvalidArgument, "--as", "the name of the annotator is empty", ""};
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

void report(const Context& context, const labels::LabelCounts& counts, std::optional<std::uint64_t> unmatched) {
    if (context.json) {
        Json document{{"pairs", counts.pairs},
                      {"yes", counts.yes},
                      {"no", counts.no},
                      {"unanswered", counts.unanswered},
                      {"coverage", counts.pairs ? Json(counts.coverage()) : Json(nullptr)}};
        if (unmatched)
            document["unmatched_rows"] = *unmatched;
        printJson(document);
        return;
    }
    Table table({{"answers"}, {"count", Align::Right}});
    table.add({"pairs", std::to_string(counts.pairs)});
    table.add({"yes", std::to_string(counts.yes)});
    table.add({"no", std::to_string(counts.no)});
    table.add({"unanswered", std::to_string(counts.unanswered)});
    table.add({"coverage", shareText(counts.yes + counts.no, counts.pairs)});
    if (unmatched)
        table.add({"rows without a sentence", std::to_string(*unmatched)});
    table.print();
}

Result<Exit> runLabel(const Context& context, const LabelVerb& verb) {
    NS_ASSIGN(store::Project project, openProject(context, store::Access::ReadWrite));
    NS_TRY(addDescriptors(project, verb));
    if (!verb.importFile.empty()) {
        NS_ASSIGN(const auto imported,
                  labels::importLabels(project, verb.importFile, verb.annotator, context.stop, *context.progress));
        report(context, imported.counts, imported.unmatchedRows);
        return Exit::Done; // an empty cell of a file is an answer not given, not a model that failed
    }
    NS_ASSIGN(const auto counts, labels::labelLexically(project, verb.annotator, context.stop, *context.progress));
    report(context, counts, std::nullopt);
    return counts.unanswered ? Exit::Gaps : Exit::Done;
}

void declare(CLI::App& verb, LabelVerb& label) {
    verb.add_option("--engine", label.engine, "Who answers: lexical (names and synonyms matched as lemmas)");
    verb.add_option("--import", label.importFile,
                    "CSV, TSV or JSON lines with id or text, and one column a descriptor");
    verb.add_option("--as", label.annotator, "Name of the annotator; B is the label matrix")->capture_default_str();
    verb.add_option("--descriptor", label.descriptors, "Add NAME or NAME=synonym,synonym; repeatable")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    verb.add_option("--descriptors", label.descriptorFile, "File with one such descriptor a line");
    verb.add_option("--sentences", label.sentences, "all")->check(CLI::IsMember({"all", "balanced", "exemplars"}));
    verb.add_option("--neurons", label.neurons, "Neurons whose exemplars are labelled");
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
