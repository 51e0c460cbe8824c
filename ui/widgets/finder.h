// Finds a neuron, a descriptor or a sentence by typing (Ctrl+K). Choosing one makes it the selection.
#pragma once

#include "ui/models/finder_model.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;

namespace neuroscribe::app {
class Session;
}

namespace neuroscribe::ui {

class Finder : public QFrame {
    Q_OBJECT
public:
    /// A popup that closes on Escape and when clicked beside.
    explicit Finder(app::Session& session, QWidget* parent);

    /// Opens over the parent, near its top, with the text selected.
    void popUp();
    QLineEdit& input() const { return *m_input; }
    const FinderModel& results() const { return *m_model; }

signals:
    /// The selection has been set; the window brings the right page to the front.
    void chosen(neuroscribe::ui::Found::Kind kind);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void search(const QString& text);
    void searchSentences(const QString& text);
    void choose(int row);
    void moveCurrent(int by);
    void showHint(const QString& text);

    app::Session& m_session;
    QLineEdit* m_input;
    QListView* m_list;
    QLabel* m_hint;
    FinderModel* m_model;
};

} // namespace neuroscribe::ui
