// Embeddings of raw descriptors in the study: one vector per descriptor and sentence encoder, kept as long as the
// study.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/base/matrix_view.h"
#include "core/base/result.h"
#include "core/descriptors/description.h"
#include "core/store/sqlite.h"

namespace neuroscribe::descriptors {

struct EmbeddingModel {
    std::int64_t id = 0;
    std::string identity; ///< hash of weights, pooling and tokenizer
    std::string folder;   ///< as given when it was last used
    std::uint32_t dimension = 0;
};

/// The model of this identity; made where it is new, its folder brought up to date. Errors: Corrupt (another dimension
/// under the same identity).
Result<EmbeddingModel> registerEmbeddingModel(store::Database& database, const std::string& identity,
                                              const std::string& folder, std::uint32_t dimension);
/// Nothing: no such model.
Result<std::optional<EmbeddingModel>> findEmbeddingModel(store::Database& database, const std::string& identity);
Result<std::vector<EmbeddingModel>> loadEmbeddingModels(store::Database& database);

/// Descriptors of the union that the model has not embedded, ascending by id.
Result<std::vector<RawDescriptor>> loadWithoutEmbedding(store::Database& database, const EmbeddingModel& model);
/// rows: one for each of `members`. All of them in one transaction; one that is there is replaced.
Status storeEmbeddings(store::Database& database, const EmbeddingModel& model, std::span<const RawDescriptorId> members,
                       MatrixView<const float> rows);

/// Descriptors of the union with their vectors, ascending by id.
struct Embeddings {
    std::vector<RawDescriptor> descriptors;
    std::uint32_t dimension = 0;
    std::vector<float> values; ///< [descriptors][dimension]
    MatrixView<const float> rows() const { return {values, descriptors.size(), dimension}; }
};
/// Those that the model has embedded. Errors: Corrupt.
Result<Embeddings> loadEmbeddings(store::Database& database, const EmbeddingModel& model);

} // namespace neuroscribe::descriptors
