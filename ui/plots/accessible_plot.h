// A plot as a screen reader sees it: a chart with a name and a description that follows the cursor.
#pragma once

#include <QAccessibleWidget>

namespace neuroscribe::ui {

class AccessiblePlot : public QAccessibleWidget {
public:
    explicit AccessiblePlot(QWidget* plot) : QAccessibleWidget(plot, QAccessible::Chart) {}
    /// Makes Qt use this class for every plot of this folder; more than one call does nothing.
    static void install();
};

} // namespace neuroscribe::ui
