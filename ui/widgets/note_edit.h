// A short text that is stored when the field is left, or a moment after the last key: nothing typed is lost.
#pragma once

#include <QPlainTextEdit>
#include <QTimer>

namespace neuroscribe::ui {

class NoteEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit NoteEdit(QWidget* parent = nullptr);

    QString note() const { return toPlainText(); }
    /// Emits nothing; ignored while a person's text has not been stored.
    void setNote(const QString& note);
    /// Emits edited() now, if there is something to store.
    void store();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

signals:
    void edited(const QString& note);

protected:
    void focusOutEvent(QFocusEvent* event) override;

private:
    QTimer m_pause;
    QString m_stored;
};

} // namespace neuroscribe::ui
