#include <algorithm>
#include <bit>
#include <cmath>
#include <new>
#include <vector>

#include "core/base/checked.h"
#include "core/base/float16.h"
#include "core/base/parallel.h"
#include "core/tagging/rank_file.h"
#include "core/tagging/rank_select.h"

namespace neuroscribe::tagging {
namespace {

class MemoryRankTable final : public RankTable {
public:
    explicit MemoryRankTable(const RankShape& shape)
        : m_shape(shape), m_values(std::size_t{2} * shape.blocks() * shape.blockValues(), UINT32_MAX) {}

    std::uint32_t neurons() const override { return m_shape.neurons; }
    std::uint32_t members() const override { return m_shape.members; }
    std::uint32_t depth() const override { return m_shape.depth; }

    Result<std::span<const std::uint32_t>> block(Tail tail, std::uint32_t b) const override {
        if (b >= m_shape.blocks())
            return Error{ErrorCode::InvalidArgument, "ranks", "a block of ranks beyond the depth", ""};
        return std::span(m_values).subspan(m_shape.slot(tail, b) * m_shape.blockValues(), m_shape.blockValues());
    }

    Status neuron(Tail tail, NeuronId neuron, std::span<std::uint32_t> positions) const override {
        if (neuron.value >= m_shape.neurons || positions.size() > m_shape.depth)
            return Error{ErrorCode::InvalidArgument, "ranks", "a neuron or rank outside the table", ""};
        for (std::size_t i = 0; i < positions.size(); ++i)
            positions[i] = m_values[place(tail, neuron.value, i)];
        return {};
    }

    void setNeuron(Tail tail, std::size_t neuron, std::span<const std::uint32_t> positions) {
        for (std::size_t i = 0; i < positions.size(); ++i)
            m_values[place(tail, neuron, i)] = positions[i];
    }

private:
    std::size_t place(Tail tail, std::size_t neuron, std::size_t rank) const {
        const std::uint32_t slot = m_shape.slot(tail, static_cast<std::uint32_t>(rank / kRankBlock));
        return slot * m_shape.blockValues() + neuron * kRankBlock + rank % kRankBlock;
    }

    RankShape m_shape;
    std::vector<std::uint32_t> m_values;
};

Status checkFinite(std::span<const float> values, std::uint32_t neurons) {
    const auto bad = std::find_if(values.begin(), values.end(), [](float v) { return !std::isfinite(v); });
    if (bad == values.end())
        return {};
    const auto at = static_cast<std::size_t>(bad - values.begin());
    return Error{ErrorCode::NonFinite, "activations",
                 "neuron " + std::to_string(at % neurons) + " at sentence " + std::to_string(at / neurons) +
                     " is not a finite number",
                 ""};
}

std::shared_ptr<const RankTable> rankValues(std::span<const float> values, const RankShape& shape) {
    auto table = std::make_shared<MemoryRankTable>(shape);
    std::vector<std::uint32_t> keys(shape.members), top(shape.depth), bottom(shape.depth);
    RankSelector selector;
    for (std::size_t n = 0; n < shape.neurons; ++n) {
        for (std::size_t s = 0; s < shape.members; ++s)
            keys[s] = rankKey(values[s * shape.neurons + n]);
        selector.select(keys, top, bottom);
        table->setNeuron(Tail::Top, n, top);
        table->setNeuron(Tail::Bottom, n, bottom);
    }
    return table;
}

} // namespace

std::uint32_t rankKey(float value) {
    return floatOrderKey(std::bit_cast<std::uint32_t>(value == 0.0F ? 0.0F : value));
}

std::uint32_t rankKeyOfHalf(std::uint16_t bits) {
    return halfOrderKey(bits == 0x8000U ? std::uint16_t{0} : bits);
}

Result<std::shared_ptr<const RankTable>> makeRanks(std::span<const float> values, std::uint32_t members,
                                                   std::uint32_t neurons) {
    NS_ASSIGN(const RankShape shape, makeRankShape(neurons, members, Hash128{}));
    if (checkedMultiply(members, neurons) != values.size())
        return Error{ErrorCode::ShapeMismatch, "activations", "the number of values is not sentences x neurons", ""};
    NS_TRY(checkFinite(values, neurons));
    try {
        return rankValues(values, shape);
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::OutOfMemory, "ranks", "not enough memory to rank the neurons", ""};
    }
}

} // namespace neuroscribe::tagging
