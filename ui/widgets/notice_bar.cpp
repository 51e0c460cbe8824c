#include "ui/widgets/notice_bar.h"

#include "app/i18n/error_text.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/state_dot.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPlainTextEdit>
#include <QToolButton>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr int kDetailLines = 5;

QToolButton* flatButton(const QString& text, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setText(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(text);
    return button;
}

} // namespace

NoticeBar::NoticeBar(QWidget* parent)
    : QFrame(parent), m_mark(new StateDot(this)), m_text(new QLabel(this)), m_more(new QLabel(this)),
      m_action(flatButton({}, this)), m_detailsButton(flatButton(tr("Details"), this)),
      m_copy(flatButton(tr("Copy"), this)), m_log(flatButton(tr("Open log folder"), this)),
      m_close(flatButton({}, this)), m_details(new QPlainTextEdit(this)) {
    setAccessibleName(tr("Notice"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_more->setForegroundRole(QPalette::PlaceholderText);
    m_action->setAutoRaise(false);
    m_detailsButton->setCheckable(true);
    m_close->setIcon(symbolicIcon(QStringLiteral("close")));
    m_close->setAccessibleName(tr("Dismiss"));
    m_close->setToolTip(tr("Dismiss"));
    m_details->setReadOnly(true);
    m_details->setAccessibleName(tr("Details"));
    m_details->setFixedHeight(fontMetrics().lineSpacing() * kDetailLines + 12);

    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_mark);
    row->addWidget(m_text, 1);
    row->addWidget(m_more);
    row->addWidget(m_close, 0, Qt::AlignTop);
    auto* buttons = new FlowLayout(6);
    buttons->setContentsMargins(m_mark->sizeHint().width() + row->spacing(), 0, 0, 0);
    for (QToolButton* button : {m_action, m_detailsButton, m_copy, m_log})
        buttons->addWidget(button);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 8, 6);
    column->addLayout(row);
    column->addLayout(buttons);
    column->addWidget(m_details);
    setVisible(false);

    connect(m_detailsButton, &QToolButton::toggled, m_details, &QWidget::setVisible);
    connect(m_copy, &QToolButton::clicked, this, &NoticeBar::copy);
    connect(m_log, &QToolButton::clicked, this, &NoticeBar::logFolderRequested);
    connect(m_close, &QToolButton::clicked, this, &NoticeBar::dismiss);
    connect(m_action, &QToolButton::clicked, this, [this] {
        const std::function<void()> action = m_notices.front().action;
        dismiss();
        action();
    });
}

void NoticeBar::show(Notice notice) {
    const bool known = std::any_of(m_notices.begin(), m_notices.end(), [&](const Notice& other) {
        return other.text == notice.text && other.details == notice.details;
    });
    if (known)
        return;
    m_notices.push_back(std::move(notice));
    showNext();
}

void NoticeBar::showError(const Error& error) {
    show({Kind::Error, app::errorSentence(error), app::errorDetails(error), {}, {}});
}

void NoticeBar::clear() {
    m_notices.clear();
    showNext();
}

QString NoticeBar::text() const {
    return m_notices.empty() ? QString() : m_text->text();
}

void NoticeBar::showNext() {
    setVisible(!m_notices.empty());
    if (m_notices.empty())
        return;
    const Notice& notice = m_notices.front();
    const bool isError = notice.kind == Kind::Error;
    m_mark->setState(isError                        ? StateDot::State::Failed
                     : notice.kind == Kind::Warning ? StateDot::State::Stale
                                                    : StateDot::State::Info);
    m_text->setText(notice.text);
    setAccessibleDescription(notice.text);
    const int waiting = static_cast<int>(m_notices.size()) - 1;
    m_more->setText(waiting > 0 ? tr("+%1 more").arg(QLocale().toString(waiting)) : QString());
    m_action->setText(notice.actionText);
    m_action->setAccessibleName(notice.actionText);
    m_action->setVisible(!notice.actionText.isEmpty());
    m_detailsButton->setVisible(!notice.details.isEmpty());
    m_detailsButton->setChecked(false);
    m_details->setPlainText(notice.details);
    m_details->setVisible(false);
    m_copy->setVisible(notice.kind != Kind::Information || !notice.details.isEmpty());
    m_log->setVisible(isError);
    update();
}

void NoticeBar::dismiss() {
    if (!m_notices.empty())
        m_notices.pop_front();
    showNext();
}

void NoticeBar::copy() const {
    const Notice& notice = m_notices.front();
    QApplication::clipboard()->setText(notice.details.isEmpty() ? notice.text : notice.details);
}

void NoticeBar::paintEvent(QPaintEvent*) {
    if (m_notices.empty())
        return;
    const Theme theme = Theme::of(this);
    const bool isError = m_notices.front().kind == Kind::Error;
    const bool isWarning = m_notices.front().kind == Kind::Warning;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isError ? theme.negative : isWarning ? theme.warning : theme.border);
    painter.setBrush(isError ? theme.negativeSoft : isWarning ? theme.warningSoft : theme.pane);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace neuroscribe::ui
