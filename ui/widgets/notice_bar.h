// A bar that tells and does not block: what happened, details on demand, copy, and what can be done about it.
#pragma once

#include "core/base/result.h"

#include <QFrame>
#include <QString>

#include <deque>
#include <functional>

class QHBoxLayout;
class QLabel;
class QPlainTextEdit;
class QToolButton;

namespace neuroscribe::ui {

class StateDot;

/// Shows one notice at a time; later ones wait behind it and are counted. An equal notice is not repeated.
class NoticeBar : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Information, Warning, Error };
    struct Notice {
        Kind kind = Kind::Information;
        QString text;
        QString details;    ///< shown on demand; may be empty
        QString actionText; ///< of the one button that helps; empty: none
        std::function<void()> action;
    };

    explicit NoticeBar(QWidget* parent = nullptr);

    void show(Notice notice);
    void showError(const Error& error);
    void clear();
    QString text() const; ///< what is on screen; empty when hidden

signals:
    void logFolderRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void showNext();
    void dismiss();
    void copy() const;

    std::deque<Notice> m_notices; ///< the first is on screen
    StateDot* m_mark;
    QLabel* m_text;
    QLabel* m_more;
    QToolButton* m_action;
    QToolButton* m_detailsButton;
    QToolButton* m_copy;
    QToolButton* m_log;
    QToolButton* m_close;
    QPlainTextEdit* m_details;
};

} // namespace neuroscribe::ui
