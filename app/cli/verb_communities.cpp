// `communities`: clusters of the rows of an array, without a study.
#include <CLI/CLI.hpp>

#include "app/cli/json_output.h"
#include "app/cli/verbs.h"
#include "core/descriptors/agglomerative.h"
#include "core/descriptors/communities.h"
#include "core/io/npy.h"

namespace neuroscribe::cli {
namespace {

using descriptors::Community;

struct CommunitiesVerb {
    std::string in;
    std::string method = "community";
    descriptors::CommunityOptions options;
    std::optional<std::uint32_t> clusters;

    bool agglomerative() const { return method == "agglomerative"; }
    descriptors::AgglomerativeOptions agglomerativeOptions() const {
        return {.distance = 1 - options.threshold, .clusters = clusters, .minSize = options.minSize};
    }
};

Status check(const CommunitiesVerb& verb) {
    if (verb.agglomerative())
        return verb.agglomerativeOptions().validate();
    if (verb.clusters)
        return Error{ErrorCode::InvalidArgument, "--clusters", "community detection finds their number itself", ""};
    return verb.options.validate();
}

Result<std::vector<Community>> cluster(const Context& context, const CommunitiesVerb& verb) {
    NS_ASSIGN(const auto array, io::readFloatNpy(verb.in));
    const MatrixView<const float> rows(array.values, array.rows, array.columns);
    auto found = verb.agglomerative()
                     ? descriptors::agglomerate(rows, verb.agglomerativeOptions(), context.stop, *context.progress)
                     : descriptors::communities(rows, verb.options, context.stop, *context.progress);
    if (found)
        return found;
    Error error = found.error();
    error.where = verb.in + ": " + error.where;
    return error;
}

/// A list of lists of row numbers, with or without --json: for the next program.
Result<Exit> runCommunities(const Context& context, const CommunitiesVerb& verb) {
    NS_ASSIGN(const std::vector<Community> found, cluster(context, verb));
    Json lists = Json::array();
    for (const Community& community : found)
        lists.push_back(community.members);
    printJson(lists);
    return Exit::Done;
}

} // namespace

void addCommunities(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("communities", "Clusters of the rows of an array, as lists of row numbers");
    auto communities = std::make_shared<CommunitiesVerb>();
    verb->add_option("--in", communities->in, "[n, dimension] float32, as embed writes it")->required();
    verb->add_option("--threshold", communities->options.threshold,
                     "Least cosine to the centre; between the clusters of agglomerative: least mean cosine");
    verb->add_option("--min-size", communities->options.minSize, "Smaller clusters are left out");
    verb->add_option("--method", communities->method, "community or agglomerative (average linkage)")
        ->check(CLI::IsMember({"community", "agglomerative"}));
    verb->add_option("--clusters", communities->clusters, "Of agglomerative: so many, instead of --threshold");
    verb->callback([&context, &chosen, communities] {
        chosen.check = [communities] { return check(*communities); };
        chosen.run = [&context, communities] { return runCommunities(context, *communities); };
    });
}

} // namespace neuroscribe::cli
