// The controls above the heat map. They hold the options; the panel draws from them.
#pragma once

#include "ui/plots/heat_map_builder.h"
#include "ui/plots/heat_map_export.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QSpinBox;
class QToolButton;

namespace neuroscribe::ui {

class CoverageBadge;
class SearchField;
class SegmentedControl;

class HeatMapTools : public QWidget {
    Q_OBJECT
public:
    explicit HeatMapTools(QWidget* parent = nullptr);

    const HeatMapOptions& options() const { return m_options; }
    /// Follows the selection; matters to the order "by descriptor" only.
    void setDescriptor(std::optional<std::uint32_t> descriptor) { m_options.descriptor = descriptor; }
    void showValue(HeatValue value);
    void setLimits(std::optional<HeatMapOptions::Limits> limits);
    /// The layers that are shown stay where there are as many as before, else all are.
    void setLayers(std::uint32_t layers);
    void showAllLayers();
    void showCounts(std::size_t rows, std::size_t neurons, std::size_t columns, std::size_t descriptors);
    void setCoverage(std::uint64_t answered, std::uint64_t asked);
    bool tableShown() const;
    bool tagsMarked() const;
    void setTagsMarked(bool on); ///< as remembered
    SegmentedControl& values() const { return *m_values; }
    SegmentedControl& orders() const { return *m_orders; }
    /// How much is shown and what it rests on; the window moves them to the head of the pane.
    QLabel* counts() const { return m_counts; }
    CoverageBadge* badge() const { return m_badge; }

signals:
    void optionsChanged();
    void tagsMarkedChanged(bool on);
    void tableToggled(bool on);
    void limitsRequested();
    void exportRequested(neuroscribe::ui::FigureFormat format);

private:
    void addSegments();
    void addFilters();
    void addExport();
    QToolButton* addButton(const QString& icon, const QString& text, const QString& toolTip);

    HeatMapOptions m_options;
    std::uint32_t m_layers = 0;
    QLabel* m_counts;
    CoverageBadge* m_badge;
    SegmentedControl* m_values;
    SegmentedControl* m_orders;
    SearchField* m_name;
    QCheckBox* m_taggedOnly;
    QCheckBox* m_markTags;
    QSpinBox* m_firstLayer;
    QSpinBox* m_lastLayer;
    QToolButton* m_tableButton;
};

} // namespace neuroscribe::ui
