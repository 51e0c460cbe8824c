// `tag-matrix`: tags of two arrays, without a study.
#include <CLI/CLI.hpp>

#include "app/cli/json_output.h"
#include "app/cli/label_array.h"
#include "app/cli/table.h"
#include "app/cli/tagging_session.h"
#include "app/cli/verbs.h"
#include "core/io/npy.h"

namespace neuroscribe::cli {
namespace {

struct MatrixVerb {
    std::string activations, labels, out;
    ThresholdOptions thresholds;
};

Result<tagging::Tagger> makeTagger(const Context& context, const MatrixVerb& verb,
                                   const tagging::Thresholds& thresholds) {
    NS_ASSIGN(const auto activations, io::readFloatNpy(verb.activations));
    NS_ASSIGN(const labels::LabelMatrix matrix, readLabelArray(verb.labels));
    if (activations.rows != matrix.sentences() || activations.rows == 0 || activations.columns == 0 ||
        matrix.descriptors() == 0)
        return Error{ErrorCode::Mismatch, verb.labels,
                     "activations are [" + std::to_string(activations.rows) + ", " +
                         std::to_string(activations.columns) + "], labels [" + std::to_string(matrix.sentences()) +
                         ", " + std::to_string(matrix.descriptors()) +
                         "]: both need the same sentences as rows, and no side zero",
                     ""};
    std::vector<SentenceId> members(activations.rows);
    for (std::uint32_t i = 0; i < members.size(); ++i)
        members[i] = SentenceId(i);
    const auto neurons = static_cast<std::uint32_t>(activations.columns);
    NS_ASSIGN(auto ranks,
              tagging::makeRanks(activations.values, static_cast<std::uint32_t>(activations.rows), neurons));
    const auto split = tagging::SplitLabels::make(matrix, members);
    tagging::Tagger tagger(std::move(ranks), split, std::vector<std::uint8_t>(matrix.descriptors(), 1), neurons,
                           thresholds.tail);
    if (tagging::isOfWholeRows(thresholds.rule)) {
        NS_ASSIGN(auto rows,
                  tagging::computeRowRules(tagging::memorySource(activations.values, split->members(), neurons), *split,
                                           context.stop, *context.progress));
        NS_TRY(tagger.setRowRules(std::move(rows)));
    }
    return tagger;
}

Json countsJson(tagging::Tagger& tagger) {
    const tagging::TagSummary& summary = tagger.summary();
    Json document = thresholdsJson(tagger.thresholds());
    document.erase("split");
    document["sentences"] = tagger.labels().members();
    document["neurons"] = tagger.tags().neurons;
    document["descriptors"] = tagger.tags().descriptors;
    document["exemplars"] = tagger.counts().exemplars;
    document["answered"] = tagger.labels().answered();
    document["yes"] = tagger.labels().yes();
    document["neurons_tagged"] = summary.neuronsTagged;
    document["tags"] = summary.tags;
    document["solid_tags"] = summary.solidTags;
    document["neurons_by_descriptor"] = summary.neuronsByDescriptor;
    return document;
}

void printCounts(tagging::Tagger& tagger) {
    const tagging::TagSummary& summary = tagger.summary();
    Table table({{"descriptor", Align::Right},
                 {"answered", Align::Right},
                 {"yes", Align::Right},
                 {"neurons tagged", Align::Right}});
    for (std::uint32_t c = 0; c < tagger.tags().descriptors; ++c)
        table.add({std::to_string(c), std::to_string(tagger.labels().answered()[c]),
                   std::to_string(tagger.labels().yes()[c]), std::to_string(summary.neuronsByDescriptor[c])});
    table.print();
    std::printf("\n%u of %u neurons tagged, %u tags, %u exemplars\n", summary.neuronsTagged, tagger.tags().neurons,
                summary.tags, tagger.counts().exemplars);
}

Result<Exit> runTagMatrix(const Context& context, const MatrixVerb& verb) {
    NS_ASSIGN(const tagging::Thresholds thresholds, verb.thresholds.over({}));
    NS_ASSIGN(tagging::Tagger tagger, makeTagger(context, verb, thresholds));
    NS_TRY(tagger.apply(thresholds, context.stop));
    if (!verb.out.empty()) {
        std::vector<float> values(std::size_t{tagger.tags().neurons} * tagger.tags().descriptors);
        tagger.ruleValues(thresholds.rule, values);
        NS_TRY(io::writeNpy(verb.out, tagger.tags().neurons, tagger.tags().descriptors, values.data()));
    }
    if (context.json)
        printJson(countsJson(tagger));
    else
        printCounts(tagger);
    return Exit::Done;
}

} // namespace

void addTagMatrix(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("tag-matrix", "Tags of an array of activations and one of labels");
    auto matrix = std::make_shared<MatrixVerb>();
    verb->add_option("--activations", matrix->activations, "[n, neurons] float32")->required();
    verb->add_option("--labels", matrix->labels, "[n, descriptors] int8: 1 yes, 0 no, -1 unanswered")->required();
    verb->add_option("--out", matrix->out, "The rule's value as float32 [neurons, descriptors], NaN where undefined");
    addThresholdOptions(*verb, matrix->thresholds);
    verb->callback([&context, &chosen, matrix] {
        chosen.check = [matrix]() -> Status {
            NS_TRY(matrix->thresholds.over({}));
            if (!matrix->thresholds.split.empty())
                return Error{ErrorCode::InvalidArgument, "--split", "two arrays have no halves",
                             "Give the arrays of one half"};
            return {};
        };
        chosen.run = [&context, matrix] { return runTagMatrix(context, *matrix); };
    });
}

} // namespace neuroscribe::cli
