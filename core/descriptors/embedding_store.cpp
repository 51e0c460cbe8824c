#include "core/descriptors/embedding_store.h"

#include <algorithm>
#include <cstring>

namespace neuroscribe::descriptors {
namespace {

constexpr const char* kSelectModel = "SELECT id, identity, folder, dimension FROM embedding_model";

Error damaged(const store::Database& database) {
    return {ErrorCode::Corrupt, database.path(), "a stored embedding is none", "Restore the study from a copy"};
}

Result<std::optional<EmbeddingModel>> nextModel(store::Statement& select, const store::Database& database) {
    NS_ASSIGN(const bool row, select.step());
    if (!row)
        return std::optional<EmbeddingModel>();
    const std::int64_t dimension = select.integer(3);
    if (dimension < 1 || dimension > 1 << 20)
        return damaged(database);
    return std::optional(
        EmbeddingModel{select.integer(0), select.text(1), select.text(2), static_cast<std::uint32_t>(dimension)});
}

Status readVector(std::span<const std::byte> blob, std::span<float> vector, const store::Database& database) {
    if (blob.size() != vector.size_bytes())
        return damaged(database);
    std::memcpy(vector.data(), blob.data(), blob.size());
    return {};
}

/// Of the union, ascending by id.
Result<std::vector<RawDescriptor>> loadById(store::Database& database) {
    NS_ASSIGN(auto descriptors, loadRawDescriptors(database));
    std::ranges::sort(descriptors, {}, &RawDescriptor::id);
    return descriptors;
}

} // namespace

Result<EmbeddingModel> registerEmbeddingModel(store::Database& database, const std::string& identity,
                                              const std::string& folder, std::uint32_t dimension) {
    NS_ASSIGN(auto upsert, database.prepare("INSERT INTO embedding_model(identity, folder, dimension) VALUES (?, ?, ?) "
                                            "ON CONFLICT (identity) DO UPDATE SET folder = excluded.folder"));
    NS_TRY(upsert.bind(1, identity).bind(2, folder).bind(3, std::int64_t{dimension}).run());
    NS_ASSIGN(const auto model, findEmbeddingModel(database, identity));
    if (!model || model->dimension != dimension)
        return damaged(database);
    return *model;
}

Result<std::optional<EmbeddingModel>> findEmbeddingModel(store::Database& database, const std::string& identity) {
    NS_ASSIGN(auto select, database.prepare(std::string(kSelectModel) + " WHERE identity = ?"));
    select.bind(1, identity);
    return nextModel(select, database);
}

Result<std::vector<EmbeddingModel>> loadEmbeddingModels(store::Database& database) {
    NS_ASSIGN(auto select, database.prepare(std::string(kSelectModel) + " ORDER BY id"));
    std::vector<EmbeddingModel> models;
    for (;;) {
        NS_ASSIGN(auto model, nextModel(select, database));
        if (!model)
            return models;
        models.push_back(std::move(*model));
    }
}

Result<std::vector<RawDescriptor>> loadWithoutEmbedding(store::Database& database, const EmbeddingModel& model) {
    NS_ASSIGN(auto descriptors, loadById(database));
    NS_ASSIGN(auto select, database.prepare("SELECT 1 FROM embedding WHERE model_id = ? AND raw_descriptor_id = ?"));
    std::vector<RawDescriptor> missing;
    for (RawDescriptor& descriptor : descriptors) {
        select.bind(1, model.id).bind(2, std::int64_t{descriptor.id.value});
        NS_ASSIGN(const bool isThere, select.step());
        select.reset();
        if (!isThere)
            missing.push_back(std::move(descriptor));
    }
    return missing;
}

Status storeEmbeddings(store::Database& database, const EmbeddingModel& model, std::span<const RawDescriptorId> members,
                       MatrixView<const float> rows) {
    NS_ASSIGN(auto transaction, store::Transaction::begin(database));
    NS_ASSIGN(auto insert, database.prepare("INSERT OR REPLACE INTO embedding(model_id, raw_descriptor_id, vector) "
                                            "VALUES (?, ?, ?)"));
    for (std::size_t i = 0; i < members.size(); ++i) {
        insert.bind(1, model.id).bind(2, std::int64_t{members[i].value});
        NS_TRY(insert.bind(3, std::as_bytes(rows.row(i))).run());
    }
    return transaction.commit();
}

Result<Embeddings> loadEmbeddings(store::Database& database, const EmbeddingModel& model) {
    NS_ASSIGN(auto descriptors, loadById(database));
    NS_ASSIGN(auto select,
              database.prepare("SELECT vector FROM embedding WHERE model_id = ? AND raw_descriptor_id = ?"));
    Embeddings embeddings;
    embeddings.dimension = model.dimension;
    embeddings.values.resize(descriptors.size() * model.dimension);
    for (RawDescriptor& descriptor : descriptors) {
        select.bind(1, model.id).bind(2, std::int64_t{descriptor.id.value});
        NS_ASSIGN(const bool isThere, select.step());
        if (isThere) {
            const std::size_t row = embeddings.descriptors.size();
            NS_TRY(readVector(select.blob(0),
                              std::span(embeddings.values).subspan(row * model.dimension, model.dimension), database));
            embeddings.descriptors.push_back(std::move(descriptor));
        }
        select.reset();
    }
    embeddings.values.resize(embeddings.descriptors.size() * model.dimension);
    return embeddings;
}

} // namespace neuroscribe::descriptors
