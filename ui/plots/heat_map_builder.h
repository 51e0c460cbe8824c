// From a study and its tagger to what the heat map shows.
#pragma once

#include "core/heat/order.h"
#include "core/pipeline/study.h"
#include "core/tagging/tagger.h"
#include "ui/plots/heat_map_figure.h"
#include "ui/plots/heat_map_tags.h"

#include <QString>

#include <memory>
#include <optional>

namespace neuroscribe::ui {

struct HeatMapOptions {
    HeatValue value = HeatValue::Share;
    heat::RowOrder order = heat::RowOrder::Seriated;
    std::optional<std::uint32_t> descriptor; ///< of order ByDescriptor; nothing: the first column
    bool taggedOnly = false;
    std::uint32_t firstLayer = 0;
    std::uint32_t lastLayer = UINT32_MAX; ///< inclusive
    QString nameFilter;                   ///< columns whose name contains it; empty: all
    struct Limits {
        bool operator==(const Limits&) const = default;
        double low = 0;
        double high = 1;
    };
    std::optional<Limits> limits; ///< of the shades; nothing: automatic
    bool operator==(const HeatMapOptions& other) const = default;
};

/// q: of the present counts; null while it is being computed (cells are then undefined where q is shown).
std::shared_ptr<const HeatMapFigure> buildHeatMap(const pipeline::StudyData& study, tagging::Tagger& tagger,
                                                  const stats::Enrichment::Table* enrichment,
                                                  const HeatMapOptions& options);

/// marked: with marks in the cells, else the counts alone. enrichment: as above; null leaves solid or hollow open.
std::shared_ptr<const HeatTags> buildHeatTags(tagging::Tagger& tagger, const stats::Enrichment::Table* enrichment,
                                              bool marked);

} // namespace neuroscribe::ui
