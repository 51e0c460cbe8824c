// Neurons x descriptors as a picture, with the same values as a table, filters, orders and export.
#pragma once

#include "core/base/ids.h"
#include "ui/panels/panel.h"
#include "ui/plots/heat_map_export.h"

#include <memory>

class QLabel;
class QModelIndex;
class QStackedWidget;

namespace neuroscribe::tagging {
struct Cell;
}

namespace neuroscribe::ui {

class EmptyState;
class HeatMapTools;
class HeatMapView;
class HeatTableModel;
class RowRulesWait;
class ValueTable;

class HeatMapPanel : public Panel {
    Q_OBJECT
public:
    explicit HeatMapPanel(app::Session& session, QWidget* parent = nullptr);

    HeatMapView& view() const { return *m_view; }
    ValueTable& table() const { return *m_table; }
    HeatMapTools& tools() const { return *m_tools; }
    /// Writes what is seen; a failure or success is told through the session.
    void exportTo(const QString& path, FigureFormat format);

signals:
    void neuronOpened(neuroscribe::NeuronId neuron); ///< Enter: the window brings the neuron's page to the front

protected:
    void refresh(const app::ChangeSet& change) override;

private:
    void rebuild();
    void showTags();
    void showEmpty(const QString& title, const QString& next);
    void showSelection();
    void pickFromTable(const QModelIndex& index);
    void showTable(bool on);
    void openColorLimits();
    void askForExport(FigureFormat format);
    QString withTag(const QString& where, const tagging::Cell& cell) const;
    QString valueText(NeuronId neuron, std::uint32_t descriptor) const;
    QString describe(NeuronId neuron, std::uint32_t descriptor) const;

    HeatMapTools* m_tools;
    RowRulesWait* m_wait;
    QStackedWidget* m_stack;
    HeatMapView* m_view;
    ValueTable* m_table;
    HeatTableModel* m_model;
    EmptyState* m_empty;
    QLabel* m_reading; ///< the numbers under the pointer or the cursor
    bool m_selecting = false;
};

} // namespace neuroscribe::ui
