#include <CLI/CLI.hpp>

#include "app/cli/json_output.h"
#include "app/cli/sentence_origin.h"
#include "app/cli/table.h"
#include "app/cli/verbs.h"
#include "core/descriptors/cluster_counts.h"
#include "core/pipeline/study.h"

namespace neuroscribe::cli {
namespace {

Json runJson(const std::optional<extraction::RunInfo>& run) {
    if (!run)
        return nullptr;
    return {{"folder", run->folder},
            {"model", run->model},
            {"site", nn::siteName(run->site)},
            {"pooling", nn::poolingName(run->pooling)},
            {"dtype", run->dtype == store::DType::Float16 ? "f16" : "f32"},
            {"layers", run->layers},
            {"units", run->units},
            {"sentences", run->sentences}};
}

Json curationJson(const descriptors::ClusterCounts& counts) {
    return {{"topics", counts.topics}, {"embedded", counts.embedded}, {"clusters", counts.clusters},
            {"named", counts.named},   {"excluded", counts.excluded}, {"unclustered", counts.unclustered}};
}

Json statusJson(const store::Project& project, const std::vector<pipeline::StepStatus>& steps,
                const descriptors::ClusterCounts& curation, const std::optional<extraction::RunInfo>& run,
                const tagging::Thresholds& thresholds) {
    Json list = Json::array();
    for (const pipeline::StepStatus& step : steps)
        list.push_back({{"step", pipeline::stepName(step.step)},
                        {"state", pipeline::stateName(step.state)},
                        {"why", step.why},
                        {"done", step.done},
                        {"total", step.total}});
    return {{"path", project.folder()},
            {"steps", list},
            {"curation", curationJson(curation)},
            {"run", runJson(run)},
            {"thresholds", Json::parse(pipeline::thresholdsToJson(thresholds))}};
}

void printSteps(const std::vector<pipeline::StepStatus>& steps, const descriptors::ClusterCounts& curation) {
    Table table({{"step"}, {"state"}, {"done", Align::Right}, {"of", Align::Right}, {"why"}});
    for (const pipeline::StepStatus& step : steps)
        table.add({pipeline::stepName(step.step), pipeline::stateName(step.state), std::to_string(step.done),
                   std::to_string(step.total), step.why});
    table.print();
    const auto text = [](std::uint64_t count) { return std::to_string(count); };
    if (curation.topics > 0)
        std::printf("\nTopics: %s, %s embedded, %s in no cluster. Clusters: %s, %s named, %s excluded.\n",
                    text(curation.topics).c_str(), text(curation.embedded).c_str(), text(curation.unclustered).c_str(),
                    text(curation.clusters).c_str(), text(curation.named).c_str(), text(curation.excluded).c_str());
}

Result<Exit> runStatus(const Context& context, std::optional<std::uint32_t> sentence) {
    NS_ASSIGN(store::Project project, openProject(context, store::Access::ReadOnly));
    if (sentence) {
        NS_TRY(printSentence(context, project, SentenceId(*sentence)));
        return Exit::Done;
    }
    NS_ASSIGN(const auto steps, pipeline::status(project));
    NS_ASSIGN(const auto curation, descriptors::countClusters(project.connection()));
    if (!context.json) {
        printSteps(steps, curation);
        return Exit::Done;
    }
    NS_ASSIGN(const auto run, extraction::currentRun(project.connection()));
    NS_ASSIGN(const auto thresholds, pipeline::loadThresholds(project.connection()));
    printJson(statusJson(project, steps, curation, run, thresholds));
    return Exit::Done;
}

} // namespace

void addStatus(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("status", "The steps of a study: done, missing, partial or stale");
    auto sentence = std::make_shared<std::optional<std::uint32_t>>();
    verb->add_option("--sentence", *sentence, "One sentence instead: who said what about it, and how it was asked");
    verb->callback([&context, &chosen, sentence] {
        chosen.check = [&context] { return requireFolder(context); };
        chosen.run = [&context, sentence] { return runStatus(context, *sentence); };
    });
}

} // namespace neuroscribe::cli
