#include "core/pipeline/planned_labels.h"

#include <algorithm>
#include <set>

#include "core/labels/kleene.h"

namespace neuroscribe::pipeline {
namespace {

using descriptors::ClusterChange;
using Questions = std::set<std::string>;

Questions asSet(const std::vector<std::string>& questions) {
    return {questions.begin(), questions.end()};
}

/// What the columns of the study are the answers to.
class PresentColumns {
public:
    explicit PresentColumns(const StudyData& study) : m_study(study) {
        for (std::uint32_t column = 0; study.labels && column < study.descriptors.size(); ++column)
            m_questions.push_back(asSet(study.descriptors[column].questions()));
    }

    std::optional<std::uint32_t> ofCluster(ClusterId id) const {
        return first([id](const labels::Descriptor& descriptor) { return descriptor.cluster == id; });
    }
    /// Of a descriptor that came without a cluster.
    std::optional<std::uint32_t> freeNamed(const std::string& name) const {
        return first(
            [&](const labels::Descriptor& descriptor) { return !descriptor.cluster && descriptor.name == name; });
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
    template <class Is>
    std::optional<std::uint32_t> first(Is is) const {
        for (std::uint32_t column = 0; column < m_questions.size(); ++column)
            if (is(m_study.descriptors[column]))
                return column;
        return std::nullopt;
    }

    const StudyData& m_study;
    std::vector<Questions> m_questions; ///< by column
};

bool isDescriptor(const std::optional<descriptors::ClusterFacts>& facts) {
    return facts && facts->isDescriptor();
}

/// What becomes of one descriptor. `change.after` is one.
struct Fate {
    std::optional<std::uint32_t> column; ///< that it has after the edit; nothing: a new one
    std::optional<std::uint32_t> absorbed;
    Questions questions;
    bool anew = false; ///< other questions than now are asked

    Fate(const PresentColumns& present, const ClusterChange& change) : questions(asSet(change.after->questions)) {
        const descriptors::ClusterFacts& after = *change.after;
        const auto own = isDescriptor(change.before) ? present.ofCluster(change.id) : std::nullopt;
        const bool takesName = !isDescriptor(change.before) || change.before->name != after.name;
        const auto taken = takesName ? present.freeNamed(after.name) : std::nullopt;
        if (taken) { // as labels::keepQuestions() does it
            if (!own && questions == Questions{after.name})
                questions.clear();
            questions.insert(present.questionsOf(*taken).begin(), present.questionsOf(*taken).end());
        }
        column = own ? own : taken;
        absorbed = own ? taken : std::nullopt;
        if (column)
            anew = questions != present.questionsOf(*column);
        else // a descriptor that the study lacks has only just become one
            anew = !isDescriptor(change.before) || questions != asSet(change.before->questions);
    }
};

/// The descriptor as the change leaves it.
void applyChange(const ClusterChange& change, const Fate& fate, PlannedDescriptor& descriptor) {
    descriptor.name = change.after->name;
    descriptor.questions = static_cast<std::uint32_t>(fate.questions.size());
    const bool excludedNow = isDescriptor(change.before) && change.before->excluded;
    descriptor.exclusionMoves = descriptor.column && excludedNow != change.after->excluded;
    if (!descriptor.column || descriptor.exclusionMoves)
        descriptor.excluded = change.after->excluded;
}

} // namespace

std::vector<std::string> questionsToLookUp(const StudyData& study, const descriptors::CurationDelta& delta) {
    const PresentColumns present(study);
    Questions open, all;
    for (const ClusterChange& change : delta.clusters)
        if (isDescriptor(change.after))
            if (const Fate fate(present, change); fate.anew) {
                present.cover(fate.questions, open);
                all.merge(open);
            }
    return {all.begin(), all.end()};
}

Result<AnswersByQuestion> loadStoredAnswers(store::Database& database, const std::vector<std::string>& questions) {
    std::vector<labels::Descriptor> asked;
    for (const std::string& question : questions)
        asked.push_back({.name = question, .question = question});
    NS_ASSIGN(const auto matrix, labels::loadLabels(database, asked));
    AnswersByQuestion stored;
    for (std::uint32_t c = 0; c < matrix.descriptors(); ++c) {
        const auto column = matrix.column(c);
        stored[questions[c]].assign(column.begin(), column.end());
    }
    return stored;
}

PlannedLabels planLabels(const StudyData& study, const descriptors::CurationDelta& delta,
                         const AnswersByQuestion& stored) {
    const PresentColumns present(study);
    std::vector<PlannedDescriptor> stay, come;
    for (std::uint32_t column = 0; study.labels && column < study.descriptors.size(); ++column)
        stay.push_back({study.descriptors[column].name, column, study.descriptors[column].excluded, false,
                        static_cast<std::uint32_t>(present.questionsOf(column).size()), std::nullopt});
    PlannedLabels plan;
    for (const ClusterChange& change : delta.clusters) {
        if (!isDescriptor(change.after)) {
            if (const auto gone = isDescriptor(change.before) ? present.ofCluster(change.id) : std::nullopt)
                plan.lost.push_back(*gone);
            continue;
        }
        const Fate fate(present, change);
        if (fate.absorbed)
            plan.lost.push_back(*fate.absorbed);
        if (!fate.column && !fate.anew)
            continue; // the study has not been loaded again since it became a descriptor
        PlannedDescriptor& descriptor = fate.column ? stay[*fate.column] : come.emplace_back();
        applyChange(change, fate, descriptor);
        if (fate.anew)
            descriptor.answers = present.answersTo(fate.questions, stored);
    }
    std::ranges::sort(plan.lost);
    for (PlannedDescriptor& descriptor : stay)
        if (!std::ranges::binary_search(plan.lost, *descriptor.column))
            plan.descriptors.push_back(std::move(descriptor));
    std::ranges::move(come, std::back_inserter(plan.descriptors));
    return plan;
}

} // namespace neuroscribe::pipeline
