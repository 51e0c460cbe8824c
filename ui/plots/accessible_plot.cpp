#include "ui/plots/accessible_plot.h"

#include "ui/plots/activation_plot.h"
#include "ui/plots/figure_view.h"
#include "ui/plots/heat_map_view.h"

#include <QAccessible>

namespace neuroscribe::ui {
namespace {

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    if (qobject_cast<HeatMapView*>(object) || qobject_cast<ActivationPlot*>(object) ||
        qobject_cast<FigureView*>(object))
        return new AccessiblePlot(static_cast<QWidget*>(object));
    return nullptr;
}

} // namespace

void AccessiblePlot::install() {
    QAccessible::installFactory(makeInterface);
}

} // namespace neuroscribe::ui
