// A model without weights: activations are a hash of the tokens, so that every test can say what they must be, and a
// study can be filled without libtorch.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "core/nn/api.h"
#include "core/text/tokenizer.h"

namespace neuroscribe::test {

/// One token a word, plus one at each end.
class SyntheticTokenizer final : public text::Tokenizer {
public:
    std::vector<text::TokenId> encode(std::string_view utf8) const override {
        std::vector<text::TokenId> ids;
        for (std::size_t at = 0; at < utf8.size();) {
            const std::size_t end = std::min(utf8.size(), utf8.find(' ', at));
            if (end > at)
                ids.push_back(static_cast<text::TokenId>(2 + hashText(utf8.substr(at, end - at)).low % 30'000));
            at = end + 1;
        }
        return ids;
    }
    std::vector<text::TokenId> encodeForModel(std::string_view utf8, std::size_t maxTokens) const override {
        std::vector<text::TokenId> ids = encode(utf8);
        ids.resize(std::min(ids.size(), maxTokens - 2));
        ids.insert(ids.begin(), 0);
        ids.push_back(1);
        return ids;
    }
    std::string token(text::TokenId id) const override { return std::to_string(id); }
    std::size_t vocabularySize() const override { return 30'002; }
    Hash128 hash() const override { return {11, 12}; }
};

struct SyntheticEncoder final : nn::Encoder {
    SyntheticEncoder(std::uint32_t layerCount, std::uint32_t unitCount) : m_layers(layerCount), m_units(unitCount) {}

    std::uint32_t layers() const override { return m_layers; }
    std::uint32_t units() const override { return m_units; }
    std::uint32_t maxTokens() const override { return 512; }
    std::uint32_t vocabularySize() const override { return 30'002; }
    Hash128 weightsHash() const override { return {version, m_units}; }
    std::string deviceText() const override { return device; }
    unsigned threads() const override { return threadCount; }

    /// In [-4, 4); depends on the sentence alone.
    static float value(std::uint64_t sentence, std::uint64_t neuron) {
        std::uint64_t z = sentence + neuron * 0x9E3779B97F4A7C15ULL;
        z = (z ^ (z >> 32)) * 0xD6E8FEB86659FD93ULL;
        return static_cast<float>(static_cast<std::int64_t>(z) >> 40) * 0x1.0p-21F;
    }
    static std::uint64_t sentenceKey(std::span<const std::int32_t> tokens) {
        return hashBytes(std::as_bytes(tokens)).low;
    }

    Status encode(const nn::PackedBatch& batch, std::span<float> out) override {
        if (beforeBatch)
            beforeBatch(batches);
        ++batches;
        if (delay.count() > 0)
            std::this_thread::sleep_for(delay);
        const std::size_t neurons = std::size_t{m_layers} * m_units;
        for (std::size_t s = 0; s < batch.sentences(); ++s) {
            const auto begin = static_cast<std::size_t>(batch.offsets[s]);
            const auto tokens =
                std::span(batch.tokens).subspan(begin, static_cast<std::size_t>(batch.offsets[s + 1]) - begin);
            const std::uint64_t key = sentenceKey(tokens);
            for (std::size_t n = 0; n < neurons; ++n)
                out[s * neurons + n] = value(key, n) + offset;
            if (poison && key == poisonedSentence)
                out[s * neurons + poisonedNeuron] = *poison;
            if (failure && key == poisonedSentence)
                return *failure;
        }
        return {};
    }

    std::uint64_t version = 1; ///< another one is another model
    std::string device = "CPU, synthetic";
    unsigned threadCount = 2;
    float offset = 0;
    std::chrono::microseconds delay{0}; ///< a batch
    std::uint64_t batches = 0;          ///< seen so far
    std::function<void(std::uint64_t)> beforeBatch;
    std::optional<float> poison; ///< put into one neuron of one sentence
    std::optional<Error> failure;
    std::uint64_t poisonedSentence = 0;
    std::size_t poisonedNeuron = 0;

private:
    std::uint32_t m_layers;
    std::uint32_t m_units;
};

} // namespace neuroscribe::test
