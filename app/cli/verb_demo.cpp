#include <chrono>

#include <CLI/CLI.hpp>

#include "app/cli/tag_table.h"
#include "app/cli/verbs.h"
#include "core/pipeline/demo.h"

namespace neuroscribe::cli {
namespace {

/// The neuron with the highest f; ties: lower id.
std::optional<NeuronId> bestNeuron(TaggingSession& session, std::uint32_t column) {
    std::optional<NeuronId> best;
    double highest = -1.0;
    for (std::uint32_t i = 0; i < session.neurons(); ++i)
        if (const auto f = session.tagger.cell(NeuronId(i), column).f; f && *f > highest) {
            highest = *f;
            best = NeuronId(i);
        }
    return best;
}

Json demoJson(TaggingSession& session, double seconds) {
    Json document{{"path", session.study->folder}, {"seconds", seconds}};
    document.update(thresholdsJson(session.tagger.thresholds()));
    document["descriptors"] = Json::array();
    for (std::uint32_t c = 0; c < session.study->descriptors.size(); ++c) {
        Json entry{{"descriptor", session.study->descriptors[c].name},
                   {"neurons", session.tagger.summary().neuronsByDescriptor[c]},
                   {"best", nullptr}};
        if (const auto best = bestNeuron(session, c)) {
            entry["best"] = neuronJson(session, *best);
            entry["best"].update(tagJson(session, *best, c));
        }
        document["descriptors"].push_back(std::move(entry));
    }
    document["summary"] = summaryJson(session);
    return document;
}

void printDemo(TaggingSession& session, double seconds) {
    Table table = tagTable(session, {"descriptor", "neurons", "best neuron"});
    for (std::uint32_t c = 0; c < session.study->descriptors.size(); ++c)
        if (const auto best = bestNeuron(session, c))
            addTagRow(table, session,
                      {session.study->descriptors[c].name,
                       std::to_string(session.tagger.summary().neuronsByDescriptor[c]), session.neuron(*best)},
                      *best, c);
    table.print();
    std::printf("\n");
    printSummary(session);
    std::printf("Study: %s (%.1f s)\n", session.study->folder.c_str(), seconds);
}

Result<Exit> runDemo(const Context& context, const std::string& folder) {
    const auto start = std::chrono::steady_clock::now();
    pipeline::DemoOptions options;
    options.folder = folder.empty() ? context.folder : folder;
    options.device = context.device;
    options.threads = context.threads;
    if (options.folder.empty()) {
        NS_ASSIGN(options.folder, pipeline::defaultDemoFolder());
    }
    NS_ASSIGN(store::Project project, pipeline::buildDemo(options, context.stop, *context.progress));
    NS_ASSIGN(TaggingSession session, startTagging(context, project, {}));
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    if (context.json)
        printJson(demoJson(session, seconds));
    else
        printDemo(session, seconds);
    return Exit::Done;
}

} // namespace

void addDemo(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("demo", "Build the built-in study, or open it when it is there");
    auto folder = std::make_shared<std::string>();
    verb->add_option("--folder", *folder, "Where; in the user's data folder if neither this nor -p is given");
    verb->callback([&context, &chosen, folder] {
        chosen.check = [] { return Status(); };
        chosen.run = [&context, folder] { return runDemo(context, *folder); };
    });
}

} // namespace neuroscribe::cli
