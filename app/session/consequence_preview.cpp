#include "app/session/consequence_preview.h"

#include "app/session/session.h"

#include <memory>
#include <utility>

namespace neuroscribe::app {

using pipeline::Consequences;

ConsequencePreview::ConsequencePreview(Session& session, QObject* parent) : QObject(parent), m_session(session) {}

void ConsequencePreview::update() {
    ++m_serial;
    m_consequences.reset();
    m_computing = false;
    const auto& edit = m_session.curation().proposed();
    const auto study = m_session.study();
    if (!edit || !study)
        return;
    auto questions = pipeline::questionsToLookUp(*study, edit->delta);
    const tagging::Tagger* tagger = taggerOf(*study);
    if (questions.empty() && (!tagger || pipeline::isPreviewShort(tagger->thresholds())))
        take(pipeline::previewConsequences(*study, tagger, pipeline::planLabels(*study, edit->delta, {}), {}));
    else
        request(std::move(questions));
}

/// After an edit the labels come first, and the tagger that goes with them a moment later: it is announced.
const tagging::Tagger* ConsequencePreview::taggerOf(const pipeline::StudyData& study) const {
    const tagging::Tagger* tagger = m_session.tagger();
    if (!tagger)
        return nullptr;
    const auto half = static_cast<std::size_t>(tagger->thresholds().split);
    return &tagger->labels() == study.splitLabels[half].get() ? tagger : nullptr;
}

void ConsequencePreview::request(std::vector<std::string> questions) {
    m_computing = true;
    // The lane gets a tagger of its own: the window's moves on with the sliders.
    const tagging::Tagger* now = taggerOf(*m_session.study());
    const auto tagger = now ? std::make_shared<const tagging::Tagger>(*now) : nullptr;
    m_session.query<Consequences>(
        QStringLiteral("consequences"),
        [study = m_session.study(), delta = m_session.curation().proposed()->delta, questions = std::move(questions),
         tagger](store::Database& database, std::stop_token stop) -> Result<Consequences> {
            NS_ASSIGN(const auto stored, pipeline::loadStoredAnswers(database, questions));
            return pipeline::previewConsequences(*study, tagger.get(), pipeline::planLabels(*study, delta, stored),
                                                 stop);
        },
        [this, serial = m_serial](const Result<Consequences>& outcome) {
            if (serial != m_serial)
                return;
            m_computing = false;
            take(outcome);
            emit changed();
        },
        this);
}

void ConsequencePreview::take(const Result<Consequences>& outcome) {
    if (outcome)
        m_consequences = *outcome;
    else if (outcome.error().code != ErrorCode::Cancelled)
        emit m_session.failed(outcome.error());
}

} // namespace neuroscribe::app
