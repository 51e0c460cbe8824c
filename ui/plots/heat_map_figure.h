// The heat map as values: what it shows (HeatMapFigure) and which part of it is in view (HeatMapWindow).
#pragma once

#include "core/base/ids.h"
#include "core/heat/raster.h"
#include "core/tagging/rule.h"

#include <QString>

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

class QLocale;

namespace neuroscribe::ui {

/// The value of each rule, whichever is in force, and q.
enum class HeatValue : std::uint8_t { Share, Occurrence, Lift, Q, R, F1, Iou, Auroc, Auprc };
/// Nothing for q.
std::optional<tagging::Rule> ruleOf(HeatValue value);
/// "share", "occurrence", "lift", "q", "r", "F1", "IoU", "AUROC", "AUPRC"; in the person's language.
QString heatValueName(HeatValue value);

/// Immutable once shown. `shown` values are what is coloured: the value itself, or -log10 q, so that larger is always
/// hotter.
struct HeatMapFigure {
    HeatValue value = HeatValue::Share;
    std::uint32_t neurons = 0;
    std::uint32_t descriptors = 0;
    std::uint32_t unitsPerLayer = 1;
    std::vector<float> shown;           ///< [neurons][descriptors], NaN undefined
    std::vector<float> ceiling;         ///< [neurons][descriptors] the most that IoU can be; empty for other values
    std::vector<NeuronId> rows;         ///< top to bottom, filtered
    std::vector<std::uint32_t> columns; ///< left to right; the excluded ones at the end
    std::uint32_t activeColumns = 0;    ///< the first so many of `columns` are not excluded
    std::vector<QString> names;         ///< [descriptors]
    heat::ColorScale scale;
    bool byLayer = false; ///< rows are in neuron order: layers are blocks

    std::uint32_t layers() const { return unitsPerLayer ? neurons / unitsPerLayer : 0; }
    /// The value itself, not its shade; NaN where undefined.
    double valueAt(NeuronId neuron, std::uint32_t descriptor) const;
    bool isEmpty() const { return rows.empty() || columns.empty(); }
};

/// A cell by its place in the figure (not by neuron and descriptor).
struct HeatCell {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    bool operator==(const HeatCell&) const = default;
};

/// The visible part, in rows and columns; last exclusive.
struct HeatMapWindow {
    double firstRow = 0, lastRow = 0;
    double firstColumn = 0, lastColumn = 0;

    bool operator==(const HeatMapWindow&) const = default;
    static HeatMapWindow whole(const HeatMapFigure& figure);
    double rowsShown() const { return lastRow - firstRow; }
    double columnsShown() const { return lastColumn - firstColumn; }
    /// Factor < 1 zooms in around a fixed place (0 top .. 1 bottom). At least 4 rows and at most all stay in view.
    HeatMapWindow zoomedRows(const HeatMapFigure& figure, double factor, double at) const;
    HeatMapWindow zoomedColumns(const HeatMapFigure& figure, double factor, double at) const;
    HeatMapWindow movedBy(const HeatMapFigure& figure, double rows, double columns) const;
    /// Moved just so far that the cell is in view.
    HeatMapWindow showing(const HeatMapFigure& figure, HeatCell cell) const;
    /// Kept inside a figure that may have changed its size.
    HeatMapWindow clampedTo(const HeatMapFigure& figure) const;
};

/// -log10 of q for colouring; q = 0 (underflow) is 300.
float shownQ(double q);
/// The value that a shade stands for: itself, 10^-shown for q.
double valueOfShown(HeatValue value, double shown);
/// "0.25", "×4.0", "1e-5"; NaN is "undefined".
QString formatValue(const QLocale& locale, HeatValue value, double number);
/// Sensible colour limits for the values in view of everything: the share 0..1, r and AUROC even on both sides of
/// chance, the others to a round number.
heat::ColorScale automaticScale(HeatValue value, const std::vector<float>& shown);

} // namespace neuroscribe::ui
