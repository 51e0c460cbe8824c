#include "ui/panels/jobs_panel.h"

#include "app/session/session.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/job_row.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QToolButton>

namespace neuroscribe::ui {

JobsPanel::JobsPanel(app::Session& session, QWidget* parent)
    : Panel(session, parent), m_list(new QVBoxLayout), m_empty(new EmptyState(this)), m_clear(new QToolButton(this)) {
    m_empty->setTexts(tr("No jobs"), tr("Imports, labelling and extraction show here while they run."));
    m_clear->setText(tr("Clear finished"));
    m_clear->setAutoRaise(true);
    connect(m_clear, &QToolButton::clicked, this, [this] { this->session().jobs().clearFinished(); });

    auto* rows = new QWidget;
    m_list->setContentsMargins(0, 0, 0, 0);
    m_list->setSpacing(0);
    m_list->addStretch(1);
    rows->setLayout(m_list);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(rows);
    scroll->setAccessibleName(tr("Jobs"));
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(8, 2, 8, 6);
    foot->addStretch(1);
    foot->addWidget(m_clear);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_empty);
    column->addWidget(scroll, 1);
    column->addLayout(foot);

    connect(&session.jobs(), &app::JobList::jobAdded, this, &JobsPanel::addRow);
    connect(&session.jobs(), &app::JobList::jobChanged, this, &JobsPanel::updateRow);
    connect(&session.jobs(), &app::JobList::finishedCleared, this, &JobsPanel::rebuild);
    rebuild();
}

void JobsPanel::refresh(const app::ChangeSet&) {
    updateButtons();
}

void JobsPanel::addRow(app::JobId id) {
    auto* row = new JobRow(this);
    m_rows[id] = row;
    m_list->insertWidget(0, row); // newest first
    connect(row, &JobRow::cancelRequested, this, [this, id] { session().jobs().cancel(id); });
    updateRow(id);
}

void JobsPanel::updateRow(app::JobId id) {
    const app::Job* job = session().jobs().find(id);
    if (const auto row = m_rows.find(id); job && row != m_rows.end())
        row->second->setJob(*job);
    updateButtons();
}

void JobsPanel::rebuild() {
    for (const auto& [id, row] : m_rows)
        row->deleteLater();
    m_rows.clear();
    for (const app::Job& job : session().jobs().jobs())
        addRow(job.id);
    updateButtons();
}

void JobsPanel::updateButtons() {
    bool finished = false;
    for (const app::Job& job : session().jobs().jobs())
        finished |= job.state == app::JobState::Done || job.state == app::JobState::Cancelled ||
                    job.state == app::JobState::Failed;
    m_clear->setVisible(finished);
    m_empty->setVisible(m_rows.empty());
}

} // namespace neuroscribe::ui
