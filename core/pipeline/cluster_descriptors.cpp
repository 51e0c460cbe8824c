#include "core/pipeline/cluster_descriptors.h"

#include "core/descriptors/agglomerative.h"
#include "core/descriptors/cluster_names.h"
#include "core/descriptors/communities.h"
#include "core/descriptors/review.h"
#include "core/pipeline/curate.h"

namespace neuroscribe::pipeline {
namespace {

using descriptors::ClusterMethod;
using descriptors::CommunityOptions;
using descriptors::Embeddings;
using descriptors::NameKind;
using descriptors::NameSource;
using descriptors::NewCommunity;

CommunityOptions communityOptions(const ClusterOptions& options) {
    return {.threshold = options.threshold, .minSize = options.minSize};
}

/// Average linkage has a distance for a threshold.
descriptors::AgglomerativeOptions agglomerativeOptions(const ClusterOptions& options) {
    return {.distance = 1 - options.threshold, .clusters = options.count, .minSize = options.minSize};
}

NewCommunity byIds(const Embeddings& embeddings, std::uint32_t centre, const std::vector<std::uint32_t>& rows) {
    NewCommunity community{embeddings.descriptors[centre].id, {}};
    for (const std::uint32_t row : rows)
        community.members.push_back(embeddings.descriptors[row].id);
    return community;
}

/// The edit and what is kept beside it.
Status commit(store::Database& database, descriptors::Curation& curation, descriptors::CurationEdit edit,
              const descriptors::ClusteringRecord& record, const std::vector<descriptors::ReviewItem>& review) {
    if (!edit.delta.isEmpty())
        NS_TRY(applyCurationEdit(database, curation, std::move(edit)));
    NS_ASSIGN(auto transaction, store::Transaction::begin(database));
    NS_TRY(descriptors::saveClustering(database, record));
    NS_TRY(descriptors::storeReview(database, review));
    return transaction.commit();
}

} // namespace

Status ClusterOptions::validate() const {
    if (method == ClusterMethod::Community && count)
        return Error{ErrorCode::InvalidArgument, "count", "communities are found by threshold alone", ""};
    return method == ClusterMethod::Community ? communityOptions(*this).validate()
                                              : agglomerativeOptions(*this).validate();
}

Result<std::vector<NewCommunity>> findCommunities(const Embeddings& embeddings, const ClusterOptions& options,
                                                  std::stop_token stop, ProgressSink& progress) {
    NS_TRY(options.validate());
    const auto rows = embeddings.rows();
    NS_ASSIGN(const auto found,
              options.method == ClusterMethod::Community
                  ? descriptors::communities(rows, communityOptions(options), std::move(stop), progress)
                  : descriptors::agglomerate(rows, agglomerativeOptions(options), std::move(stop), progress));
    std::vector<NewCommunity> communities;
    for (const descriptors::Community& community : found)
        communities.push_back(byIds(embeddings, community.centre, community.members));
    return communities;
}

Result<Clustered> clusterDescriptors(store::Project& project, const Embeddings& embeddings,
                                     const descriptors::EmbeddingModel& model, const descriptors::ClusterNamer& namer,
                                     const ClusterOptions& options, std::stop_token stop, ProgressSink& progress) {
    if (project.readOnly())
        return Error{ErrorCode::ReadOnly, project.folder(), "the study is open read-only", "Save a copy and use that"};
    if (embeddings.descriptors.empty())
        return Error{ErrorCode::MissingInput, "embeddings", "no descriptor has been embedded", "Run describe first"};
    store::Database& database = project.writer();
    Clustered result;
    NS_ASSIGN(result.communities, findCommunities(embeddings, options, std::move(stop), progress));
    NS_ASSIGN(result.curation, descriptors::loadCuration(database));
    result.plan = descriptors::planReclustering(result.curation, result.communities, options.minSize);
    const auto names =
        descriptors::chooseNames(namer, embeddings, result.plan, options.name.value_or(NameKind::Centroid));
    NS_ASSIGN(auto edit, descriptors::reclusterEdit(result.curation, result.plan, names,
                                                    options.name ? NameSource::Automatic : NameSource::Suggested));
    NS_TRY(commit(database, result.curation, std::move(edit),
                  {.model = model.identity,
                   .method = options.method,
                   .threshold = options.threshold,
                   .count = options.count,
                   .minSize = options.minSize},
                  descriptors::reviewOf(result.plan, result.communities)));
    return result;
}

} // namespace neuroscribe::pipeline
