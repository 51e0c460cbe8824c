// `correlate` (of a study) and `correlation` (of an array of labels): how descriptors go together.
#include <algorithm>
#include <cmath>

#include <CLI/CLI.hpp>

#include "app/cli/correlation_output.h"
#include "app/cli/label_array.h"
#include "app/cli/tagging_session.h"
#include "app/cli/verbs.h"
#include "core/pipeline/correlation_output.h"

namespace neuroscribe::cli {
namespace {

using pipeline::CorrelationView;

struct CorrelateVerb {
    std::string view = "sentences";
    std::uint32_t resamples = stats::kCorrelationResamples;
    ThresholdOptions thresholds; ///< of the profiles
};

struct ArrayVerb {
    std::string labels, out;
};

Result<Exit> runCorrelate(const Context& context, const CorrelateVerb& verb) {
    NS_ASSIGN(store::Project project, openProject(context, store::Access::ReadOnly));
    NS_ASSIGN(const auto study, pipeline::loadStudy(project));
    NS_ASSIGN(const CorrelationView view, pipeline::parseView(verb.view));
    NS_ASSIGN(const tagging::Thresholds thresholds, verb.thresholds.over(study->thresholds));
    if (view != CorrelationView::Sentences)
        NS_TRY(pipeline::requireTaggable(*study));
    pipeline::CorrelationOptions options;
    options.seed = context.seed.value_or(options.seed);
    options.resamples = verb.resamples;
    options.intervalPairs = view == CorrelationView::Sentences ? SIZE_MAX : 0;
    NS_ASSIGN(const auto correlation, pipeline::correlateDescriptors(*study, thresholds, options, context.stop));
    if (context.json)
        printJson(pipeline::correlationJson(correlation, view));
    else
        printCorrelation(correlation, view);
    return Exit::Done;
}

Result<Exit> runCorrelation(const Context& context, const ArrayVerb& verb) {
    NS_ASSIGN(const labels::LabelMatrix matrix, readLabelArray(verb.labels));
    std::vector<std::string> names;
    for (std::uint32_t c = 0; c < matrix.descriptors(); ++c)
        names.push_back(std::to_string(c));
    pipeline::CorrelationOptions options;
    options.intervalPairs = 0;
    NS_ASSIGN(const auto correlation, pipeline::correlateLabels(matrix, std::move(names), options, context.stop));
    NS_TRY(pipeline::writeSquare(verb.out, correlation, CorrelationView::Sentences));
    const auto& phi = correlation.sentences.phi.values;
    const auto undefined = std::count_if(phi.begin(), phi.end(), [](double value) { return std::isnan(value); });
    if (context.json)
        printJson({{"out", verb.out},
                   {"sentences", correlation.sentenceCount},
                   {"descriptors", correlation.names.size()},
                   {"answered", correlation.answered},
                   {"asked", correlation.asked},
                   {"pairs", phi.size()},
                   {"undefined", undefined},
                   {"order", correlation.order}});
    else
        std::printf("%s: %zu x %zu, %zu of %zu pairs undefined\n", verb.out.c_str(), correlation.names.size(),
                    correlation.names.size(), static_cast<std::size_t>(undefined), phi.size());
    return Exit::Done;
}

} // namespace

void addCorrelate(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("correlate", "Correlation of the descriptors, over both halves");
    auto options = std::make_shared<CorrelateVerb>();
    verb->add_option("--view", options->view,
                     "sentences (phi of the answers), neurons (r of the profiles) or difference (neurons - sentences)")
        ->check(CLI::IsMember({"sentences", "neurons", "difference"}));
    verb->add_option("--resamples", options->resamples, "Of the bootstrap behind each interval")
        ->check(CLI::Range(1, 1'000'000));
    verb->add_option("-k", options->thresholds.k, "Percent of the sentences that are exemplars, of the profiles");
    verb->add_option("--split", options->thresholds.split, "calibration or validation, of the profiles");
    verb->add_option("--tail", options->thresholds.tail, "top or bottom, of the profiles");
    verb->callback([&context, &chosen, options] {
        chosen.check = [&context, options]() -> Status {
            NS_TRY(requireFolder(context));
            NS_TRY(options->thresholds.check());
            return {};
        };
        chosen.run = [&context, options] { return runCorrelate(context, *options); };
    });
}

void addCorrelation(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("correlation", "Correlation of the columns of an array of labels");
    auto options = std::make_shared<ArrayVerb>();
    verb->add_option("--labels", options->labels, "[n, descriptors] int8: 1 yes, 0 no, -1 unanswered")->required();
    verb->add_option("--out", options->out, "phi as float32 [descriptors, descriptors], NaN where undefined")
        ->required();
    verb->callback([&context, &chosen, options] {
        chosen.check = []() -> Status { return {}; };
        chosen.run = [&context, options] { return runCorrelation(context, *options); };
    });
}

} // namespace neuroscribe::cli
