#include "core/descriptors/topic_index.h"

#include <algorithm>
#include <limits>

namespace neuroscribe::descriptors {
namespace {

bool isId(std::int64_t value) {
    return value >= 0 && value < std::numeric_limits<std::uint32_t>::max();
}

Error damaged(const store::Database& database) {
    return {ErrorCode::Corrupt, database.path(), "a stored topic is none", "Restore the study from a copy"};
}

} // namespace

Result<TopicIndex> TopicIndex::load(store::Database& database) {
    TopicIndex index;
    NS_TRY(index.loadNames(database));
    NS_TRY(index.loadSentences(database));
    return index;
}

Status TopicIndex::loadNames(store::Database& database) {
    // Ids have few gaps: they are counted up as topics are first said, and none is ever removed.
    constexpr std::int64_t kMostGaps = 1'000'000;
    NS_ASSIGN(const auto last, database.integer("SELECT max(id) FROM raw_descriptor"));
    NS_ASSIGN(const auto known, database.integer("SELECT count(*) FROM raw_descriptor"));
    if (!last.has_value() || *known == 0) {
        m_begins.assign(1, 0);
        return {};
    }
    if (!isId(*last) || *last > *known + kMostGaps)
        return damaged(database);
    const auto size = static_cast<std::size_t>(*last) + 1;
    m_names.resize(size);
    m_said.resize(size);
    m_begins.resize(size + 1);
    NS_ASSIGN(auto select, database.prepare("SELECT id, name FROM raw_descriptor"));
    for (;;) {
        NS_ASSIGN(const bool row, select.step());
        if (!row)
            return {};
        if (select.integer(0) < 1)
            return damaged(database);
        m_names[static_cast<std::size_t>(select.integer(0))] = select.text(1);
    }
}

Status TopicIndex::loadSentences(store::Database& database) {
    // The index on raw_descriptor_id holds all three columns: nothing is sorted and no other page is read.
    NS_ASSIGN(auto select,
              database.prepare("SELECT raw_descriptor_id, sentence_id FROM description_descriptor WHERE +engine_id IN "
                               "(SELECT id FROM engine WHERE task = 'topics' AND in_union = 1) "
                               "ORDER BY raw_descriptor_id"));
    std::uint32_t open = 0;
    std::size_t begin = 0;
    for (;;) {
        NS_ASSIGN(const bool row, select.step());
        if (!row)
            break;
        const std::int64_t id = select.integer(0);
        const std::int64_t sentence = select.integer(1);
        if (id < 1 || id >= size() || !isId(sentence))
            return damaged(database);
        for (; open < id; ++open, begin = m_sentences.size())
            closeTopic(open, begin);
        ++m_said[open];
        m_sentences.emplace_back(static_cast<std::uint32_t>(sentence));
        m_corpus = std::max(m_corpus, static_cast<std::size_t>(sentence) + 1);
    }
    for (; open < size(); ++open, begin = m_sentences.size())
        closeTopic(open, begin);
    return {};
}

/// Several engines may have said the same of one sentence.
void TopicIndex::closeTopic(std::uint32_t id, std::size_t begin) {
    const auto first = m_sentences.begin() + static_cast<std::ptrdiff_t>(begin);
    std::sort(first, m_sentences.end());
    m_sentences.erase(std::unique(first, m_sentences.end()), m_sentences.end());
    m_begins[id + 1] = m_sentences.size();
}

std::uint32_t TopicIndex::sentencesOfAny(std::span<const RawDescriptorId> ids) const {
    std::vector<bool> seen(m_corpus);
    std::uint32_t count = 0;
    for (const RawDescriptorId id : ids) {
        if (id.value >= size())
            continue;
        for (const SentenceId sentence : sentences(id)) {
            count += seen[sentence.value] ? 0 : 1;
            seen[sentence.value] = true;
        }
    }
    return count;
}

} // namespace neuroscribe::descriptors
