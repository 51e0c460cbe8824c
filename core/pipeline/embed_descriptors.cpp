#include "core/pipeline/embed_descriptors.h"

#include <algorithm>
#include <span>
#include <vector>

#include "core/nn/loader.h"
#include "core/nn/packing.h"
#include "core/text/tokenizer.h"

namespace neuroscribe::pipeline {
namespace {

using descriptors::EmbeddingModel;
using descriptors::RawDescriptor;

constexpr std::size_t kCommit = 1024; ///< descriptors in a commit

std::string identityOf(const nn::SentenceEncoder& encoder, const text::Tokenizer& tokenizer) {
    Hasher hasher;
    hasher.add(encoder.weightsHash().hex());
    hasher.add(tokenizer.hash().hex());
    return hasher.finish().hex();
}

class Embedder {
public:
    Embedder(store::Database& database, nn::SentenceEncoder& encoder, const text::Tokenizer& tokenizer,
             std::stop_token stop)
        : m_database(database), m_encoder(encoder), m_tokenizer(tokenizer), m_stop(std::move(stop)) {}

    Status embed(const EmbeddingModel& model, std::span<const RawDescriptor> descriptors) {
        std::vector<nn::TokenSequence> sequences;
        std::vector<RawDescriptorId> ids;
        for (const RawDescriptor& descriptor : descriptors) {
            sequences.push_back(m_tokenizer.encodeForModel(descriptor.name, m_encoder.maxTokens()));
            ids.push_back(descriptor.id);
        }
        std::vector<float> values(descriptors.size() * model.dimension);
        std::size_t first = 0;
        for (const std::size_t end : nn::batchEnds(sequences)) {
            if (m_stop.stop_requested())
                return Error{ErrorCode::Cancelled, "embed", "stopped; what is embedded is kept",
                             "Run it again to go on"};
            NS_TRY(
                m_encoder.encode(nn::pack(sequences, first, end),
                                 std::span(values).subspan(first * model.dimension, (end - first) * model.dimension)));
            first = end;
        }
        return descriptors::storeEmbeddings(m_database, model, ids,
                                            MatrixView<const float>(values, ids.size(), model.dimension));
    }

private:
    store::Database& m_database;
    nn::SentenceEncoder& m_encoder;
    const text::Tokenizer& m_tokenizer;
    std::stop_token m_stop;
};

} // namespace

Result<Embedded> embedDescriptors(store::Project& project, const EmbedOptions& options, std::stop_token stop,
                                  ProgressSink& progress) {
    if (project.readOnly())
        return Error{ErrorCode::ReadOnly, project.folder(), "the study is open read-only", "Save a copy and use that"};
    store::Database& database = project.writer();
    NS_ASSIGN(const auto counts, descriptors::countDescriptions(database));
    if (counts.distinct == 0)
        return Error{ErrorCode::MissingInput, "descriptors", "no engine has named a topic", "Run describe first"};
    NS_ASSIGN(nn::Runtime * runtime, nn::runtime());
    NS_ASSIGN(const auto encoder, runtime->loadSentenceEncoder(options.encoder, options.device, options.threads));
    NS_ASSIGN(const auto tokenizer, text::loadTokenizer(options.encoder));
    Embedded result;
    NS_ASSIGN(result.model, descriptors::registerEmbeddingModel(database, identityOf(*encoder, *tokenizer),
                                                                options.encoder, encoder->dimension()));
    NS_ASSIGN(const auto missing, descriptors::loadWithoutEmbedding(database, result.model));
    result.descriptors = counts.distinct;
    Embedder embedder(database, *encoder, *tokenizer, std::move(stop));
    ProgressMeter meter(progress, "embed", missing.size());
    while (result.embedded < missing.size()) {
        const std::size_t count = std::min(kCommit, missing.size() - result.embedded);
        NS_TRY(embedder.embed(result.model, std::span(missing).subspan(result.embedded, count)));
        result.embedded += count;
        meter.update(result.embedded);
    }
    return result;
}

} // namespace neuroscribe::pipeline
