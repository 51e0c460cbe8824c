// Do the tags of one half hold in the other, and where over k and t do they hold best?
#include <array>

#include "core/pipeline/evaluation_figures.h"
#include "core/pipeline/report_parts.h"

namespace neuroscribe::pipeline::report {
namespace {

ConsistencyAt at(const ConsistencyCurve& curve, std::size_t point) {
    ConsistencyAt found{curve.points[point], {}, {}};
    if (!curve.jaccard.empty())
        found.jaccard = curve.jaccard[point];
    if (!curve.corrected.empty())
        found.corrected = curve.corrected[point];
    return found;
}

std::string consistencyText(const ConsistencyAt& found, const char* what) {
    const stats::Consistency& point = found.point;
    const std::string rest =
        "; " + countedText(point.used, what) + ", " + countText(point.leftOut) + " left out (no tag in either half)";
    if (!point.jaccard)
        return "undefined" + rest;
    std::string text = "corrected for chance " + estimateText(point.corrected, found.corrected);
    if (!point.corrected)
        text += point.chance ? ", chance alone comes near 1" : ", no other pair to tell chance from";
    return text + "; plain J " + estimateText(point.jaccard, found.jaccard) + ", chance alone (J0) " +
           estimateText(point.chance, std::nullopt) + rest;
}

} // namespace

Status addConsistency(const EvaluationInput& input, io::ReportSection& section, KeyFigures& key, std::stop_token stop,
                      ProgressSink& progress) {
    using stats::ConsistencyBy;
    ConsistencyOptions chosen;
    NS_ASSIGN(chosen.neurons, chosenNeurons({NeuronChoice::Kind::All, 0, 0, {}}, input.study.run->neurons()));
    chosen.bootstrap = input.bootstrap();
    chosen.tMilli = input.tMilli();
    constexpr std::array kViews{ConsistencyBy::Neuron, ConsistencyBy::Descriptor};
    NS_ASSIGN(const auto curves,
              consistencies(input.study, input.thresholds, kViews, chosen, std::move(stop), progress));
    for (std::size_t view = 0; view < kViews.size(); ++view)
        section.figures.push_back(
            consistencyFigure(curves[view], kViews[view], {input.thresholds, "all", "", chosen.bootstrap}));
    const std::size_t own = nearestPoint(curves[0].tMilli, input.thresholds.tMilli);
    key.neurons = at(curves[0], own);
    key.descriptors = at(curves[1], own);
    const std::string ending = " at t = " + milliText(input.thresholds.tMilli);
    section.facts.emplace_back("Consistency of neurons" + ending, consistencyText(*key.neurons, "neuron"));
    section.facts.emplace_back("Consistency of descriptors" + ending, consistencyText(*key.descriptors, "descriptor"));
    return {};
}

Status addLandscape(const EvaluationInput& input, io::ReportSection& section, std::stop_token stop,
                    ProgressSink& progress) {
    const bool judged = !input.truth.annotator.empty();
    NS_ASSIGN(const tagging::Landscape found, landscapeOf(input.study, judged ? &input.truth.labels : nullptr,
                                                          input.thresholds, input.neurons, std::move(stop), progress));
    const FigureSource source{input.thresholds, input.neuronText(), input.truth.annotator, input.bootstrap()};
    for (const auto value :
         {LandscapeValue::Corrected, LandscapeValue::Tags, LandscapeValue::Precision, LandscapeValue::Recall}) {
        io::Figure figure = landscapeFigure(found, value, source);
        if (figure.isEmpty())
            continue;
        figure.title += ": " + figure.matrix->valueName;
        section.figures.push_back(std::move(figure));
    }
    return {};
}

} // namespace neuroscribe::pipeline::report
