// What panels draw in their own way (histograms, bars, persistence, agreement) as figures: to look at large, with the
// table twin, and to export. Stateless; texts in the person's language.
#pragma once

#include "core/io/figure.h"
#include "core/pipeline/agreement.h"
#include "core/tagging/persistence.h"
#include "ui/models/bar_model.h"
#include "ui/models/neuron_profile.h"
#include "ui/plots/activation_plot.h"

#include <QString>

#include <optional>
#include <vector>

namespace neuroscribe::ui {

/// A figure and what it is called among others of the same button.
struct NamedFigure {
    QString name;
    io::Figure figure;
};

using FigureParameters = std::vector<std::pair<std::string, std::string>>;
/// k, t, rule, half; tail, least lift, q and top K where they are set.
FigureParameters thresholdParameters(const tagging::Thresholds& thresholds);

/// Empty without bins.
io::Figure activationFigure(const Histogram& histogram, const std::optional<ActivationPlot::Mark>& mark,
                            FigureParameters parameters);

/// How often each value of the rule occurs. counts: equal bins from low to high, on powers where logarithmic; what is
/// beyond is in the outermost ones.
struct RuleHistogram {
    std::vector<std::uint32_t> counts;
    double low = 0, high = 1;
    bool logarithmic = false;
    std::uint64_t cells = 0; ///< neurons x active descriptors, undefined ones included
};
io::Figure ruleFigure(const RuleHistogram& histogram, const tagging::Thresholds& thresholds);

/// Tagged neurons by layer or descriptor. by: "layer".
io::Figure tagBarFigure(const QString& title, const QString& by, const std::vector<Bar>& bars,
                        FigureParameters parameters);

struct LivingTag {
    QString name;
    tagging::Persistence lives;
};
/// Two figures: over t and over k. Empty without tags.
std::vector<NamedFigure> persistenceFigures(const std::vector<LivingTag>& tags, const tagging::Thresholds& thresholds,
                                            const QString& neuron);

/// Kappa with AC1, precision, recall: a place a descriptor, all together first. Empty without pairs.
std::vector<NamedFigure> agreementFigures(const pipeline::AgreementReport& report);

} // namespace neuroscribe::ui
