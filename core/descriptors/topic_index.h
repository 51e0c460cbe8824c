// Who said what where: the raw descriptors of the union with the sentences they were said of, as a value to count with.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/store/sqlite.h"

namespace neuroscribe::descriptors {

/// Immutable once loaded. Every vector is indexed by RawDescriptorId::value; entry 0 stands for nobody.
class TopicIndex {
public:
    /// Raw descriptors that no engine of the union said are there, said 0 times. Errors: Corrupt.
    static Result<TopicIndex> load(store::Database& database);

    /// One more than the highest id; 0 where nothing was ever said.
    std::uint32_t size() const { return static_cast<std::uint32_t>(m_names.size()); }
    /// Normalised (llm::topicKey); empty where there is no such id.
    const std::string& name(RawDescriptorId id) const { return m_names[id.value]; }
    /// (sentence, engine) pairs of the union.
    std::uint32_t said(RawDescriptorId id) const { return m_said[id.value]; }
    /// Ascending, each once.
    std::span<const SentenceId> sentences(RawDescriptorId id) const {
        return std::span(m_sentences).subspan(m_begins[id.value], m_begins[id.value + 1] - m_begins[id.value]);
    }
    /// Sentences of which at least one of these was said.
    std::uint32_t sentencesOfAny(std::span<const RawDescriptorId> ids) const;

private:
    Status loadNames(store::Database& database);
    Status loadSentences(store::Database& database);
    void closeTopic(std::uint32_t id, std::size_t begin);

    std::vector<std::string> m_names;
    std::vector<std::uint32_t> m_said;
    std::vector<std::size_t> m_begins; ///< [size() + 1] into m_sentences
    std::vector<SentenceId> m_sentences;
    std::size_t m_corpus = 0; ///< one more than the highest sentence in m_sentences
};

} // namespace neuroscribe::descriptors
