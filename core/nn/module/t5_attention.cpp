#include "core/nn/module/t5_attention.h"

#include <algorithm>
#include <limits>

#include <ATen/Parallel.h>

#include "core/nn/aligned_buffer.h"

namespace neuroscribe::nn {
namespace {

constexpr double kNever = -std::numeric_limits<double>::infinity();

/// Runs fill(i, task) and the kernel for each i; all tasks fit `largest`.
template <class Fill>
void attendEach(std::int64_t count, std::size_t queries, std::size_t tokens, std::size_t size, const Fill& fill) {
    at::parallel_for(0, count, 1, [&](std::int64_t begin, std::int64_t end) {
        AlignedBuffer scratch;
        scratch.reserve(attentionScratch(queries, tokens, size));
        for (std::int64_t i = begin; i < end; ++i) {
            AttentionTask task{};
            task.size = size;
            task.scale = 1;
            task.scratch = scratch.data();
            fill(i, task);
            kernels().attention(task);
        }
    });
}

std::size_t unsignedOf(std::int64_t value) {
    return static_cast<std::size_t>(value);
}

} // namespace

at::Tensor distanceBias(const T5Config& config, const at::Tensor& buckets, std::int64_t first, std::int64_t last,
                        bool decoder) {
    std::vector<std::int64_t> rows;
    for (std::int64_t distance = first; distance <= last; ++distance)
        rows.push_back(relativeBucket(config, distance, decoder));
    return buckets.index_select(0, at::tensor(rows, at::kLong)).t().contiguous();
}

T5Attend::T5Attend(const T5Config& config, bool withKernels)
    : m_config(config), m_withKernels(withKernels), m_zeros(std::max(config.headSize, config.model), 0.0F) {}

at::Tensor T5Attend::encoderSelf(const at::Tensor& queryKeyValue, const T5Batch& batch) const {
    const std::int64_t a = m_config.attention(), heads = m_config.heads, size = m_config.headSize;
    const at::Tensor context = at::empty({queryKeyValue.size(0), a}, queryKeyValue.options());
    if (m_withKernels) {
        const float* from = queryKeyValue.data_ptr<float>();
        const float* bias = batch.bias.data_ptr<float>();
        float* to = context.data_ptr<float>();
        const auto prompts = static_cast<std::int64_t>(batch.packed.sentences());
        const std::size_t longest = unsignedOf(batch.longest);
        attendEach(prompts * heads, longest, longest, m_config.headSize, [&](std::int64_t i, AttentionTask& task) {
            const std::int64_t prompt = i / heads, head = i % heads;
            const std::int64_t row = batch.packed.offsets[unsignedOf(prompt)];
            task.query = from + row * 3 * a + head * size;
            task.key = task.query + a;
            task.value = task.query + 2 * a;
            task.queryStride = task.keyStride = unsignedOf(3 * a);
            task.queries = task.tokens = unsignedOf(batch.lengths[unsignedOf(prompt)]);
            task.queryBias = task.valueBias = m_zeros.data();
            task.distanceBias = bias + head * (2 * batch.longest - 1) + batch.longest - 1;
            task.out = to + row * a + head * size;
            task.outStride = unsignedOf(a);
        });
        return context;
    }
    for (std::size_t g = 0; g < batch.placed.groups.size(); ++g) {
        const TorchGroup& group = batch.placed.groups[g];
        const at::Tensor parts = queryKeyValue.index_select(0, group.rows)
                                     .view({group.sentences, group.longest, 3, heads, size})
                                     .permute({2, 0, 3, 1, 4})
                                     .contiguous();
        at::Tensor scores = at::matmul(parts[0], parts[1].transpose(2, 3)) + batch.groupBias[g].to(parts.scalar_type());
        if (group.padded)
            scores = scores.masked_fill(group.missing.view({group.sentences, 1, 1, group.longest}), kNever);
        const at::Tensor mixed = at::matmul(at::softmax(scores, -1), parts[2]).transpose(1, 2).reshape({-1, a});
        context.index_copy_(0, group.tokens, group.padded ? mixed.index_select(0, group.places) : mixed);
    }
    return context;
}

at::Tensor T5Attend::toCache(const at::Tensor& query, const T5Cache& cache, const std::vector<std::int64_t>& lengths,
                             const at::Tensor& bias) const {
    const std::int64_t prompts = query.size(0), heads = m_config.heads, size = m_config.headSize;
    const std::int64_t room = cache.keys.size(2);
    const std::int64_t longest = *std::max_element(lengths.begin(), lengths.end());
    if (m_withKernels) {
        const at::Tensor context = at::empty_like(query);
        attendEach(prompts * heads, 1, unsignedOf(longest), m_config.headSize,
                   [&](std::int64_t i, AttentionTask& task) {
                       const std::int64_t head = i % heads;
                       task.query = query.data_ptr<float>() + i * size;
                       task.key = cache.keys.data_ptr<float>() + i * room * size;
                       task.value = cache.values.data_ptr<float>() + i * room * size;
                       task.queryStride = task.keyStride = task.outStride = unsignedOf(size);
                       task.queries = 1;
                       task.tokens = unsignedOf(lengths[unsignedOf(i / heads)]);
                       task.queryBias = task.valueBias = m_zeros.data();
                       task.distanceBias = bias.defined() ? bias.data_ptr<float>() + head * bias.size(1) : nullptr;
                       task.out = context.data_ptr<float>() + i * size;
                   });
        return context;
    }
    const at::Tensor keys = cache.keys.narrow(2, 0, longest);
    at::Tensor scores = at::matmul(query.view({prompts, heads, 1, size}), keys.transpose(2, 3));
    if (bias.defined())
        scores = scores + bias.to(scores.device(), scores.scalar_type()).view({1, heads, 1, longest});
    const at::Tensor length = at::tensor(lengths, at::kLong).to(scores.device()).view({prompts, 1, 1, 1});
    scores = scores.masked_fill(at::arange(longest, length.options()).ge(length), kNever);
    return at::matmul(at::softmax(scores, -1), cache.values.narrow(2, 0, longest)).reshape(query.sizes());
}

at::Tensor T5Attend::toEncoded(const at::Tensor& query, const at::Tensor& encoded, const T5Batch& batch) const {
    const std::int64_t heads = m_config.heads, width = m_config.model;
    const at::Tensor context = at::empty(query.sizes(), query.options());
    if (m_withKernels) {
        attendEach(query.size(0), unsignedOf(heads), unsignedOf(batch.longest), m_config.model,
                   [&](std::int64_t prompt, AttentionTask& task) {
                       task.query = query.data_ptr<float>() + prompt * heads * width;
                       task.key = task.value =
                           encoded.data_ptr<float>() + batch.packed.offsets[unsignedOf(prompt)] * width;
                       task.queryStride = task.keyStride = task.outStride = unsignedOf(width);
                       task.queries = unsignedOf(heads);
                       task.tokens = unsignedOf(batch.lengths[unsignedOf(prompt)]);
                       task.queryBias = task.valueBias = m_zeros.data();
                       task.out = context.data_ptr<float>() + prompt * heads * width;
                   });
        return context;
    }
    for (const TorchGroup& group : batch.placed.groups) {
        const at::Tensor rows = encoded.index_select(0, group.rows).view({group.sentences, group.longest, width});
        at::Tensor scores = at::matmul(query.index_select(0, group.members), rows.transpose(1, 2));
        if (group.padded)
            scores = scores.masked_fill(group.missing.unsqueeze(1), kNever);
        context.index_copy_(0, group.members, at::matmul(at::softmax(scores, -1), rows));
    }
    return context;
}

at::Tensor T5Attend::padded(const at::Tensor& rows, const T5Batch& batch) const {
    const auto prompts = static_cast<std::int64_t>(batch.packed.sentences());
    std::vector<std::int64_t> places;
    for (std::int64_t p = 0; p < prompts; ++p)
        for (std::int64_t i = 0; i < batch.lengths[unsignedOf(p)]; ++i)
            places.push_back(p * batch.longest + i);
    const at::Tensor out = at::zeros({prompts * batch.longest, rows.size(1)}, rows.options());
    out.index_copy_(0, at::tensor(places, at::kLong).to(rows.device()), rows);
    return out.view({prompts, batch.longest, -1});
}

} // namespace neuroscribe::nn
