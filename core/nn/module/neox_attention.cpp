#include "core/nn/module/neox_attention.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <ATen/Parallel.h>

#include "core/nn/aligned_buffer.h"

namespace neuroscribe::nn {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();
/// Spans of a group times their padded keys: what is gathered at once.
constexpr std::size_t kGroupKeys = 65'536;

using Indices = std::vector<std::int64_t>;

at::Tensor onDevice(const Indices& values, const at::Device& device) {
    return at::tensor(values, at::kLong).to(device);
}

/// The longest span of a group comes first; the others are at most an eighth (and a little) shorter.
bool fitsInto(const std::vector<const AttentionSpan*>& group, const AttentionSpan& span) {
    const AttentionSpan& first = *group.front();
    const auto close = [](std::size_t most, std::size_t size) {
        return size + std::max<std::size_t>(4, most / 8) >= most;
    };
    return (group.size() + 1) * first.keys.size() <= kGroupKeys && close(first.keys.size(), span.keys.size()) &&
           first.queries >= span.queries &&
           close(static_cast<std::size_t>(first.queries), static_cast<std::size_t>(span.queries));
}

NeoxAttention::Plan::Group makeGroup(const std::vector<const AttentionSpan*>& members, const at::Device& device) {
    NeoxAttention::Plan::Group group;
    group.spans = static_cast<std::int64_t>(members.size());
    group.queries = members.front()->queries;
    for (const AttentionSpan* span : members)
        group.keys = std::max(group.keys, static_cast<std::int64_t>(span->keys.size()));
    Indices queryRows, keyRows, before, places, rows;
    for (const AttentionSpan* span : members) {
        for (std::int64_t q = 0; q < group.queries; ++q) {
            if (q < span->queries) {
                places.push_back(static_cast<std::int64_t>(queryRows.size()));
                rows.push_back(span->firstQuery + q);
            }
            queryRows.push_back(span->firstQuery + std::min<std::int64_t>(q, span->queries - 1));
        }
        keyRows.insert(keyRows.end(), span->keys.begin(), span->keys.end());
        keyRows.resize(keyRows.size() + static_cast<std::size_t>(group.keys) - span->keys.size(), span->keys.front());
        before.push_back(static_cast<std::int64_t>(span->keys.size()) - span->queries);
    }
    group.queryRows = onDevice(queryRows, device);
    group.keyRows = onDevice(keyRows, device);
    group.places = onDevice(places, device);
    group.rows = onDevice(rows, device);
    const auto counting = at::TensorOptions(at::kLong).device(device);
    const at::Tensor last =
        onDevice(before, device).view({-1, 1, 1, 1}) + at::arange(group.queries, counting).view({1, 1, -1, 1});
    group.hidden = at::arange(group.keys, counting).view({1, 1, 1, -1}).gt(last);
    return group;
}

/// Rows of a tensor, `stride` floats apart.
struct Rows {
    const float* first;
    std::size_t stride;
    explicit Rows(const at::Tensor& tensor)
        : first(tensor.data_ptr<float>()), stride(static_cast<std::size_t>(tensor.stride(0))) {}
    const float* at(std::int32_t row) const { return first + static_cast<std::size_t>(row) * stride; }
};

/// Fills in keys and values of one head: where they lie, if they lie together, else copied into `room`.
void setKeys(const Rows& keysValues, const std::vector<std::int32_t>& keys, std::size_t head, std::size_t hidden,
             float* room, AttentionTask& task) {
    task.tokens = keys.size();
    if (static_cast<std::size_t>(keys.back() - keys.front()) + 1 == keys.size()) {
        task.key = keysValues.at(keys.front()) + head * task.size;
        task.value = task.key + hidden;
        task.keyStride = keysValues.stride;
        return;
    }
    task.keyStride = 2 * task.size;
    task.key = room;
    task.value = room + task.size;
    for (const std::int32_t row : keys) {
        const float* from = keysValues.at(row) + head * task.size;
        std::copy_n(from, task.size, room);
        std::copy_n(from + hidden, task.size, room + task.size);
        room += 2 * task.size;
    }
}

} // namespace

NeoxAttention::Plan NeoxAttention::plan(std::vector<AttentionSpan> spans, const at::Device& device) const {
    Plan made;
    made.spans = std::move(spans);
    if (m_withKernels)
        return made;
    std::vector<const AttentionSpan*> order;
    for (const AttentionSpan& span : made.spans)
        order.push_back(&span);
    std::stable_sort(order.begin(), order.end(), [](const AttentionSpan* a, const AttentionSpan* b) {
        return a->keys.size() != b->keys.size() ? a->keys.size() > b->keys.size() : a->queries > b->queries;
    });
    std::vector<std::vector<const AttentionSpan*>> groups;
    for (const AttentionSpan* span : order) {
        const auto group =
            std::find_if(groups.begin(), groups.end(), [&](const auto& members) { return fitsInto(members, *span); });
        if (group != groups.end())
            group->push_back(span);
        else
            groups.push_back({span});
    }
    for (const auto& members : groups)
        made.groups.push_back(makeGroup(members, device));
    return made;
}

at::Tensor NeoxAttention::attendWithKernels(const at::Tensor& queries, const at::Tensor& keysValues,
                                            const Plan& plan) const {
    const std::size_t hidden = m_config.hidden, heads = m_config.heads, size = m_config.headSize();
    const at::Tensor context = at::empty({queries.size(0), m_config.hidden}, queries.options());
    const Rows from(queries), keyRows(keysValues);
    float* to = context.data_ptr<float>();
    std::size_t mostQueries = 1, mostKeys = 1;
    for (const AttentionSpan& span : plan.spans) {
        mostQueries = std::max(mostQueries, static_cast<std::size_t>(span.queries));
        mostKeys = std::max(mostKeys, span.keys.size());
    }
    // Added to the scores by distance: nothing up to the query's own position, then what softmax turns into nothing.
    std::vector<float> ahead(2 * mostKeys, 0.0F);
    std::fill(ahead.begin() + static_cast<std::ptrdiff_t>(mostKeys), ahead.end(), kNever);
    const std::vector<float> zeros(size, 0.0F);
    const auto tasks = static_cast<std::int64_t>(plan.spans.size() * heads);
    at::parallel_for(0, tasks, 1, [&](std::int64_t begin, std::int64_t end) {
        AlignedBuffer scratch, room;
        scratch.reserve(attentionScratch(mostQueries, mostKeys, size));
        room.reserve(mostKeys * 2 * size);
        for (auto i = static_cast<std::size_t>(begin); i < static_cast<std::size_t>(end); ++i) {
            const AttentionSpan& span = plan.spans[i / heads];
            const std::size_t head = i % heads;
            AttentionTask task{};
            task.size = size;
            setKeys(keyRows, span.keys, head, hidden, room.data(), task);
            task.queries = static_cast<std::size_t>(span.queries);
            task.query = from.at(span.firstQuery) + head * size;
            task.queryStride = from.stride;
            task.queryBias = task.valueBias = zeros.data();
            task.scale = 1 / std::sqrt(static_cast<float>(size));
            task.distanceBias = ahead.data() + mostKeys - 1 - (task.tokens - task.queries);
            task.out = to + static_cast<std::size_t>(span.firstQuery) * hidden + head * size;
            task.outStride = hidden;
            task.scratch = scratch.data();
            kernels().attention(task);
        }
    });
    return context;
}

at::Tensor NeoxAttention::attendGroup(const at::Tensor& queries, const at::Tensor& keysValues,
                                      const Plan::Group& group) const {
    const std::int64_t heads = m_config.heads, size = m_config.headSize();
    const at::Tensor q =
        queries.index_select(0, group.queryRows).view({group.spans, group.queries, heads, size}).transpose(1, 2);
    const at::Tensor parts = keysValues.index_select(0, group.keyRows)
                                 .view({group.spans, group.keys, 2, heads, size})
                                 .permute({2, 0, 3, 1, 4})
                                 .contiguous();
    const at::Tensor scores = at::matmul(q * (1 / std::sqrt(static_cast<double>(size))), parts[0].transpose(2, 3))
                                  .masked_fill(group.hidden, kNever);
    return at::matmul(at::softmax(scores, -1), parts[1]).transpose(1, 2).reshape({-1, m_config.hidden});
}

at::Tensor NeoxAttention::attend(const at::Tensor& queries, const at::Tensor& keysValues, const Plan& plan) const {
    if (m_withKernels)
        return attendWithKernels(queries, keysValues, plan);
    const at::Tensor context = at::empty({queries.size(0), m_config.hidden}, queries.options());
    for (const Plan::Group& group : plan.groups)
        context.index_copy_(0, group.rows, attendGroup(queries, keysValues, group).index_select(0, group.places));
    return context;
}

} // namespace neuroscribe::nn
