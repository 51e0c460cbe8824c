#include "core/pipeline/planned_labels.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "core/labels/kleene.h"

namespace neuroscribe::pipeline {
namespace {

using descriptors::Cluster;
using descriptors::ClusterChange;
using descriptors::ClusterFacts;
using Questions = std::set<std::string>;

Questions asSet(const std::vector<std::string>& questions) {
    return {questions.begin(), questions.end()};
}

/// What the columns of the study are the answers to.
class PresentColumns {
public:
    PresentColumns(const StudyData& study, const descriptors::Curation& curation) : m_study(study) {
        for (std::uint32_t column = 0; study.labels && column < study.descriptors.size(); ++column) {
            m_byName[study.descriptors[column].name] = column;
            m_questions.push_back({study.descriptors[column].question});
        }
        m_ofCluster.resize(m_questions.size(), 0);
        for (const auto& [id, cluster] : curation.clusters())
            if (const auto column = find(cluster)) {
                m_questions[*column] = asSet(cluster.questions);
                m_ofCluster[*column] = 1;
            }
    }

    /// That the descriptor has now; a new one takes over a descriptor of its name that came without a cluster.
    std::optional<std::uint32_t> columnOf(const ClusterChange& change) const {
        if (change.before && change.before->isDescriptor())
            return find(*change.before);
        const auto column = change.after ? find(*change.after) : std::nullopt;
        return column && !m_ofCluster[*column] ? column : std::nullopt;
    }

    const Questions& questionsOf(std::uint32_t column) const { return m_questions[column]; }

    /// Columns whose OR answers as many of the questions as there are columns for; `open` keeps the others.
    std::vector<std::uint32_t> cover(const Questions& questions, Questions& open) const {
        std::vector<std::uint32_t> columns;
        open = questions;
        for (std::uint32_t column = 0; column < m_questions.size(); ++column) {
            if (!std::ranges::includes(questions, m_questions[column]))
                continue;
            columns.push_back(column);
            for (const std::string& question : m_questions[column])
                open.erase(question);
        }
        return columns;
    }

    /// The Kleene OR of all answers to the questions.
    std::vector<std::uint8_t> answersTo(const Questions& questions, const AnswersByQuestion& stored) const {
        Questions open;
        std::optional<std::vector<std::uint8_t>> answers;
        const auto add = [&](std::span<const std::uint8_t> more) {
            std::vector<std::uint8_t> column(m_study.corpus->size(), 0);
            std::ranges::copy(more.first(std::min(more.size(), column.size())), column.begin());
            if (answers)
                labels::kleeneOrInto(*answers, column);
            else
                answers = std::move(column);
        };
        for (const std::uint32_t column : cover(questions, open))
            add(m_study.labels->column(column));
        for (const std::string& question : open) {
            const auto found = stored.find(question);
            add(found == stored.end() ? std::span<const std::uint8_t>() : found->second);
        }
        return answers ? *std::move(answers) : std::vector<std::uint8_t>(m_study.corpus->size(), 0);
    }

private:
    std::optional<std::uint32_t> find(const ClusterFacts& facts) const {
        const auto found = facts.isDescriptor() ? m_byName.find(facts.name) : m_byName.end();
        return found == m_byName.end() ? std::nullopt : std::optional(found->second);
    }

    const StudyData& m_study;
    std::unordered_map<std::string, std::uint32_t> m_byName;
    std::vector<Questions> m_questions;    ///< by column
    std::vector<std::uint8_t> m_ofCluster; ///< by column: a cluster has it
};

/// Other questions than now, or a descriptor that the study does not have yet.
bool asksAnew(const PresentColumns& present, const ClusterChange& change) {
    if (!change.after || !change.after->isDescriptor())
        return false;
    const Questions after = asSet(change.after->questions);
    if (const auto column = present.columnOf(change))
        return after != present.questionsOf(*column);
    return !change.before || !change.before->isDescriptor() || after != asSet(change.before->questions);
}

/// The descriptor as the change leaves it.
void applyChange(const ClusterChange& change, PlannedDescriptor& descriptor) {
    descriptor.name = change.after->name;
    descriptor.questions = static_cast<std::uint32_t>(asSet(change.after->questions).size());
    descriptor.exclusionMoves =
        change.before && change.before->isDescriptor() && change.before->excluded != change.after->excluded;
    if (!descriptor.column || descriptor.exclusionMoves)
        descriptor.excluded = change.after->excluded;
}

} // namespace

std::vector<std::string> questionsToLookUp(const StudyData& study, const descriptors::Curation& curation,
                                           const descriptors::CurationDelta& delta) {
    const PresentColumns present(study, curation);
    Questions open, all;
    for (const ClusterChange& change : delta.clusters)
        if (asksAnew(present, change)) {
            present.cover(asSet(change.after->questions), open);
            all.merge(open);
        }
    return {all.begin(), all.end()};
}

Result<AnswersByQuestion> loadStoredAnswers(store::Database& database, const std::vector<std::string>& questions) {
    std::vector<labels::Descriptor> asked;
    for (const std::string& question : questions)
        asked.push_back({{}, question, question, {}, false});
    NS_ASSIGN(const auto matrix, labels::loadLabels(database, asked));
    AnswersByQuestion stored;
    for (std::uint32_t c = 0; c < matrix.descriptors(); ++c) {
        const auto column = matrix.column(c);
        stored[questions[c]].assign(column.begin(), column.end());
    }
    return stored;
}

PlannedLabels planLabels(const StudyData& study, const descriptors::Curation& curation,
                         const descriptors::CurationDelta& delta, const AnswersByQuestion& stored) {
    const PresentColumns present(study, curation);
    std::vector<PlannedDescriptor> stay, come;
    for (std::uint32_t column = 0; study.labels && column < study.descriptors.size(); ++column)
        stay.push_back({study.descriptors[column].name, column, study.descriptors[column].excluded, false,
                        static_cast<std::uint32_t>(present.questionsOf(column).size()), std::nullopt});
    PlannedLabels plan;
    for (const ClusterChange& change : delta.clusters) {
        const auto column = present.columnOf(change);
        if (!change.after || !change.after->isDescriptor()) {
            if (column)
                plan.lost.push_back(*column);
            continue;
        }
        const bool anew = asksAnew(present, change);
        if (!column && !anew)
            continue; // the study has not been loaded again since it became a descriptor
        PlannedDescriptor& descriptor = column ? stay[*column] : come.emplace_back();
        applyChange(change, descriptor);
        if (anew)
            descriptor.answers = present.answersTo(asSet(change.after->questions), stored);
    }
    std::ranges::sort(plan.lost);
    for (PlannedDescriptor& descriptor : stay)
        if (!std::ranges::binary_search(plan.lost, *descriptor.column))
            plan.descriptors.push_back(std::move(descriptor));
    std::ranges::move(come, std::back_inserter(plan.descriptors));
    return plan;
}

} // namespace neuroscribe::pipeline
