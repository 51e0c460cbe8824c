// Figures of a panel in a window of their own: large, as a table, and to export. They stay as they were when it was
// opened.
#pragma once

#include "core/base/result.h"
#include "ui/plots/panel_figures.h"

#include <QDialog>

namespace neuroscribe::ui {

class FigurePane;
class SegmentedControl;

class FigureDialog : public QDialog {
    Q_OBJECT
public:
    /// Without a figure, or with an empty one, it says that there is nothing to show.
    explicit FigureDialog(std::vector<NamedFigure> figures, QWidget* parent = nullptr);

    FigurePane& figurePane() const { return *m_pane; }
    SegmentedControl& views() const { return *m_views; } ///< hidden where there is one figure

signals:
    void exported(const QString& path);
    void exportFailed(const neuroscribe::Error& error);

private:
    void showFigure(std::size_t figure);

    std::vector<std::shared_ptr<const io::Figure>> m_figures;
    SegmentedControl* m_views;
    FigurePane* m_pane;
};

} // namespace neuroscribe::ui
