#include "ui/panels/history_panel.h"

#include "app/session/session.h"
#include "ui/models/edit_history_model.h"
#include "ui/models/format.h"
#include "ui/widgets/coverage_badge.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/history_delegate.h"

#include <QListView>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace neuroscribe::ui {

HistoryPanel::HistoryPanel(app::Session& session, QWidget* parent)
    : Panel(session, parent), m_count(new CoverageBadge(this)), m_stack(new QStackedWidget(this)),
      m_list(new QListView(this)), m_model(new EditHistoryModel(this)) {
    auto* empty = new EmptyState(this);
    empty->setTexts(tr("No edits yet"),
                    tr("Everything you do to the clusters is kept here, and any state can be gone back to."));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new HistoryDelegate(this));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Edits of the clusters, the newest first"));
    m_list->setToolTip(tr("Double click or Enter goes to the state after an edit"));
    m_count->setAccessibleName(tr("Edits"));
    m_count->hide();
    m_stack->addWidget(empty);
    m_stack->addWidget(m_list);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    connect(m_list, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        this->session().curation().jumpTo(static_cast<std::size_t>(m_model->doneAt(index.row())));
    });
    connect(&session.curation(), &app::CurationController::historyChanged, this, [this] { note({.curation = true}); });
}

void HistoryPanel::refresh(const app::ChangeSet& change) {
    if (!change.curation && !change.study)
        return;
    const app::CurationController& curation = session().curation();
    m_model->setHistory(curation.history(), curation.done());
    m_stack->setCurrentIndex(m_model->edits() > 0 ? 1 : 0);
    m_count->setVisible(m_model->edits() > 0);
    m_count->setNote(tr("%Ln edit(s)", nullptr, m_model->edits()),
                     tr("%1 of them are in force").arg(formatCount(QLocale(), curation.done())));
    const QModelIndex now = m_model->index(m_model->currentRow());
    m_list->setCurrentIndex(now);
    m_list->scrollTo(now);
}

} // namespace neuroscribe::ui
