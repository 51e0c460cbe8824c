#include "core/nn/bert_weights.h"

#include <array>
#include <filesystem>
#include <new>

#include "core/nn/safetensors.h"
#include "core/nn/sharded_checkpoint.h"
#include "core/nn/torch_checkpoint.h"
#include "core/text/model_file.h"

namespace neuroscribe::nn {
namespace {

using Shape = std::vector<std::uint64_t>;

/// What a family calls the parts of its encoder; the embeddings are called alike.
struct Names {
    const char* prefix; ///< of a checkpoint with a head
    const char* layer;  ///< before the number
    std::array<const char*, 3> queryKeyValue;
    const char* attentionOutput;
    const char* attentionNorm;
    const char* inner;
    const char* output;
    const char* outputNorm;
};
constexpr Names kBert{"bert.",
                      "encoder.layer.",
                      {"attention.self.query", "attention.self.key", "attention.self.value"},
                      "attention.output.dense",
                      "attention.output.LayerNorm",
                      "intermediate.dense",
                      "output.dense",
                      "output.LayerNorm"};
constexpr Names kDistilBert{
    "distilbert.",       "transformer.layer.", {"attention.q_lin", "attention.k_lin", "attention.v_lin"},
    "attention.out_lin", "sa_layer_norm",      "ffn.lin1",
    "ffn.lin2",          "output_layer_norm"};

Names namesOf(Family family) {
    Names names = family == Family::DistilBert ? kDistilBert : kBert;
    if (family == Family::Roberta)
        names.prefix = "roberta.";
    return names;
}

/// Finds tensors under the names that BERT checkpoints have had over the years, checks them, reads and hashes them.
class Reader {
public:
    Reader(const TensorSource& source, const char* prefix, Hasher& hasher)
        : m_source(source), m_prefix(prefix), m_hasher(hasher) {}

    /// Appends the tensor to `out`.
    Status append(const std::string& name, const Shape& shape, std::vector<float>& out) {
        const TensorInfo* tensor = find(name);
        if (!tensor)
            return Error{ErrorCode::MissingTensor, m_source.path() + ": " + name, "the checkpoint has no such tensor",
                         "Does config.json belong to this checkpoint?"};
        if (tensor->shape != shape)
            return Error{ErrorCode::ShapeMismatch, tensor->where(),
                         "the shape is " + shapeText(tensor->shape) + " where config.json asks for " + shapeText(shape),
                         ""};
        const std::size_t before = out.size();
        out.resize(before + tensor->elements());
        const auto part = std::span(out).subspan(before);
        NS_TRY(m_source.readFloats(*tensor, part));
        m_hasher.add(std::string_view(name));
        m_hasher.add(std::as_bytes(part));
        return {};
    }

    Status dense(const std::string& name, std::uint64_t outputs, std::uint64_t inputs, DenseWeights& dense) {
        NS_TRY(append(name + ".weight", {outputs, inputs}, dense.weight));
        return append(name + ".bias", {outputs}, dense.bias);
    }

    Status norm(const std::string& name, std::uint64_t size, NormWeights& norm) {
        NS_TRY(append(name + ".weight", {size}, norm.gamma));
        return append(name + ".bias", {size}, norm.beta);
    }

private:
    const TensorInfo* find(const std::string& name) const {
        for (const char* prefix : {"", m_prefix})
            for (const std::string& spelling : {name, oldSpelling(name)})
                if (const TensorInfo* found = m_source.find(prefix + spelling))
                    return found;
        return nullptr;
    }

    /// LayerNorm parameters were once called gamma and beta, as in TensorFlow.
    static std::string oldSpelling(const std::string& name) {
        const std::size_t dot = name.rfind('.');
        if (name.find("LayerNorm.") == std::string::npos)
            return name;
        return name.substr(0, dot) + (name.substr(dot) == ".weight" ? ".gamma" : ".beta");
    }

    const TensorSource& m_source;
    const char* m_prefix;
    Hasher& m_hasher;
};

Status readEmbeddings(Reader& reader, BertWeights& weights) {
    const BertConfig& c = weights.config;
    const std::string name = "embeddings.";
    NS_TRY(reader.append(name + "word_embeddings.weight", {c.vocabulary, c.hidden}, weights.words));
    NS_TRY(reader.append(name + "position_embeddings.weight", {c.positionRows(), c.hidden}, weights.positions));
    if (c.types > 0) {
        std::vector<float> types;
        NS_TRY(reader.append(name + "token_type_embeddings.weight", {c.types, c.hidden}, types));
        for (std::size_t i = 0; i < weights.positions.size(); ++i)
            weights.positions[i] += types[i % c.hidden];
    }
    return reader.norm(name + "LayerNorm", c.hidden, weights.embeddingNorm);
}

Status readLayer(Reader& reader, const Names& names, const BertConfig& c, std::uint32_t index,
                 BertLayerWeights& layer) {
    const std::string name = names.layer + std::to_string(index) + ".";
    for (const char* part : names.queryKeyValue)
        NS_TRY(reader.dense(name + part, c.hidden, c.hidden, layer.queryKeyValue));
    NS_TRY(reader.dense(name + names.attentionOutput, c.hidden, c.hidden, layer.attentionOutput));
    NS_TRY(reader.norm(name + names.attentionNorm, c.hidden, layer.attentionNorm));
    NS_TRY(reader.dense(name + names.inner, c.intermediate, c.hidden, layer.inner));
    NS_TRY(reader.dense(name + names.output, c.hidden, c.intermediate, layer.output));
    return reader.norm(name + names.outputNorm, c.hidden, layer.outputNorm);
}

void hashConfig(const BertConfig& c, Hasher& hasher) {
    hasher.add(std::string_view("bert 1"));
    for (const std::uint32_t number :
         {static_cast<std::uint32_t>(c.family), c.hidden, c.heads, c.layers, c.intermediate, c.vocabulary, c.positions,
          c.positionShift, c.types, static_cast<std::uint32_t>(c.activation)})
        hasher.add(std::uint64_t{number});
    hasher.add(std::as_bytes(std::span(&c.layerNormEpsilon, 1)));
}

} // namespace

Result<BertWeights> readBertWeights(const TensorSource& source, const BertConfig& config) try {
    Hasher hasher;
    hashConfig(config, hasher);
    const Names names = namesOf(config.family);
    Reader reader(source, names.prefix, hasher);
    BertWeights weights;
    weights.config = config;
    NS_TRY(readEmbeddings(reader, weights));
    weights.layers.resize(config.layers);
    for (std::uint32_t i = 0; i < config.layers; ++i)
        NS_TRY(readLayer(reader, names, config, i, weights.layers[i]));
    weights.hash = hasher.finish();
    return weights;
} catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, source.path(), "there is not enough memory for the weights", ""};
}

Result<std::unique_ptr<TensorSource>> openCheckpoint(const std::string& folder) {
    const std::filesystem::path path(folder);
    std::error_code failure;
    if (!std::filesystem::is_directory(path, failure))
        return Error{ErrorCode::NotFound, folder, "there is no such folder", "Give the folder of a Hugging Face model"};
    const SourceOpener safetensors = [](const std::string& file) -> Result<std::unique_ptr<TensorSource>> {
        NS_ASSIGN(auto opened, SafetensorsFile::open(file));
        return std::unique_ptr<TensorSource>(std::move(opened));
    };
    const SourceOpener torch = TorchCheckpoint::open;
    for (const auto& [name, open] :
         {std::pair("model.safetensors", safetensors), std::pair("pytorch_model.bin", torch)}) {
        const std::string file = (path / name).string();
        if (text::isThere(file))
            return open(file);
        if (text::isThere(file + ".index.json"))
            return ShardedCheckpoint::open(file + ".index.json", open);
    }
    return Error{ErrorCode::NotFound, (path / "model.safetensors").string(),
                 "the folder has neither model.safetensors nor pytorch_model.bin, whole or in shards", ""};
}

Result<BertWeights> loadBertWeights(const std::string& folder) {
    NS_ASSIGN(const BertConfig config, loadBertConfig(folder));
    NS_ASSIGN(const auto source, openCheckpoint(folder));
    return readBertWeights(*source, config);
}

} // namespace neuroscribe::nn
