// The card a panel lies on: a rounded surface with a hairline, and its head with the title.
#pragma once

#include <QFrame>
#include <QString>

class QLabel;

namespace neuroscribe::ui {

class FlowLayout;

/// Which corners a part of the card rounds.
enum class PanePart { Head, Body, Whole };

/// Sets the surface colour for everything on it.
class Pane : public QFrame {
    Q_OBJECT
public:
    explicit Pane(PanePart part, QWidget* parent = nullptr);
    /// Fills the pane.
    void setContent(QWidget* content);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void takeSurface();
    PanePart m_part;
};

/// Title bar of a dock: dragging it moves the dock.
class PaneHead : public Pane {
    Q_OBJECT
public:
    explicit PaneHead(const QString& title, QWidget* parent = nullptr);
    /// Stands beside the title, or below it where the pane is narrow.
    void addNote(QWidget* note);
    /// Under a tab that says the title already, only a grip for dragging remains.
    void setCompact(bool compact);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    FlowLayout* m_row;
    QLabel* m_title;
    bool m_compact = false;
};

} // namespace neuroscribe::ui
