// What a panel shows when it has nothing to show: why, and what to do next.
#pragma once

#include <QWidget>

class QLabel;

namespace neuroscribe::ui {

class EmptyState : public QWidget {
    Q_OBJECT
public:
    explicit EmptyState(QWidget* parent = nullptr);
    void setTexts(const QString& title, const QString& next);

private:
    QLabel* m_title;
    QLabel* m_next;
};

} // namespace neuroscribe::ui
