#include <CLI/CLI.hpp>

#include "app/cli/cluster_report.h"
#include "app/cli/verbs.h"

namespace neuroscribe::cli {
namespace {

struct ClusterVerb {
    std::string encoder;
    std::string method = "community";
    std::optional<std::uint32_t> count;
    double threshold = 0.75;
    std::uint32_t minSize = 10;
    std::string name;
};

Result<pipeline::ClusterOptions> optionsOf(const ClusterVerb& verb) {
    pipeline::ClusterOptions options{.threshold = verb.threshold, .count = verb.count, .minSize = verb.minSize};
    NS_ASSIGN(options.method, descriptors::parseMethod(verb.method));
    if (!verb.name.empty()) {
        NS_ASSIGN(options.name, descriptors::parseNameKind(verb.name));
    }
    NS_TRY(options.validate());
    return options;
}

Status check(const Context& context, const ClusterVerb& verb) {
    NS_TRY(requireFolder(context));
    NS_TRY(optionsOf(verb));
    return {};
}

Result<Exit> runCluster(const Context& context, const ClusterVerb& verb) {
    NS_ASSIGN(const auto options, optionsOf(verb));
    NS_ASSIGN(store::Project project, openProject(context, store::Access::ReadWrite));
    NS_ASSIGN(const auto embedded,
              pipeline::embedDescriptors(
                  project, {.encoder = verb.encoder, .device = context.device, .threads = context.threads},
                  context.stop, *context.progress));
    NS_ASSIGN(const auto embeddings, descriptors::loadEmbeddings(project.connection(), embedded.model));
    NS_ASSIGN(const auto namer, descriptors::ClusterNamer::open());
    NS_ASSIGN(const auto clustered, pipeline::clusterDescriptors(project, embeddings, embedded.model, namer, options,
                                                                 context.stop, *context.progress));
    printClusters(context, {embedded, embeddings, namer, options, clustered});
    return Exit::Done;
}

void declare(CLI::App& verb, ClusterVerb& cluster) {
    verb.add_option("--encoder", cluster.encoder, "Folder of the sentence encoder")->required();
    verb.add_option("--method", cluster.method, "community or agglomerative")->capture_default_str();
    verb.add_option("--threshold", cluster.threshold, "Least cosine of a member and the centre of its cluster")
        ->capture_default_str();
    verb.add_option("--count", cluster.count, "Agglomerative: cut into so many clusters, whatever the threshold");
    verb.add_option("--min-size", cluster.minSize, "Smaller ones are unclustered")
        ->check(CLI::Range(1U, 1U << 24))
        ->capture_default_str();
    verb.add_option("--name", cluster.name,
                    "Name the new clusters, which makes them descriptors: centroid, headword or wordnet; without, "
                    "names are only suggested");
}

} // namespace

void addCluster(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("cluster", "Cluster the named topics; names that a person gave are kept");
    auto cluster = std::make_shared<ClusterVerb>();
    declare(*verb, *cluster);
    verb->callback([&context, &chosen, cluster] {
        chosen.check = [&context, cluster] { return check(context, *cluster); };
        chosen.run = [&context, cluster] { return runCluster(context, *cluster); };
    });
}

} // namespace neuroscribe::cli
