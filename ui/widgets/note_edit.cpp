#include "ui/widgets/note_edit.h"

#include <QSignalBlocker>

namespace neuroscribe::ui {
namespace {

constexpr int kPauseMs = 800;
constexpr int kLines = 2;

} // namespace

NoteEdit::NoteEdit(QWidget* parent) : QPlainTextEdit(parent) {
    setPlaceholderText(tr("Note…"));
    setAccessibleName(tr("Note on this neuron"));
    setTabChangesFocus(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &NoteEdit::store);
    connect(this, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
}

void NoteEdit::setNote(const QString& note) {
    if (m_pause.isActive() || note == m_stored)
        return;
    const QSignalBlocker quiet(this);
    m_stored = note;
    setPlainText(note);
}

void NoteEdit::store() {
    m_pause.stop();
    if (note() == m_stored)
        return;
    m_stored = note();
    emit edited(m_stored);
}

QSize NoteEdit::sizeHint() const {
    return {200, kLines * fontMetrics().lineSpacing() + 12};
}

void NoteEdit::focusOutEvent(QFocusEvent* event) {
    store();
    QPlainTextEdit::focusOutEvent(event);
}

} // namespace neuroscribe::ui
