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

/// Pairs of a sentence of the tagger's split and an active descriptor.
struct LabelCoverage {
    std::uint64_t answered = 0, asked = 0;
};
LabelCoverage labelCoverage(const tagging::Tagger& tagger);

} // namespace neuroscribe::ui
