// The label matrix B: sentences x descriptors, three-valued. Unanswered is not No.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"

namespace neuroscribe::labels {

enum class Answer : std::uint8_t { Unanswered = 0, No = 1, Yes = 2 };

/// Dense, one byte a cell, descriptor-major: column(c) is the answers of all sentences in id order. A value type;
/// share it as shared_ptr<const LabelMatrix>.
class LabelMatrix {
public:
    LabelMatrix() = default;
    LabelMatrix(std::uint32_t sentences, std::uint32_t descriptors)
        : m_sentences(sentences), m_descriptors(descriptors),
          m_cells(static_cast<std::size_t>(sentences) * descriptors) {}

    std::uint32_t sentences() const { return m_sentences; }
    std::uint32_t descriptors() const { return m_descriptors; }
    std::span<const std::uint8_t> column(std::uint32_t descriptor) const {
        return {m_cells.data() + static_cast<std::size_t>(descriptor) * m_sentences, m_sentences};
    }
    std::span<std::uint8_t> column(std::uint32_t descriptor) {
        return {m_cells.data() + static_cast<std::size_t>(descriptor) * m_sentences, m_sentences};
    }
    Answer at(SentenceId sentence, std::uint32_t descriptor) const {
        return static_cast<Answer>(column(descriptor)[sentence.value]);
    }
    void set(SentenceId sentence, std::uint32_t descriptor, Answer answer) {
        column(descriptor)[sentence.value] = static_cast<std::uint8_t>(answer);
    }

    bool operator==(const LabelMatrix&) const = default;

private:
    std::uint32_t m_sentences = 0;
    std::uint32_t m_descriptors = 0;
    std::vector<std::uint8_t> m_cells;
};

struct LabelCounts {
    std::uint64_t pairs = 0;
    std::uint64_t yes = 0;
    std::uint64_t no = 0;
    std::uint64_t unanswered = 0;
    double coverage() const { return pairs ? static_cast<double>(yes + no) / static_cast<double>(pairs) : 0.0; }
};
LabelCounts countLabels(const LabelMatrix& labels);

} // namespace neuroscribe::labels
