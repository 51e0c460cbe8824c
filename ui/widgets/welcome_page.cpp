#include "ui/widgets/welcome_page.h"

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "ui/theme/icons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/job_row.h"
#include "ui/widgets/step_row.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

namespace neuroscribe::ui {
namespace {

constexpr int kColumnWidth = 520;
constexpr int kIconSide = 56;
constexpr int kProgressSteps = 1000;
constexpr int kRowPadding = 12;
constexpr int kFolderRole = Qt::UserRole;

/// A column of fixed width in the middle of the page.
QVBoxLayout* centredColumn(QWidget* page) {
    auto* column = new QWidget(page);
    column->setMaximumWidth(kColumnWidth);
    auto* inner = new QVBoxLayout(column);
    inner->setSpacing(10);
    auto* row = new QHBoxLayout(page);
    row->addStretch(1);
    row->addWidget(column, 4);
    row->addStretch(1);
    inner->addStretch(2);
    return inner;
}

QLabel* heading(const QString& text, double size, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * size);
    font.setWeight(QFont::DemiBold);
    label->setFont(font);
    label->setWordWrap(true);
    return label;
}

QString withoutMnemonic(QString text) {
    return text.remove(QLatin1Char('&'));
}

} // namespace

WelcomePage::WelcomePage(app::Session& session, app::Settings& settings, const std::vector<QAction*>& actions,
                         QWidget* parent)
    : QWidget(parent), m_session(session), m_settings(settings), m_pages(new QStackedWidget(this)) {
    m_pages->addWidget(beginPage(actions));
    m_pages->addWidget(waitPage());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    connect(&session.jobs(), &app::JobList::jobChanged, this, &WelcomePage::showProgress);
    refresh();
}

QWidget* WelcomePage::beginPage(const std::vector<QAction*>& actions) {
    auto* page = new QWidget;
    QVBoxLayout* column = centredColumn(page);
    auto* icon = new QLabel(page);
    icon->setPixmap(applicationIcon().pixmap(QSize(kIconSide, kIconSide), devicePixelRatioF()));
    column->addWidget(icon);
    column->addWidget(heading(tr("Describe the neurons of a language model in words"), 1.5, page));
    auto* text = new QLabel(tr("The built-in study needs nothing: 49,000 definitions of nouns, a small BERT, 32 "
                               "descriptors. It is made on this machine in about two minutes; nothing leaves it."),
                            page);
    text->setWordWrap(true);
    text->setForegroundRole(QPalette::PlaceholderText);
    column->addWidget(text);
    auto* row = new FlowLayout(8);
    for (QAction* action : actions) {
        const bool first = action == actions.front();
        auto* button =
            new QPushButton(first ? tr("Explore the built-in study") : withoutMnemonic(action->text()), page);
        button->setDefault(first);
        button->setAutoDefault(true);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        row->addWidget(button);
    }
    column->addSpacing(4);
    column->addLayout(row);
    column->addSpacing(16);
    m_recentTitle = heading(tr("Recent studies"), 1.0, page);
    column->addWidget(m_recentTitle);
    m_recent = new QListWidget(page);
    m_recent->setAccessibleName(tr("Recent studies"));
    m_recent->setFrameShape(QFrame::NoFrame);
    m_recent->viewport()->setAutoFillBackground(false);
    m_recent->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_recent->setTextElideMode(Qt::ElideMiddle);
    const auto choose = [this](QListWidgetItem* item) { emit studyChosen(item->data(kFolderRole).toString()); };
    connect(m_recent, &QListWidget::itemActivated, this, choose);
    connect(m_recent, &QListWidget::itemClicked, this, choose);
    column->addWidget(m_recent, 3);
    column->addStretch(3);
    return page;
}

QWidget* WelcomePage::waitPage() {
    auto* page = new QWidget;
    QVBoxLayout* column = centredColumn(page);
    m_what = heading({}, 1.25, page);
    m_step = new QLabel(page);
    m_step->setForegroundRole(QPalette::PlaceholderText);
    m_progress = new QProgressBar(page);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(14);
    m_stop = new QPushButton(tr("Stop"), page);
    m_stop->setToolTip(tr("Stop; what is finished is kept"));
    connect(m_stop, &QPushButton::clicked, this, [this] { m_session.cancelAllJobs(); });
    column->addWidget(m_what);
    column->addWidget(m_progress);
    column->addWidget(m_step);
    column->addWidget(m_stop, 0, Qt::AlignLeft);
    column->addStretch(3);
    return page;
}

void WelcomePage::refresh() {
    m_recent->clear();
    for (const QString& folder : m_settings.recentStudies()) {
        auto* item = new QListWidgetItem(QFileInfo(folder).fileName() + QStringLiteral("   ") +
                                             QDir::toNativeSeparators(QFileInfo(folder).path()),
                                         m_recent);
        item->setData(kFolderRole, folder);
        item->setSizeHint(QSize(0, fontMetrics().height() + kRowPadding));
        item->setToolTip(QDir::toNativeSeparators(folder));
    }
    m_recent->setVisible(m_recent->count() != 0);
    m_recentTitle->setVisible(m_recent->count() != 0);
    m_pages->setCurrentIndex(m_session.isOpening() ? 1 : 0);
    showProgress();
}

void WelcomePage::showProgress() {
    const app::Job* job = m_session.jobs().active();
    m_what->setText(job && job->key == QLatin1String("demo") ? tr("Making the built-in study")
                                                             : tr("Opening %1").arg(m_session.title()));
    m_progress->setAccessibleName(m_what->text());
    m_stop->setVisible(job != nullptr);
    const bool known = job && job->total != 0;
    m_progress->setMaximum(known ? kProgressSteps : 0);
    m_progress->setValue(known ? static_cast<int>(kProgressSteps * job->done / job->total) : 0);
    QString step = job ? jobStepText(job->step) : QString();
    if (job && job->remainingSeconds)
        step += QStringLiteral(" · ") + remainingText(*job->remainingSeconds);
    m_step->setText(step);
}

} // namespace neuroscribe::ui
