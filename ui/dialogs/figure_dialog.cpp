#include "ui/dialogs/figure_dialog.h"

#include "ui/plots/figure_view.h"
#include "ui/widgets/figure_pane.h"
#include "ui/widgets/segmented_control.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace neuroscribe::ui {
namespace {

constexpr QSize kSize(760, 560);

} // namespace

FigureDialog::FigureDialog(std::vector<NamedFigure> figures, QWidget* parent)
    : QDialog(parent), m_views(new SegmentedControl(this)), m_pane(new FigurePane(this)) {
    m_views->setAccessibleName(tr("Figures"));
    for (NamedFigure& named : figures) {
        m_views->addSegment(named.name, QString::fromStdString(named.figure.title), static_cast<int>(m_figures.size()));
        m_figures.push_back(std::make_shared<const io::Figure>(std::move(named.figure)));
    }
    m_views->setVisible(m_figures.size() > 1);
    auto* head = new QHBoxLayout;
    head->addWidget(m_views);
    head->addStretch(1);
    head->addWidget(m_pane->tools());
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addLayout(head);
    column->addWidget(m_pane, 1);
    column->addWidget(buttons);
    connect(m_views, &SegmentedControl::chosen, this,
            [this](int figure) { showFigure(static_cast<std::size_t>(figure)); });
    connect(m_pane, &FigurePane::exported, this, &FigureDialog::exported);
    connect(m_pane, &FigurePane::exportFailed, this, &FigureDialog::exportFailed);
    if (!m_figures.empty())
        m_views->setCurrentId(0);
    showFigure(0);
    resize(kSize);
    m_pane->view().setFocus();
}

void FigureDialog::showFigure(std::size_t figure) {
    if (figure >= m_figures.size() || m_figures[figure]->isEmpty()) {
        setWindowTitle(tr("Figure"));
        return m_pane->showEmpty(tr("Nothing to show"), tr("There are no values to draw yet."));
    }
    setWindowTitle(QString::fromStdString(m_figures[figure]->title));
    m_pane->setFigure(m_figures[figure]);
}

} // namespace neuroscribe::ui
