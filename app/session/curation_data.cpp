#include "app/session/curation_data.h"

#include "core/descriptors/curation_store.h"
#include "core/descriptors/delta_json.h"
#include "core/descriptors/embedding_store.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <set>
#include <utility>

namespace neuroscribe::app {
namespace {

using descriptors::Curation;
using descriptors::kSetAside;
using descriptors::kUnclustered;

/// By the sentence encoder that was last used.
Status loadEmbeddings(store::Database& database, Topics& topics) {
    NS_ASSIGN(const auto models, descriptors::loadEmbeddingModels(database));
    if (models.empty())
        return {};
    NS_ASSIGN(auto embeddings, descriptors::loadEmbeddings(database, models.back()));
    topics.rowOf.assign(topics.index.size(), Topics::kNoRow);
    for (std::uint32_t row = 0; row < embeddings.descriptors.size(); ++row)
        if (const std::uint32_t id = embeddings.descriptors[row].id.value; id < topics.rowOf.size())
            topics.rowOf[id] = row;
    topics.dimension = embeddings.dimension;
    topics.embeddings = std::move(embeddings.values);
    Hasher hasher;
    hasher.add(std::as_bytes(std::span(topics.rowOf)));
    hasher.add(std::as_bytes(std::span(topics.embeddings)));
    topics.embedded = hasher.finish();
    return {};
}

Result<std::shared_ptr<const Topics>> loadTopics(store::Database& database) {
    auto topics = std::make_shared<Topics>();
    NS_ASSIGN(topics->index, descriptors::TopicIndex::load(database));
    topics->names.reserve(topics->index.size());
    for (std::uint32_t id = 0; id < topics->index.size(); ++id)
        topics->names.push_back(QString::fromStdString(topics->index.name(RawDescriptorId(id))));
    NS_TRY(loadEmbeddings(database, *topics));
    return std::shared_ptr<const Topics>(std::move(topics));
}

/// With what each did: undo then needs no database.
Status loadHistory(store::Database& database, CurationSnapshot& snapshot) {
    NS_ASSIGN(const auto entries, descriptors::loadCurationHistory(database));
    NS_ASSIGN(const auto all, store::EditLog(database, descriptors::kCurationHistory).all());
    auto row = all.begin();
    for (const store::HistoryEntry& entry : entries) { // both ascend
        row = std::ranges::find(row, all.end(), entry.id, &store::Edit::id);
        if (row == all.end())
            return Error{ErrorCode::Corrupt, database.path(), "the history of the clusters is damaged",
                         "Restore the study from a copy"};
        descriptors::CurationEdit edit{entry.textCode, {}, {}};
        NS_ASSIGN(edit.arguments, descriptors::argumentsOf(entry));
        NS_ASSIGN(edit.delta, descriptors::deltaFromJson(row->after));
        snapshot.history.push_back(std::move(edit));
        snapshot.done += entry.undone ? 0 : 1;
    }
    return {};
}

FiguresByPlace allFigures(const Topics& topics, const Curation& curation) {
    FiguresByPlace figures;
    for (const auto& [id, cluster] : curation.clusters())
        figures[id] = figuresOf(topics, cluster.members);
    for (const ClusterId place : {kUnclustered, kSetAside})
        figures[place] = figuresOf(topics, membersAt(topics, curation, place));
    return figures;
}

/// Unit length; empty where no member has an embedding.
std::vector<float> centreOf(const Topics& topics, const descriptors::Cluster& cluster) {
    if (cluster.centre)
        if (const auto row = topics.embedding(*cluster.centre); !row.empty())
            return {row.begin(), row.end()};
    std::vector<float> centre(topics.dimension);
    for (const RawDescriptorId member : cluster.members)
        if (const auto row = topics.embedding(member); !row.empty())
            std::transform(row.begin(), row.end(), centre.begin(), centre.begin(), std::plus<>());
    const float length = std::sqrt(std::inner_product(centre.begin(), centre.end(), centre.begin(), 0.0F));
    if (length == 0)
        return {};
    for (float& value : centre)
        value /= length;
    return centre;
}

} // namespace

std::span<const float> Topics::embedding(RawDescriptorId id) const {
    if (id.value >= rowOf.size() || rowOf[id.value] == kNoRow)
        return {};
    return std::span(embeddings).subspan(static_cast<std::size_t>(rowOf[id.value]) * dimension, dimension);
}

std::vector<RawDescriptorId> membersAt(const Topics& topics, const Curation& curation, ClusterId place) {
    if (const descriptors::Cluster* cluster = curation.find(place))
        return cluster->members;
    std::vector<RawDescriptorId> members;
    for (std::uint32_t id = 1; id < topics.index.size(); ++id) {
        const RawDescriptorId member(id);
        if (curation.placeOf(member) == place && (place != kUnclustered || topics.index.said(member) != 0))
            members.push_back(member);
    }
    return members;
}

PlaceFigures figuresOf(const Topics& topics, std::span<const RawDescriptorId> members) {
    PlaceFigures figures;
    figures.members = static_cast<std::uint32_t>(members.size());
    figures.sentences = topics.index.sentencesOfAny(members);
    for (const RawDescriptorId member : members)
        if (member.value < topics.index.size())
            figures.said += topics.index.said(member);
    return figures;
}

void updateFigures(const Topics& topics, const Curation& curation, const descriptors::CurationDelta& delta,
                   FiguresByPlace& figures) {
    std::set<ClusterId> touched;
    for (const descriptors::MemberMove& move : delta.moves)
        touched.insert({move.from, move.to});
    for (const ClusterId place : touched) {
        if (place == kUnclustered || place == kSetAside || curation.find(place))
            figures[place] = figuresOf(topics, membersAt(topics, curation, place));
        else
            figures.erase(place);
    }
}

std::vector<float> similaritiesToCentre(const Topics& topics, const Curation& curation, ClusterId place,
                                        std::span<const RawDescriptorId> members) {
    std::vector<float> similarities(members.size(), std::numeric_limits<float>::quiet_NaN());
    const descriptors::Cluster* cluster = curation.find(place);
    const std::vector<float> centre = cluster ? centreOf(topics, *cluster) : std::vector<float>{};
    if (centre.empty())
        return similarities;
    for (std::size_t i = 0; i < members.size(); ++i)
        if (const auto row = topics.embedding(members[i]); !row.empty())
            similarities[i] = std::inner_product(row.begin(), row.end(), centre.begin(), 0.0F);
    return similarities;
}

bool changesDescriptors(const descriptors::CurationDelta& delta) {
    const auto shown = [](const std::optional<descriptors::ClusterFacts>& facts) {
        return facts && facts->isDescriptor();
    };
    return std::ranges::any_of(delta.clusters, [&](const descriptors::ClusterChange& change) {
        if (shown(change.before) != shown(change.after))
            return true;
        return shown(change.after) &&
               (change.before->name != change.after->name || change.before->excluded != change.after->excluded ||
                change.before->questions != change.after->questions);
    });
}

Result<CurationSnapshot> loadCurationSnapshot(store::Database& database) {
    CurationSnapshot snapshot;
    NS_ASSIGN(snapshot.topics, loadTopics(database));
    NS_ASSIGN(auto curation, descriptors::loadCuration(database));
    snapshot.figures = allFigures(*snapshot.topics, curation);
    snapshot.curation = std::make_shared<const Curation>(std::move(curation));
    NS_TRY(loadHistory(database, snapshot));
    return snapshot;
}

} // namespace neuroscribe::app
