// What a panel says when the study has nothing for it yet, and the coverage its badge shows.
#pragma once

#include <QString>

namespace neuroscribe::app {
class Session;
}
namespace neuroscribe::tagging {
class Tagger;
}

namespace neuroscribe::ui {

struct StudyHint {
    QString title; ///< what is missing
    QString next;  ///< what to do about it
};
/// Meaningful while the session has no tagger.
StudyHint studyHint(const app::Session& session);

/// Share of (sentence, descriptor) pairs of the tagger's split that have an answer, over active descriptors.
double labelCoverage(const tagging::Tagger& tagger);

} // namespace neuroscribe::ui
