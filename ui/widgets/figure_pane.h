// A figure with all that belongs to one: the drawing or its table twin, a line that reads out what is pointed at, and
// export. Panels put figures in; what a figure is made of, this does not know.
#pragma once

#include "core/base/result.h"
#include "core/io/figure.h"
#include "ui/plots/figure_file.h"

#include <QWidget>

#include <memory>

class QLabel;
class QStackedWidget;
class QToolButton;

namespace neuroscribe::ui {

class EmptyState;
class FigureTableModel;
class FigureView;
class ValueTable;

class FigurePane : public QWidget {
    Q_OBJECT
public:
    explicit FigurePane(QWidget* parent = nullptr);

    /// An empty figure shows nothing; say why by showEmpty.
    void setFigure(std::shared_ptr<const io::Figure> figure);
    void showEmpty(const QString& title, const QString& next);
    bool isShowingTable() const;
    QLabel& tableCaption() const { return *m_caption; } ///< below the table: all that the drawing's caption says
    FigureView& view() const { return *m_view; }
    ValueTable& table() const { return *m_table; }
    FigureTableModel& model() const { return *m_model; }
    /// The buttons Table and Export: a window moves them to the head of the pane.
    QWidget* tools() const { return m_tools; }
    /// Without a dialog; tells how it went.
    void exportTo(const QString& path, FigureFormat format, double pixelRatio);

public slots:
    void showTable(bool on);

signals:
    void exported(const QString& path);
    void exportFailed(const neuroscribe::Error& error);

private:
    void addTools();
    void buildTablePage();
    void askForExport(FigureFormat format, double pixelRatio);
    void showReading(const QString& text);
    void fillTable();

    QStackedWidget* m_stack;
    FigureView* m_view;
    QWidget* m_tablePage;
    ValueTable* m_table;
    QLabel* m_caption;
    FigureTableModel* m_model;
    EmptyState* m_empty;
    QLabel* m_reading;
    QWidget* m_tools;
    QToolButton* m_tableButton = nullptr;
    QToolButton* m_exportButton = nullptr;
    bool m_tableStale = true;
};

} // namespace neuroscribe::ui
