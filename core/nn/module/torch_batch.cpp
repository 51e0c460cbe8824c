#include "core/nn/module/torch_batch.h"

#include <algorithm>
#include <numeric>

namespace neuroscribe::nn {
namespace {

using Indices = std::vector<std::int64_t>;

at::Tensor onDevice(const Indices& values, const at::Device& device) {
    return at::tensor(values, at::kLong).to(device);
}

std::int64_t lengthOf(const PackedBatch& batch, std::int64_t sentence) {
    const auto s = static_cast<std::size_t>(sentence);
    return batch.offsets[s + 1] - batch.offsets[s];
}

TorchGroup makeGroup(const PackedBatch& batch, const Indices& members, const at::Device& device) {
    TorchGroup group;
    group.sentences = static_cast<std::int64_t>(members.size());
    for (const std::int64_t s : members)
        group.longest = std::max(group.longest, lengthOf(batch, s));
    Indices rows, places, tokens, lengths;
    for (std::size_t m = 0; m < members.size(); ++m) {
        const std::int64_t first = batch.offsets[static_cast<std::size_t>(members[m])];
        const std::int64_t length = lengthOf(batch, members[m]);
        lengths.push_back(length);
        for (std::int64_t i = 0; i < group.longest; ++i) {
            rows.push_back(i < length ? first + i : 0);
            if (i >= length)
                continue;
            places.push_back(static_cast<std::int64_t>(m) * group.longest + i);
            tokens.push_back(first + i);
        }
    }
    group.padded = places.size() != rows.size();
    group.members = onDevice(members, device);
    group.rows = onDevice(rows, device);
    group.places = onDevice(places, device);
    group.tokens = onDevice(tokens, device);
    const at::Tensor length = onDevice(lengths, device).unsqueeze(1);
    const at::Tensor place = at::arange(group.longest, at::TensorOptions(at::kLong).device(device)).unsqueeze(0);
    group.missing = place.ge(length);
    group.special = place.ge(length - 1).logical_or(place.eq(0));
    group.lengths = length.to(at::kFloat);
    return group;
}

/// Groups waste at most an eighth of the longest sentence, so that few large kernels do nearly packed work.
std::vector<Indices> groupByLength(const PackedBatch& batch) {
    Indices order(batch.sentences());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::int64_t a, std::int64_t b) { return lengthOf(batch, a) > lengthOf(batch, b); });
    std::vector<Indices> groups;
    for (const std::int64_t s : order) {
        const std::int64_t longest = groups.empty() ? 0 : lengthOf(batch, groups.back().front());
        if (groups.empty() || lengthOf(batch, s) + std::max<std::int64_t>(2, longest / 8) < longest)
            groups.emplace_back();
        groups.back().push_back(s);
    }
    return groups;
}

} // namespace

TorchBatch makeTorchBatch(const PackedBatch& batch, std::int64_t positionShift, const at::Device& device) {
    TorchBatch made;
    made.sentences = static_cast<std::int64_t>(batch.sentences());
    Indices positions, firsts;
    for (std::size_t s = 0; s < batch.sentences(); ++s) {
        firsts.push_back(batch.offsets[s]);
        for (std::int64_t i = 0; i < batch.offsets[s + 1] - batch.offsets[s]; ++i)
            positions.push_back(i + positionShift);
    }
    made.tokens = onDevice({batch.tokens.begin(), batch.tokens.end()}, device);
    made.positions = onDevice(positions, device);
    made.firsts = onDevice(firsts, device);
    for (const Indices& members : groupByLength(batch))
        made.groups.push_back(makeGroup(batch, members, device));
    return made;
}

} // namespace neuroscribe::nn
