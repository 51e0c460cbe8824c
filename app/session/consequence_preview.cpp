#include "app/session/consequence_preview.h"

#include "app/session/session.h"

#include <memory>
#include <utility>

namespace neuroscribe::app {

using pipeline::Consequences;

namespace {

/// A person who types or walks through a list is faster than this.
constexpr int kRestMs = 60;
/// A merge is told in 20 ms at 26 descriptors and in 100 ms at 500: each one's correlation with all is counted.
constexpr std::size_t kFewDescriptors = 100;

} // namespace

ConsequencePreview::ConsequencePreview(Session& session, QObject* parent) : QObject(parent), m_session(session) {
    m_rest.setSingleShot(true);
    m_rest.setInterval(kRestMs);
    connect(&m_rest, &QTimer::timeout, this, &ConsequencePreview::request);
}

void ConsequencePreview::update() {
    ++m_serial;
    m_consequences.reset();
    m_computing = false;
    m_rest.stop();
    const CurationController& curation = m_session.curation();
    const auto study = m_session.study();
    if (!curation.considered() || !study)
        return;
    if (!curation.proposed() || curation.isTyped()) {
        m_computing = true;
        m_rest.start();
        return;
    }
    const descriptors::CurationDelta& delta = curation.proposed()->delta;
    const tagging::Tagger* tagger = taggerOf(*study);
    const bool isShort =
        study->descriptors.size() <= kFewDescriptors && (!tagger || pipeline::isPreviewShort(tagger->thresholds()));
    if (isShort && pipeline::questionsToLookUp(*study, delta).empty())
        take(pipeline::previewConsequences(*study, tagger, pipeline::planLabels(*study, delta, {}), {}));
    else
        request();
}

/// After an edit the labels come first, and the tagger that goes with them a moment later: it is announced.
const tagging::Tagger* ConsequencePreview::taggerOf(const pipeline::StudyData& study) const {
    const tagging::Tagger* tagger = m_session.tagger();
    if (!tagger)
        return nullptr;
    const auto half = static_cast<std::size_t>(tagger->thresholds().split);
    return &tagger->labels() == study.splitLabels[half].get() ? tagger : nullptr;
}

void ConsequencePreview::request() {
    const descriptors::CurationEdit* edit = m_session.curation().considered();
    if (!edit || !m_session.study())
        return; // gone while nobody looked
    m_computing = true;
    // The lane gets a tagger of its own: the window's moves on with the sliders.
    const tagging::Tagger* now = taggerOf(*m_session.study());
    const auto tagger = now ? std::make_shared<const tagging::Tagger>(*now) : nullptr;
    m_session.query<Consequences>(
        QStringLiteral("consequences"),
        [study = m_session.study(), delta = edit->delta, tagger](store::Database& database,
                                                                 std::stop_token stop) -> Result<Consequences> {
            const auto questions = pipeline::questionsToLookUp(*study, delta);
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
