#include "ui/widgets/empty_state.h"

#include <QLabel>
#include <QVBoxLayout>

namespace neuroscribe::ui {

EmptyState::EmptyState(QWidget* parent) : QWidget(parent), m_title(new QLabel(this)), m_next(new QLabel(this)) {
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_next->setForegroundRole(QPalette::PlaceholderText);
    auto* column = new QVBoxLayout(this);
    column->addStretch();
    for (QLabel* label : {m_title, m_next}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        column->addWidget(label);
    }
    column->addStretch();
}

void EmptyState::setTexts(const QString& title, const QString& next) {
    m_title->setText(title);
    m_next->setText(next);
    m_next->setVisible(!next.isEmpty());
}

} // namespace neuroscribe::ui
