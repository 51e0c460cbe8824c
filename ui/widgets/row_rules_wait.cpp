#include "ui/widgets/row_rules_wait.h"

#include "app/session/session.h"
#include "ui/models/format.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

#include <utility>

namespace neuroscribe::ui {
namespace {

bool isUnderWay(const app::Job& job) {
    return job.state == app::JobState::Waiting || job.state == app::JobState::Running ||
           job.state == app::JobState::Cancelling;
}

} // namespace

RowRulesWait::RowRulesWait(app::Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_text(new QLabel(this)), m_cancel(new QToolButton(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 2, 0, 2);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_text->setWordWrap(true);
    m_text->setAccessibleName(tr("Computing rules"));
    row->addWidget(m_text, 1);
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop comparing whole rows, and show what was shown before"));
    row->addWidget(m_cancel);
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        if (m_job)
            m_session.jobs().cancel(*m_job);
    });
    connect(&session.jobs(), &app::JobList::jobAdded, this, &RowRulesWait::follow);
    connect(&session.jobs(), &app::JobList::jobChanged, this, &RowRulesWait::follow);
    for (const app::Job& job : session.jobs().jobs())
        follow(job.id);
    showState();
}

void RowRulesWait::setWanted(bool wanted) {
    m_wanted = wanted;
    showState();
}

void RowRulesWait::follow(std::uint64_t id) {
    const app::Job* job = m_session.jobs().find(id);
    if (!job || job->key != QStringLiteral("rules"))
        return;
    if (isUnderWay(*job))
        m_job = id;
    else if (m_job == id)
        m_job.reset();
    showState();
    if (job->state == app::JobState::Cancelled && m_wanted)
        emit cancelled();
}

void RowRulesWait::showState() {
    const app::Job* job = m_job ? m_session.jobs().find(*m_job) : nullptr;
    setVisible(m_wanted && job);
    if (!job)
        return;
    m_cancel->setEnabled(job->state != app::JobState::Cancelling);
    const QString what = tr("Computing r, AUROC and AUPRC of all cells; what needs them follows.");
    m_text->setText(
        job->total == 0
            ? what
            : tr("%1 %2 done.")
                  .arg(what,
                       formatPercent(QLocale(), static_cast<double>(job->done) / static_cast<double>(job->total), 0)));
}

} // namespace neuroscribe::ui
