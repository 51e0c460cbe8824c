// Base of every panel: panels out of sight do not compute, they note that they are dirty and refresh once when they are
// seen again.
#pragma once

#include "app/session/change_set.h"

#include <QWidget>

namespace neuroscribe::app {
class Session;
}

namespace neuroscribe::ui {

class Panel : public QWidget {
    Q_OBJECT
public:
    Panel(app::Session& session, QWidget* parent = nullptr);

    /// Times this panel has computed its content; tests assert it ("one slider move computes each visible panel once").
    int recomputations() const { return m_recomputations; }
    /// False while it lies behind another dock's tab: to Qt it is visible there.
    void setInFront(bool inFront);
    bool isSeen() const { return m_inFront && isVisible(); }

protected:
    /// Brings the panel up to date with `change`; called once per event-loop turn however many changes came.
    virtual void refresh(const app::ChangeSet& change) = 0;
    app::Session& session() const { return m_session; }
    /// Something that `refresh` is to know; the session's changes are noted anyway.
    void note(const app::ChangeSet& change);
    /// It was out of sight and is seen now.
    virtual void comeIntoSight() { note({}); }

    void showEvent(QShowEvent* event) override;

private:
    void flush();

    app::Session& m_session;
    app::ChangeSet m_pending = app::ChangeSet::everything();
    bool m_queued = false;
    bool m_inFront = true;
    int m_recomputations = 0;
};

} // namespace neuroscribe::ui
