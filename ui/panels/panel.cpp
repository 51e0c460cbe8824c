#include "ui/panels/panel.h"

#include "app/session/session.h"

#include <QMetaObject>
#include <QShowEvent>

#include <utility>

namespace neuroscribe::ui {

Panel::Panel(app::Session& session, QWidget* parent) : QWidget(parent), m_session(session) {
    connect(&session, &app::Session::changed, this, &Panel::note);
}

void Panel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_inFront)
        comeIntoSight();
}

void Panel::setInFront(bool inFront) {
    const bool wasSeen = isSeen();
    m_inFront = inFront;
    if (isSeen() && !wasSeen)
        comeIntoSight();
}

void Panel::note(const app::ChangeSet& change) {
    m_pending |= change;
    if (m_queued || !isSeen())
        return;
    m_queued = true;
    QMetaObject::invokeMethod(this, &Panel::flush, Qt::QueuedConnection);
}

void Panel::flush() {
    m_queued = false;
    if (!isSeen())
        return;
    const app::ChangeSet change = std::exchange(m_pending, {});
    if (!(change == app::ChangeSet{})) {
        ++m_recomputations;
        refresh(change);
    }
}

} // namespace neuroscribe::ui
