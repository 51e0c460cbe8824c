#include "ui/panels/study_hints.h"

#include "app/session/session.h"

#include <QCoreApplication>

namespace neuroscribe::ui {
namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("neuroscribe::ui::StudyHint", text);
}

} // namespace

StudyHint studyHint(const app::Session& session) {
    const auto study = session.study();
    if (session.isOpening())
        return {translated(QT_TRANSLATE_NOOP("neuroscribe::ui::StudyHint", "Opening the study…")), {}};
    if (!study)
        return {translated(QT_TRANSLATE_NOOP("neuroscribe::ui::StudyHint", "No study is open")),
                translated(QT_TRANSLATE_NOOP("neuroscribe::ui::StudyHint",
                                             "Open a study, start a new one, or look at the built-in one."))};
    if (!study->corpus || study->corpus->size() == 0)
        return {translated(QT_TRANSLATE_NOOP("neuroscribe::ui::StudyHint", "The corpus is empty")),
                translated(QT_TRANSLATE_NOOP("neuroscribe::ui::StudyHint", "Import sentences to begin."))};
    if (study->corpus->members[0].empty() || study->corpus->members[1].empty())
        return {translated(QT_TRANSLATE_NOOP("neuroscribe::ui::StudyHint", "One half of the corpus is empty")),
                translated(QT_TRANSLATE_NOOP("neuroscribe::ui::StudyHint",
                                             "Import more sentences: each half needs at least one."))};
    if (!study->run || !study->ranks[0] || !study->ranks[1])
        return {translated(QT_TRANSLATE_NOOP("neuroscribe::ui::StudyHint", "No neurons yet")),
                translated(QT_TRANSLATE_NOOP("neuroscribe::ui::StudyHint", "Extract activations to see neurons."))};
    if (!study->labels || study->descriptors.empty())
        return {translated(QT_TRANSLATE_NOOP("neuroscribe::ui::StudyHint", "No descriptors yet")),
                translated(QT_TRANSLATE_NOOP("neuroscribe::ui::StudyHint",
                                             "Label the sentences with descriptors to see tags."))};
    return {translated(QT_TRANSLATE_NOOP("neuroscribe::ui::StudyHint", "Counting…")), {}};
}

LabelCoverage labelCoverage(const tagging::Tagger& tagger) {
    const tagging::SplitLabels& labels = tagger.labels();
    LabelCoverage coverage;
    for (std::uint32_t column = 0; column < labels.descriptors(); ++column) {
        if (tagger.active()[column] == 0)
            continue;
        coverage.answered += labels.answered()[column];
        coverage.asked += labels.members();
    }
    return coverage;
}

} // namespace neuroscribe::ui
