// A study with a curation drawn at random, and what its descriptors, labels and tags are by their definitions.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/random.h"
#include "core/pipeline/planned_labels.h"
#include "tests/support/catch.h"

namespace neuroscribe::test {

using descriptors::Curation;
using labels::Answer;
using pipeline::StudyData;

inline constexpr std::uint32_t kSentences = 900;
inline constexpr std::uint32_t kNeurons = 14;
inline constexpr std::uint32_t kMembersEach = 4;

/// What is known about every question, stored or not; a question that is not here was never asked.
using Answers = std::map<std::string, std::vector<Answer>>;

/// Descriptors by a key that survives renaming: the cluster's id, or the name of one without a cluster.
struct Column {
    std::string key, name;
    std::vector<std::string> questions;
    bool excluded = false;
    std::optional<ClusterId> cluster = {};
};

inline Answer answerOf(const Answers& answers, const std::vector<std::string>& questions, std::uint32_t sentence) {
    int yes = 0, open = 0;
    for (const std::string& question : questions) {
        const auto found = answers.find(question);
        const Answer answer = found == answers.end() ? Answer::Unanswered : found->second[sentence];
        yes += answer == Answer::Yes;
        open += answer == Answer::Unanswered;
    }
    return yes > 0 ? Answer::Yes : open > 0 ? Answer::Unanswered : Answer::No;
}

struct Made {
    Answers answers;
    Curation curation;
    std::vector<Column> columns;
    std::shared_ptr<corpus::CorpusIndex> corpus = std::make_shared<corpus::CorpusIndex>();
    StudyData study;

    Made(std::uint64_t seed, std::uint32_t clusters) : m_random(seed) {
        corpus->category.resize(kSentences);
        for (SentenceId id{0}; id.value < kSentences; ++id.value)
            corpus->members[m_random.below(2)].push_back(id);
        study.corpus = corpus;
        for (const char* other : {"imported", "spare question", "another spare"})
            ask(other);
        makeCuration(clusters);
        columns = columnsOf(curation, {});
        study.labels = std::make_shared<const labels::LabelMatrix>(matrixOf(columns));
        study.descriptors = descriptorsOf(columns);
        std::vector<float> values;
        for (std::size_t half = 0; half < 2; ++half) {
            const auto members = static_cast<std::uint32_t>(corpus->members[half].size());
            values.clear();
            for (std::uint32_t i = 0; i < members * kNeurons; ++i)
                values.push_back(static_cast<float>(m_random.below(500)));
            study.ranks[half] = tagging::makeRanks(values, members, kNeurons).value();
            study.splitLabels[half] = tagging::SplitLabels::make(*study.labels, corpus->members[half]);
        }
    }

    /// In the order the study shows them; `before` keep their places.
    std::vector<Column> columnsOf(const Curation& of, const std::vector<Column>& before) const {
        std::map<std::string, Column> now{{"imported", {"imported", "imported", {"imported"}, false, {}}}};
        for (const auto& [id, cluster] : of.clusters())
            if (cluster.isDescriptor()) {
                const std::string key = "cluster " + std::to_string(id.value);
                now[key] = {key, cluster.name, cluster.questions, cluster.excluded, id};
            }
        std::vector<Column> ordered;
        for (const Column& column : before)
            if (now.contains(column.key)) {
                ordered.push_back(now[column.key]);
                now.erase(column.key);
            }
        std::vector<std::pair<std::size_t, Column>> fresh;
        for (const auto& [key, column] : now)
            fresh.emplace_back(key.size(), column); // by id as numbers: shorter ones first
        std::stable_sort(fresh.begin(), fresh.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
        for (const auto& [size, column] : fresh)
            ordered.push_back(column);
        return ordered;
    }

    static std::vector<labels::Descriptor> descriptorsOf(const std::vector<Column>& of) {
        std::vector<labels::Descriptor> descriptors;
        for (const Column& column : of)
            descriptors.push_back({.name = column.name,
                                   .question = column.questions.front(),
                                   .excluded = column.excluded,
                                   .furtherQuestions = {column.questions.begin() + 1, column.questions.end()},
                                   .cluster = column.cluster});
        return descriptors;
    }

    labels::LabelMatrix matrixOf(const std::vector<Column>& of) const {
        labels::LabelMatrix matrix(kSentences, static_cast<std::uint32_t>(of.size()));
        for (std::uint32_t c = 0; c < of.size(); ++c)
            for (std::uint32_t s = 0; s < kSentences; ++s)
                matrix.set(SentenceId(s), c, answerOf(answers, of[c].questions, s));
        return matrix;
    }

    tagging::Tagger taggerOf(const std::vector<Column>& of, const tagging::Thresholds& thresholds) const {
        const auto half = static_cast<std::size_t>(thresholds.split);
        std::vector<std::uint8_t> active;
        for (const Column& column : of)
            active.push_back(column.excluded ? 0 : 1);
        tagging::Tagger tagger(study.ranks[half], tagging::SplitLabels::make(matrixOf(of), corpus->members[half]),
                               active, 4, thresholds.tail);
        REQUIRE(tagger.apply(thresholds));
        return tagger;
    }

    pipeline::AnswersByQuestion lookUp(const std::vector<std::string>& questions) const {
        pipeline::AnswersByQuestion found;
        for (const std::string& question : questions)
            if (const auto stored = answers.find(question); stored != answers.end())
                for (const Answer answer : stored->second)
                    found[question].push_back(static_cast<std::uint8_t>(answer));
        return found;
    }

    Random& random() { return m_random; }

private:
    /// Half of the questions go together: their yes lies in the first third of the sentences.
    void ask(const std::string& question) {
        const double known = m_random.below(3) == 0 ? 1.0 : 0.5 + m_random.uniform() / 2;
        const double yes = m_random.uniform() * 0.6;
        const bool kindred = m_random.below(2) == 0;
        auto& stored = answers[question];
        for (std::uint32_t s = 0; s < kSentences; ++s) {
            const double here = kindred ? (s < kSentences / 3 ? 0.9 : 0.05) : yes;
            stored.push_back(m_random.uniform() >= known ? Answer::Unanswered
                             : m_random.uniform() < here ? Answer::Yes
                                                         : Answer::No);
        }
    }

    void makeCuration(std::uint32_t clusters) {
        descriptors::CurationDelta content;
        std::uint32_t member = 0;
        for (std::uint32_t c = 1; c <= clusters; ++c) {
            descriptors::ClusterFacts facts{"cluster named " + std::to_string(c), {}, false, {}, {}};
            if (m_random.below(4) > 0) {
                facts.source = descriptors::NameSource::Person;
                facts.excluded = m_random.below(5) == 0;
                for (std::uint64_t q = 0; q <= m_random.below(3); ++q) {
                    facts.questions.push_back("question " + std::to_string(c) + "." + std::to_string(q));
                    if (m_random.below(8) > 0)
                        ask(facts.questions.back());
                }
            }
            content.clusters.push_back({ClusterId(c), std::nullopt, facts});
            for (std::uint32_t i = 0; i < kMembersEach; ++i)
                content.moves.push_back({RawDescriptorId(++member), descriptors::kUnclustered, ClusterId(c)});
        }
        REQUIRE(curation.apply(content));
    }

    Random m_random;
};

} // namespace neuroscribe::test
