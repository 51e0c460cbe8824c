// Figures of an evaluation (the paper's figures 5, 6, 7 and 9, and the landscape of k and t): the window, the report
// and exports draw the same values.
#pragma once

#include <optional>
#include <string>

#include "core/io/figure.h"
#include "core/pipeline/evaluation.h"

namespace neuroscribe::pipeline {

/// The words of the figures; the window puts its own language in.
struct EvaluationWords {
    std::string precision = "precision", recall = "recall", chance = "chance", sd = "SD";
    std::string low = "low", high = "high", leftOut = "left out", used = "used";
    std::string thresholdT = "threshold t", neurons = "neurons", truth = "truth", resamples = "resamples",
                seed = "seed";
    std::string jaccard = "Jaccard", corrected = "corrected for chance", correctedJ = "corrected J",
                descriptor = "descriptor";
    std::string calibration = "calibration", validation = "validation", tags = "tags", kPercent = "k in %";
    std::string overTTitle = "Precision and recall against t";
    std::string overTCaption = "mean over neurons, shaded SD; dashed: bootstrap 95 %; grey: tags against the truth of "
                               "other neurons";
    std::string atTitle = "Precision@K and recall@K";
    std::string atCaption =
        "bars: bootstrap 95 % over neurons; dots: chance; the paper has 0.75 and 0.50 at K = 2, from "
        "20 decisions (0.53 to 0.89)";
    std::string truthTop = "truth: the first of the reference labels";
    std::string neuronTitle = "Consistency of neurons, calibration and validation";
    std::string descriptorTitle = "Consistency of descriptors, calibration and validation";
    std::string consistencyCaption =
        "thin: Jaccard; thick: corrected for chance; shaded and dashed: 95 %; grey: what tags "
        "without meaning reach";
    std::string intervalFrom = "intervals from";
    std::string undefined = "undefined where 1 - chance is below 0.05";
    std::string ranksEnded = "k is near 10 %: some resampled exemplars are slightly fewer";
    std::string nothingToDraw = "no intervals: in one half no category has two sentences to draw from";
    std::string landscapeTitle = "k and t";
    std::string landscapeCaption = "the ring is the study's k and t";
    std::string approximate = "corrected J: chance from cyclic shifts, approximate; shifts";
    std::string halvesTitle = "Descriptors in both halves";
    std::string halvesCaption = "share of the answered sentences, with Wilson's interval; excluded ones are part of it";
    std::string leftOutAt = "left out for empty sets at t = "; ///< the value follows
    std::string leftOutAtK = "left out for empty sets at K = ";
    std::string judged = "neurons judged";
    std::string referenceAnswers = "reference answers";
    std::string undefinedCells = "cells with less than 90 % of reference labels, left out";
    std::string labelled = "labels answered";
    std::string at = "at t = "; ///< the value follows
    std::string noMoreThanChance = "no more than chance: the interval covers 0";
    std::string lessThanChance = "less than chance";
    std::string chanceReachesAll = "nothing can be told: chance alone comes near 1";
    std::string noTags = "undefined: no tag in either half";
    std::string pointValues = "single values: intervals and chance level are in precision and recall against t";
    std::string tagsNote = "count of all tags, also those that chance alone would give";
    std::string undefinedPoints = "grey: undefined, nothing to compare or chance alone comes near 1";
    std::string noIntervals = "single values: intervals are in consistency";
    std::string bestT = "best t where a false tag costs so many missed ones"; ///< ": 2" follows
    std::string costPerNeuron = "cost of a neuron in missed tags", heldOut = "held out", to = "to";
    std::string sentences = "sentences";
    std::string decimalPoint = "."; ///< in texts; axes have the reader's own
    std::string thousands = ",";    ///< between groups of three digits
};

/// What figures say about where their numbers come from.
struct FigureSource {
    tagging::Thresholds thresholds;
    std::string neurons; ///< "10 random, seed 1"
    std::string truth;   ///< name of the annotator; may be empty
    stats::BootstrapOptions bootstrap;
    std::uint32_t allNeurons = 0; ///< of the model, of the values that are of all of them; 0: not said
};

/// "0.35" of 350, without zeros at the end.
std::string milliText(std::uint32_t milli, const EvaluationWords& words = {});

io::Figure precisionRecallFigure(const Evaluation& evaluation, const FigureSource& source,
                                 const EvaluationWords& words = {});
io::Figure precisionAtFigure(const Evaluation& evaluation, const FigureSource& source, std::uint32_t top,
                             const EvaluationWords& words = {});
io::Figure consistencyFigure(const ConsistencyCurve& curve, stats::ConsistencyBy by, const FigureSource& source,
                             const EvaluationWords& words = {});

enum class LandscapeValue : std::uint8_t { Tags, Precision, Recall, Corrected };
/// Empty where no point of the landscape has the value (precision without reference labels).
io::Figure landscapeFigure(const tagging::Landscape& landscape, LandscapeValue value, const FigureSource& source,
                           const EvaluationWords& words = {});
/// A note of the best t with what it costs, apparent and held out. falseMilli: as it was chosen for.
void noteBestThreshold(io::Figure& figure, const stats::BestThreshold& best, std::uint32_t falseMilli,
                       const EvaluationWords& words = {});

/// The share of sentences with each descriptor in both halves, the most frequent first. Empty without labels.
io::Figure halvesFigure(const StudyData& study, const EvaluationWords& words = {});

} // namespace neuroscribe::pipeline
