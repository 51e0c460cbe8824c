// Base of every panel: hidden panels do not compute, they note that they are dirty and refresh once when shown.
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

protected:
    /// Brings the panel up to date with `change`; called once per event-loop turn however many changes came.
    virtual void refresh(const app::ChangeSet& change) = 0;
    app::Session& session() const { return m_session; }

    void showEvent(QShowEvent* event) override;

private:
    void note(const app::ChangeSet& change);
    void flush();

    app::Session& m_session;
    app::ChangeSet m_pending = app::ChangeSet::everything();
    bool m_queued = false;
    int m_recomputations = 0;
};

} // namespace neuroscribe::ui
