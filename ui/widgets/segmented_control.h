// A few exclusive choices side by side; one Tab stop, arrow keys move the choice.
#pragma once

#include <QWidget>

class QButtonGroup;

namespace neuroscribe::ui {

class SegmentedControl : public QWidget {
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget* parent = nullptr);

    void addSegment(const QString& text, const QString& toolTip, int id);
    int currentId() const;
    /// Emits nothing.
    void setCurrentId(int id);

signals:
    void chosen(int id); ///< by the person

private:
    QButtonGroup* m_group;
};

} // namespace neuroscribe::ui
