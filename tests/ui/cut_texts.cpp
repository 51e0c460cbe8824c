#include "tests/ui/cut_texts.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QToolButton>

namespace neuroscribe::test {
namespace {

bool isCut(const QLabel& label) {
    if (label.text().isEmpty())
        return false;
    if (label.wordWrap())
        return label.heightForWidth(label.width()) > label.height() ||
               label.minimumSizeHint().width() > label.width(); // a word wider than the label
    return label.sizeHint().width() > label.width() || label.sizeHint().height() > label.height();
}

bool isCut(const QAbstractButton& button) {
    const auto* tool = qobject_cast<const QToolButton*>(&button);
    const bool iconOnly = tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly && !tool->icon().isNull();
    return !iconOnly && !button.text().isEmpty() &&
           (button.sizeHint().width() > button.width() || button.sizeHint().height() > button.height());
}

bool isCut(const QComboBox& combo) {
    QStyleOptionComboBox option;
    option.initFrom(&combo);
    option.editable = combo.isEditable();
    const QRect field =
        combo.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &combo);
    return combo.fontMetrics().horizontalAdvance(combo.currentText()) > field.width();
}

bool isCut(const QAbstractSpinBox& spin) {
    const auto* field = spin.findChild<QLineEdit*>();
    return field && spin.fontMetrics().horizontalAdvance(spin.text()) > field->contentsRect().width();
}

/// In words, for what is not one text.
QStringList cutParts(const QTabBar& tabs) {
    QStringList cut;
    for (int i = 0; i < tabs.count(); ++i) {
        const QRect tab = tabs.tabRect(i);
        const QString shown = QString(tabs.tabText(i)).remove(QLatin1Char('&'));
        const bool reachable = tabs.usesScrollButtons() || tabs.rect().contains(tab);
        if (!reachable || tabs.fontMetrics().horizontalAdvance(shown) > tab.width())
            cut += QStringLiteral("tab: ") + tabs.tabText(i);
    }
    return cut;
}

QStringList cutParts(const QHeaderView& head) {
    QStringList cut;
    if (head.orientation() == Qt::Horizontal)
        for (int i = 0; i < head.count(); ++i)
            if (!head.isSectionHidden(i) && head.sectionSizeHint(i) > head.sectionSize(i))
                cut += QStringLiteral("column: ") + head.model()->headerData(i, Qt::Horizontal).toString();
    return cut;
}

template <class Widget>
void collect(const QWidget& widget, QStringList& cut, QString (Widget::*text)() const) {
    if (const auto* shown = qobject_cast<const Widget*>(&widget); shown && isCut(*shown))
        cut += QString::fromLatin1(widget.metaObject()->className()) + QStringLiteral(": ") + (shown->*text)();
}

} // namespace

QStringList cutTexts(const QWidget& root) {
    QStringList cut;
    for (const QWidget* widget : root.findChildren<QWidget*>()) {
        if (!widget->isVisible() || widget->visibleRegion().isEmpty())
            continue;
        collect<QLabel>(*widget, cut, &QLabel::text);
        collect<QAbstractButton>(*widget, cut, &QAbstractButton::text);
        collect<QComboBox>(*widget, cut, &QComboBox::currentText);
        collect<QAbstractSpinBox>(*widget, cut, &QAbstractSpinBox::text);
        if (const auto* tabs = qobject_cast<const QTabBar*>(widget))
            cut += cutParts(*tabs);
        if (const auto* head = qobject_cast<const QHeaderView*>(widget))
            cut += cutParts(*head);
    }
    return cut;
}

} // namespace neuroscribe::test
