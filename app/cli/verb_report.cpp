// `report`: the study as one HTML file.
#include <ctime>

#include <CLI/CLI.hpp>

#include "app/cli/neuron_choice.h"
#include "app/cli/tagging_session.h"
#include "app/cli/verbs.h"
#include "core/io/row_writer.h"
#include "core/pipeline/report.h"

namespace neuroscribe::cli {
namespace {

struct ReportVerb {
    std::string out, reference;
    std::string neurons = "random:10"; ///< evaluated
    std::uint32_t strongest = 5;
    std::uint32_t resamples = 1000;
    ThresholdOptions thresholds;
};

std::string utcNow() {
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
    return text;
}

Result<Exit> runReport(const Context& context, const ReportVerb& verb) {
    NS_ASSIGN(store::Project project, openProject(context, store::Access::ReadOnly));
    NS_ASSIGN(const auto study, pipeline::loadStudy(project));
    NS_ASSIGN(const tagging::Thresholds thresholds, verb.thresholds.over(study->thresholds));
    pipeline::ReportOptions options;
    options.madeAt = utcNow();
    options.seed = context.seed.value_or(options.seed);
    options.neuronsPerDescriptor = verb.strongest;
    NS_ASSIGN(options.evaluatedNeurons, randomNeurons(verb.neurons));
    options.reference = verb.reference;
    options.resamples = verb.resamples;
    NS_ASSIGN(const io::Report report, pipeline::studyReport(project.connection(), *study, thresholds, options,
                                                             context.stop, *context.progress));
    const std::string html = io::reportHtml(report);
    NS_TRY(io::writeWhole(verb.out, html));
    std::size_t figures = 0;
    for (const io::ReportSection& section : report.sections)
        figures += section.figures.size();
    if (context.json)
        printJson(
            {{"out", verb.out}, {"bytes", html.size()}, {"sections", report.sections.size()}, {"figures", figures}});
    else
        std::printf("%s: %zu sections, %zu figures\n", verb.out.c_str(), report.sections.size(), figures);
    return Exit::Done;
}

} // namespace

void addReport(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("report", "The study as one HTML file: parameters, hashes, figures, tables");
    auto options = std::make_shared<ReportVerb>();
    verb->add_option("--out", options->out, "File to write")->required();
    verb->add_option("--truth", options->reference,
                     "Annotator whose answers are the truth; else who has answered most of what is needed");
    verb->add_option("--neurons", options->neurons, "Neurons that are evaluated: random:10 (by --seed)");
    verb->add_option("--strongest", options->strongest, "Neurons shown of each descriptor")->check(CLI::Range(1, 1000));
    verb->add_option("--resamples", options->resamples, "Of the bootstraps of evaluation and consistency")
        ->check(CLI::Range(1, 1'000'000));
    addThresholdOptions(*verb, options->thresholds);
    verb->callback([&context, &chosen, options] {
        chosen.check = [&context, options]() -> Status {
            NS_TRY(requireFolder(context));
            NS_TRY(options->thresholds.check());
            NS_TRY(randomNeurons(options->neurons));
            return {};
        };
        chosen.run = [&context, options] { return runReport(context, *options); };
    });
}

} // namespace neuroscribe::cli
