// What the edit that is being considered would do, or else the one that is a key away. Lives on the window's thread;
// what is short is computed there, the rest on the lane of queries, where the newest request wins. What changes with
// each letter or each step through the clusters is never computed on the window's thread, and only once it rests.
#pragma once

#include "core/base/result.h"
#include "core/pipeline/curation_preview.h"

#include <QObject>
#include <QTimer>

#include <cstdint>
#include <optional>

namespace neuroscribe::app {

class Session;

class ConsequencePreview : public QObject {
    Q_OBJECT
public:
    /// The session outlives it.
    explicit ConsequencePreview(Session& session, QObject* parent = nullptr);

    /// For CurationController::considered(), the tags and the labels as they are now: at once, or isComputing() and
    /// changed() later.
    void update();
    /// Nothing while no edit is considered, while it is computed, and where that failed.
    const std::optional<pipeline::Consequences>& consequences() const { return m_consequences; }
    bool isComputing() const { return m_computing; }

signals:
    void changed(); ///< what was being computed is there

private:
    const tagging::Tagger* taggerOf(const pipeline::StudyData& study) const;
    void take(const Result<pipeline::Consequences>& outcome);
    void request();

    Session& m_session;
    std::optional<pipeline::Consequences> m_consequences;
    bool m_computing = false;
    QTimer m_rest;
    std::uint64_t m_serial = 0; ///< an answer to an earlier request is dropped
};

} // namespace neuroscribe::app
