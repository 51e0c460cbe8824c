#include <CLI/CLI.hpp>

#include "app/cli/numbers.h"
#include "app/cli/tag_neuron.h"
#include "app/cli/tag_table.h"
#include "app/cli/verbs.h"
#include "core/pipeline/neuron_choice.h"

namespace neuroscribe::cli {
namespace {

struct TagVerb {
    ThresholdOptions thresholds;
    std::string neuron;
    std::string descriptor;
    std::string truth;
    std::uint32_t exemplars = 0;
    bool save = false;
};

Status check(const Context& context, const TagVerb& verb) {
    NS_TRY(requireFolder(context));
    NS_TRY(verb.thresholds.check());
    if (!verb.neuron.empty())
        NS_TRY(pipeline::parseNeuron(verb.neuron));
    if (!verb.neuron.empty() && !verb.descriptor.empty())
        return Error{ErrorCode::InvalidArgument, "tag", "either --neuron or --descriptor is possible, not both", ""};
    if (verb.exemplars && verb.neuron.empty())
        return Error{ErrorCode::InvalidArgument, "--exemplars", "exemplars belong to a neuron", "Add --neuron L/U"};
    if (!verb.truth.empty() && verb.neuron.empty())
        return Error{ErrorCode::InvalidArgument, "--truth", "labels are judged for a neuron", "Add --neuron L/U"};
    return {};
}

Status tagNeuron(const Context& context, const TagVerb& verb, store::Project& project, TaggingSession& session) {
    NS_ASSIGN(const NeuronId neuron, session.find(verb.neuron));
    NS_ASSIGN(const auto exemplars, loadExemplars(session, project, neuron, verb.exemplars));
    NS_ASSIGN(const Behind behind, loadBehind(session, project, neuron, verb.truth, context.stop));
    if (context.json)
        printJson(neuronDocument(session, neuron, behind, exemplars));
    else
        printNeuron(session, neuron, behind, exemplars);
    return {};
}

/// The neurons tagged with a descriptor, and what is left of their lift within category and length.
struct Inverse {
    std::vector<NeuronId> neurons;
    std::vector<std::optional<stats::Stratified>> adjusted;
};

Json inverseDocument(TaggingSession& session, std::uint32_t column, const Inverse& inverse) {
    Json document = thresholdsJson(session.tagger.thresholds());
    const auto& labels = session.tagger.labels();
    document["descriptor"] = session.study->descriptors[column].name;
    document["excluded"] = session.study->descriptors[column].excluded;
    document["labels"] = {{"yes", labels.yes()[column]}, {"answered", labels.answered()[column]}};
    document["neurons"] = Json::array();
    for (std::size_t i = 0; i < inverse.neurons.size(); ++i) {
        Json entry = neuronJson(session, inverse.neurons[i]);
        entry.update(tagJson(session, inverse.neurons[i], column));
        entry["adjusted"] = adjustedJson(inverse.adjusted[i]);
        const char* why = tagging::unadjustedName(inverse.adjusted[i]);
        entry["adjusted_why"] = why ? Json(why) : Json(nullptr);
        document["neurons"].push_back(std::move(entry));
    }
    return document;
}

void printInverse(TaggingSession& session, std::uint32_t column, const Inverse& inverse) {
    Table table = tagTable(session, {"neuron"}, {"adjusted lift", "adjusted p"});
    for (std::size_t i = 0; i < inverse.neurons.size(); ++i) {
        const auto& adjusted = inverse.adjusted[i];
        const char* why = tagging::unadjustedName(adjusted);
        addTagRow(table, session, {session.neuron(inverse.neurons[i])}, inverse.neurons[i], column,
                  {why ? std::string("undefined: ") + why : fixedText(adjusted->lift, 1),
                   smallText(adjusted ? std::optional(adjusted->p) : std::nullopt)});
    }
    table.print();
}

Status tagDescriptor(const Context& context, const TagVerb& verb, TaggingSession& session) {
    NS_ASSIGN(const std::uint32_t column, session.column(verb.descriptor));
    Inverse inverse{session.tagger.inverse(column), {}};
    NS_ASSIGN(inverse.adjusted, pipeline::adjustedNeurons(*session.study, column, inverse.neurons,
                                                          session.tagger.thresholds(), context.stop));
    if (context.json)
        printJson(inverseDocument(session, column, inverse));
    else
        printInverse(session, column, inverse);
    return {};
}

void printAllJson(TaggingSession& session) {
    Json document = thresholdsJson(session.tagger.thresholds());
    document["neurons"] = Json::array();
    for (std::uint32_t i = 0; i < session.neurons(); ++i) {
        Json entry = neuronJson(session, NeuronId(i));
        entry["tags"] = Json::array();
        for (const std::uint32_t column : session.tagsOf(NeuronId(i)))
            entry["tags"].push_back(tagJson(session, NeuronId(i), column));
        document["neurons"].push_back(std::move(entry));
    }
    document["summary"] = summaryJson(session);
    printJson(document);
}

void printAll(TaggingSession& session) {
    Table table = tagTable(session, {"neuron", "descriptor"});
    for (std::uint32_t i = 0; i < session.neurons(); ++i)
        for (const std::uint32_t column : session.tagsOf(NeuronId(i)))
            addTagRow(table, session, {session.neuron(NeuronId(i)), session.study->descriptors[column].name},
                      NeuronId(i), column);
    if (!table.empty()) {
        table.print();
        std::printf("\n");
    }
    printSummary(session);
}

Result<Exit> runTag(const Context& context, const TagVerb& verb) {
    NS_ASSIGN(store::Project project,
              openProject(context, verb.save ? store::Access::ReadWrite : store::Access::ReadOnly));
    NS_ASSIGN(TaggingSession session, startTagging(context, project, verb.thresholds, context.json));
    if (!verb.neuron.empty())
        NS_TRY(tagNeuron(context, verb, project, session));
    else if (!verb.descriptor.empty())
        NS_TRY(tagDescriptor(context, verb, session));
    else if (context.json)
        printAllJson(session);
    else
        printAll(session);
    if (verb.save)
        NS_TRY(pipeline::saveThresholds(project.writer(), session.tagger.thresholds()));
    return Exit::Done;
}

void declare(CLI::App& verb, TagVerb& tag) {
    addThresholdOptions(verb, tag.thresholds);
    verb.add_option("--neuron", tag.neuron, "Everything about the neuron LAYER/UNIT");
    verb.add_option("--exemplars", tag.exemplars, "With --neuron: show its first N exemplars");
    verb.add_option("--truth", tag.truth,
                    "With --neuron: the annotator whose answers tell how good the labels are, for f* and lift*; else "
                    "the only person with balanced answers");
    verb.add_option("--descriptor", tag.descriptor, "The neurons tagged with this descriptor");
    verb.add_flag("--save", tag.save, "Make these thresholds the study's");
}

} // namespace

void addTag(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("tag", "Which descriptors fit which neurons");
    auto tag = std::make_shared<TagVerb>();
    declare(*verb, *tag);
    verb->callback([&context, &chosen, tag] {
        chosen.check = [&context, tag] { return check(context, *tag); };
        chosen.run = [&context, tag] { return runTag(context, *tag); };
    });
}

} // namespace neuroscribe::cli
