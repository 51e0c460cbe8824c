// Head of the neuron's page: its name, which half of the data is shown, neighbours, bookmark, copy.
#pragma once

#include "core/corpus/sentence.h"

#include <QWidget>

class QAction;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace neuroscribe::ui {

class SegmentedControl;

class NeuronHead : public QWidget {
    Q_OBJECT
public:
    explicit NeuronHead(QWidget* parent = nullptr);

    void setName(const QString& name);
    void setSentences(const QString& text); ///< how many the page rests on
    void setBookmarked(bool on);
    void setMarkEnabled(bool on); ///< off in a study that can't be written
    /// The buttons tell their keys. The actions outlive the head.
    void setStepActions(const QAction& previous, const QAction& next);
    corpus::Split split() const;
    void setSplit(corpus::Split split);

signals:
    void splitChosen();
    void stepped(int by); ///< -1: the neuron before, +1: the next
    void bookmarkToggled(bool on);
    void copyRequested();

private:
    QToolButton* addButton(QHBoxLayout* row, const QString& icon, const QString& toolTip, const QString& name);

    void showBookmark(bool on);

    QLabel* m_name;
    SegmentedControl* m_split;
    QToolButton *m_previous, *m_next;
    QToolButton* m_bookmark;
    QLabel* m_sentences;
};

} // namespace neuroscribe::ui
