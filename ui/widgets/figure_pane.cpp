#include "ui/widgets/figure_pane.h"

#include "core/io/figure_table.h"
#include "ui/models/figure_table_model.h"
#include "ui/plots/figure_reading.h"
#include "ui/plots/figure_view.h"
#include "ui/theme/icons.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/save_file.h"
#include "ui/widgets/small_label.h"
#include "ui/widgets/value_table.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace neuroscribe::ui {
namespace {

/// A title as the name of a file.
QString fileName(const io::Figure& figure) {
    QString name = QString::fromStdString(figure.title).toLower();
    name.replace(QRegularExpression(QStringLiteral("[^\\p{L}\\p{N}]+")), QStringLiteral("-"));
    return name.isEmpty() ? QStringLiteral("figure") : name;
}

} // namespace

FigurePane::FigurePane(QWidget* parent)
    : QWidget(parent), m_stack(new QStackedWidget(this)), m_view(new FigureView(this)), m_tablePage(new QWidget(this)),
      m_table(new ValueTable(m_tablePage)), m_caption(new SmallLabel(m_tablePage)), m_model(new FigureTableModel(this)),
      m_empty(new EmptyState(this)), m_reading(new QLabel(this)), m_tools(new QWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_tools, 0, Qt::AlignRight);
    column->addWidget(m_stack, 1);
    column->addWidget(m_reading);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_tablePage);
    buildTablePage();
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Table of a figure"));
    m_reading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_reading->setTextFormat(Qt::PlainText);
    m_reading->setContentsMargins(10, 0, 10, 0);
    m_reading->setForegroundRole(QPalette::PlaceholderText);
    addTools();
    connect(m_view, &FigureView::pointed, this, &FigurePane::showReading);
    connect(m_view, &FigureView::exportRequested, this, &FigurePane::askForExport);
    connect(m_view, &FigureView::tableRequested, m_tableButton, &QToolButton::toggle);
}

/// The table, and below it the caption: a pane too low for all of it scrolls.
void FigurePane::buildTablePage() {
    constexpr int kCaptionLines = 5;
    m_caption->setWordWrap(true);
    m_caption->setTextFormat(Qt::PlainText);
    m_caption->setContentsMargins(10, 2, 10, 2);
    auto* scroll = new QScrollArea(m_tablePage); // takes the focus: keys scroll it
    scroll->setWidget(m_caption);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    const int line = m_caption->fontMetrics().lineSpacing();
    scroll->setMinimumHeight(2 * line);
    scroll->setMaximumHeight(kCaptionLines * line + 8);
    scroll->setAccessibleName(tr("Caption"));
    auto* column = new QVBoxLayout(m_tablePage);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addWidget(scroll);
}

void FigurePane::addTools() {
    auto* row = new QHBoxLayout(m_tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    const auto add = [this, row](const QString& icon, const QString& text, const QString& toolTip) {
        auto* button = new QToolButton(m_tools);
        button->setIcon(symbolicIcon(icon));
        button->setAccessibleName(text);
        button->setToolTip(toolTip);
        row->addWidget(button);
        return button;
    };
    m_tableButton = add(QStringLiteral("table"), tr("Table"), tr("Show the same values as a table (T)"));
    m_tableButton->setCheckable(true);
    connect(m_tableButton, &QToolButton::toggled, this, &FigurePane::showTable);
    m_exportButton = add(QStringLiteral("export"), tr("Export"), tr("Write the figure or its table to a file"));
    m_exportButton->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(m_exportButton);
    const auto addFormat = [this, menu](const QString& text, FigureFormat format, double ratio) {
        menu->addAction(text, this, [this, format, ratio] { askForExport(format, ratio); });
    };
    addFormat(tr("Table (&CSV)…"), FigureFormat::Csv, 1);
    addFormat(tr("&Vector picture (SVG)…"), FigureFormat::Svg, 1);
    addFormat(tr("&Page (PDF)…"), FigureFormat::Pdf, 1);
    addFormat(tr("P&icture (PNG)…"), FigureFormat::Png, 1);
    addFormat(tr("Picture at &twice the size (PNG)…"), FigureFormat::Png, 2);
    m_exportButton->setMenu(menu);
}

void FigurePane::setFigure(std::shared_ptr<const io::Figure> figure) {
    m_view->setFigure(std::move(figure));
    m_tableStale = true;
    m_tools->setEnabled(true);
    m_table->setAccessibleName(tr("Table of %1").arg(QString::fromStdString(m_view->figure().title)));
    const QString caption = wholeCaption(m_view->figure());
    m_table->setAccessibleDescription(caption);
    m_caption->setText(caption);
    showTable(m_tableButton->isChecked());
}

void FigurePane::showEmpty(const QString& title, const QString& next) {
    m_view->setFigure(std::make_shared<io::Figure>());
    m_tableStale = true;
    m_empty->setTexts(title, next);
    m_stack->setCurrentWidget(m_empty);
    m_tools->setEnabled(false);
    m_reading->clear();
}

bool FigurePane::isShowingTable() const {
    return m_stack->currentWidget() == m_tablePage;
}

void FigurePane::showTable(bool on) {
    m_tableButton->setChecked(on);
    if (!m_tools->isEnabled())
        return;
    const bool hadFocus = m_view->hasFocus() || m_tablePage->isAncestorOf(QApplication::focusWidget());
    if (on)
        fillTable();
    m_stack->setCurrentWidget(on ? m_tablePage : static_cast<QWidget*>(m_view));
    m_reading->setVisible(!on);
    if (hadFocus)
        (on ? static_cast<QWidget*>(m_table) : m_view)->setFocus(Qt::OtherFocusReason);
}

/// Only when it is looked at: of 500 descriptors it has 125,000 rows.
void FigurePane::fillTable() {
    if (!m_tableStale)
        return;
    m_model->setTable(io::figureTable(m_view->figure()));
    m_table->horizontalHeader()->setResizeContentsPrecision(100);
    m_table->resizeColumnsToContents();
    m_tableStale = false;
}

void FigurePane::showReading(const QString& text) {
    m_reading->setText(m_reading->fontMetrics().elidedText(text, Qt::ElideRight, m_reading->contentsRect().width()));
    m_reading->setToolTip(text);
}

void FigurePane::askForExport(FigureFormat format, double pixelRatio) {
    const QString ending = fileEnding(format);
    const QString path = askWhereToSave(
        this, {tr("Export the figure"), fileName(m_view->figure()), ending, tr("%1 files").arg(ending.toUpper())});
    if (!path.isEmpty())
        exportTo(path, format, pixelRatio);
}

void FigurePane::exportTo(const QString& path, FigureFormat format, double pixelRatio) {
    if (const Status written = m_view->exportTo(path, format, pixelRatio); written)
        emit exported(path);
    else
        emit exportFailed(written.error());
}

} // namespace neuroscribe::ui
