// Attention of packed rows to the rows before them, which several prompts may share. On the processor through the
// kernels, one head of one span at a time; on other devices through torch, in groups of spans of similar size.
#pragma once

#include <cstdint>
#include <vector>

#include <ATen/ATen.h>

#include "core/nn/neox_config.h"

namespace neuroscribe::nn {

/// Consecutive rows that ask: the last one sees all keys, the one before all but the last, and so on.
struct AttentionSpan {
    std::int32_t firstQuery = 0;
    std::int32_t queries = 0;
    std::vector<std::int32_t> keys; ///< rows of keys and values, in the order of their positions; at least `queries`
};

class NeoxAttention {
public:
    /// withKernels: the processor's kernels; else torch on any device.
    NeoxAttention(const NeoxConfig& config, bool withKernels) : m_config(config), m_withKernels(withKernels) {}

    /// Spans with what a device needs to know of them, made once for all layers.
    struct Plan {
        struct Group {
            std::int64_t spans = 0, queries = 0, keys = 0; ///< padded
            at::Tensor queryRows;                          ///< [spans * queries]
            at::Tensor keyRows;                            ///< [spans * keys]
            at::Tensor hidden;                             ///< [spans, 1, queries, keys] true: not seen
            at::Tensor places, rows;                       ///< where the rows that are none of the padding lie
        };
        std::vector<AttentionSpan> spans;
        std::vector<Group> groups; ///< empty with kernels
    };
    Plan plan(std::vector<AttentionSpan> spans, const at::Device& device) const;

    /// queries [n, hidden], keysValues [rows, 2 hidden], rows of either any stride apart -> [n, hidden]; the plan's
    /// spans cover all n.
    at::Tensor attend(const at::Tensor& queries, const at::Tensor& keysValues, const Plan& plan) const;

private:
    at::Tensor attendWithKernels(const at::Tensor& queries, const at::Tensor& keysValues, const Plan& plan) const;
    at::Tensor attendGroup(const at::Tensor& queries, const at::Tensor& keysValues, const Plan::Group& group) const;

    NeoxConfig m_config;
    bool m_withKernels;
};

} // namespace neuroscribe::nn
