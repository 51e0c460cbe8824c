#include "ui/widgets/segmented_control.h"

#include "ui/widgets/flow_layout.h"
#include "ui/widgets/segment_button.h"

#include <QButtonGroup>

namespace neuroscribe::ui {

SegmentedControl::SegmentedControl(QWidget* parent) : QWidget(parent), m_group(new QButtonGroup(this)) {
    setLayout(new FlowLayout(0)); // wraps rather than cut off a word
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool on) {
        if (on && !signalsBlocked())
            emit chosen(id);
    });
}

void SegmentedControl::addSegment(const QString& text, const QString& toolTip, int id) {
    auto* button = new SegmentButton(text, this);
    button->setToolTip(toolTip);
    button->setAccessibleDescription(toolTip);
    if (auto* last = qobject_cast<SegmentButton*>(m_group->buttons().isEmpty() ? nullptr : m_group->buttons().last()))
        last->setLast(false);
    else
        button->setFirst(true);
    button->setLast(true);
    m_group->addButton(button, id);
    layout()->addWidget(button);
    if (m_group->buttons().size() == 1)
        setCurrentId(id);
}

int SegmentedControl::currentId() const {
    return m_group->checkedId();
}

void SegmentedControl::setCurrentId(int id) {
    const bool blocked = blockSignals(true);
    if (auto* button = m_group->button(id))
        button->setChecked(true);
    blockSignals(blocked);
}

} // namespace neuroscribe::ui
