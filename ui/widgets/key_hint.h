// A command with its key, written where it works: a click does the same as the key.
#pragma once

#include <QAbstractButton>
#include <QString>

class QAction;

namespace neuroscribe::ui {

/// A command and what its key is said to do.
struct HintedAction {
    QAction* action;
    QString text;
};

/// "Exclude (X)": a text with the key of its command, where it has one.
QString withKey(const QString& text, const QAction& action);

class KeyHint : public QAbstractButton {
    Q_OBJECT
public:
    /// text: what the key does, shorter than the action's own. Follows the action's key, and whether it can be done.
    KeyHint(QAction* action, const QString& text, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    void follow();
    int capWidth() const;
    QAction* m_action;
    QString m_key;
};

} // namespace neuroscribe::ui
