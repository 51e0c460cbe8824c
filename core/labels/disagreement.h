// Where asking a person tells most: pairs about which two annotators or engines differ, and pairs about which the model
// was close to the other answer.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "core/labels/descriptor.h"

namespace neuroscribe::labels {

/// Descriptor-major, as LabelMatrix.
class Disagreement {
public:
    Disagreement(std::uint32_t sentences, std::size_t descriptors);

    std::uint32_t sentences() const { return m_sentences; }
    /// Somebody says Yes and somebody else No.
    bool differs(std::uint32_t descriptor, SentenceId sentence) const {
        return m_said[at(descriptor, sentence)] == (kNo | kYes);
    }
    /// Distance of the model's margin from the border between Yes and No, the least of its engines and questions; NaN:
    /// there is no margin.
    float margin(std::uint32_t descriptor, SentenceId sentence) const { return m_margins[at(descriptor, sentence)]; }

    void addAnswers(const LabelMatrix& answers);
    void addMargin(std::uint32_t descriptor, SentenceId sentence, float distance);

private:
    static constexpr std::uint8_t kNo = 1;
    static constexpr std::uint8_t kYes = 2;
    std::size_t at(std::uint32_t descriptor, SentenceId sentence) const {
        return static_cast<std::size_t>(descriptor) * m_sentences + sentence.value;
    }

    std::uint32_t m_sentences;
    std::vector<std::uint8_t> m_said;
    std::vector<float> m_margins;
};

/// Of everybody but `exceptFor`, who is asked: every reference annotator, the label matrix, and each engine that
/// answered for it. Errors: Cancelled, Corrupt.
Result<Disagreement> loadDisagreement(store::Database& database, const std::vector<Descriptor>& descriptors,
                                      const std::string& exceptFor, std::stop_token stop);

} // namespace neuroscribe::labels
