#include "ui/models/evaluation_words.h"

#include "app/session/evaluation_controller.h"
#include "app/session/session.h"
#include "ui/models/format.h"

#include <QCoreApplication>
#include <QLocale>

namespace neuroscribe::ui {
namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("neuroscribe::ui::Evaluation", text);
}

std::string said(const char* text) {
    return translated(text).toStdString();
}

void addTitles(pipeline::EvaluationWords& words) {
    words.overTTitle = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "Precision and recall against t"));
    words.overTCaption =
        said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation",
                               "mean over neurons, shaded SD; dashed: bootstrap 95 %; grey: tags against the truth "
                               "of other neurons"));
    words.atTitle = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "Precision@K and recall@K"));
    words.atCaption =
        said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation",
                               "bars: bootstrap 95 % over neurons; dots: chance; the paper has 0.75 and 0.50 at K = 2, "
                               "from 20 decisions (0.53 to 0.89)"));
    words.neuronTitle =
        said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "Consistency of neurons, calibration and validation"));
    words.descriptorTitle = said(
        QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "Consistency of descriptors, calibration and validation"));
    words.consistencyCaption = said(QT_TRANSLATE_NOOP(
        "neuroscribe::ui::Evaluation", "thin: Jaccard; thick: corrected for chance; shaded and dashed: 95 %; grey: "
                                       "what tags without meaning reach"));
    words.landscapeTitle = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "k and t"));
    words.landscapeCaption = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "the ring is the study's k and t"));
    words.halvesTitle = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "Descriptors in both halves"));
    words.halvesCaption =
        said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation",
                               "share of the answered sentences, with Wilson's interval; excluded descriptors are "
                               "part of it"));
}

void addNotes(pipeline::EvaluationWords& words) {
    words.truthTop = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "truth: the first of the reference labels"));
    words.intervalFrom = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "intervals from"));
    words.undefined =
        said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "undefined where 1 - chance is below 0.05"));
    words.ranksEnded = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation",
                                              "k is near 10 %: some resampled exemplars are slightly fewer"));
    words.nothingToDraw = said(QT_TRANSLATE_NOOP(
        "neuroscribe::ui::Evaluation", "no intervals: in one half no category has two sentences to draw from"));
    words.approximate = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation",
                                               "corrected J: chance from cyclic shifts, approximate; shifts"));
    words.leftOutAt = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "left out for empty sets at t = "));
    words.judged = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "neurons judged"));
    words.undefinedCells = said(
        QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "cells with less than 90 % of reference labels, left out"));
    words.decimalPoint = QLocale().decimalPoint().toStdString();
    words.thousands = QLocale().groupSeparator().toStdString();
}

void addVerdicts(pipeline::EvaluationWords& words) {
    words.leftOutAtK = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "left out for empty sets at K = "));
    words.referenceAnswers = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "reference answers"));
    words.labelled = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "labels answered"));
    words.at = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "at t = "));
    words.noMoreThanChance =
        said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "no more than chance: the interval covers 0"));
    words.lessThanChance = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "less than chance"));
    words.chanceReachesAll =
        said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "nothing can be told: chance alone comes near 1"));
    words.noTags = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "undefined: no tag in either half"));
    words.pointValues =
        said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation",
                               "single values: intervals and chance level are in precision and recall against t"));
    words.tagsNote = said(
        QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "count of all tags, also those that chance alone would give"));
    words.undefinedPoints = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation",
                                                   "grey: undefined, nothing to compare or chance alone comes near 1"));
    words.noIntervals =
        said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "single values: intervals are in consistency"));
    words.bestT =
        said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "best t where a false tag costs so many missed ones"));
    words.costPerNeuron = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "cost of a neuron in missed tags"));
    words.heldOut = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "held out"));
    words.to = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "to"));
}

} // namespace

pipeline::EvaluationWords evaluationWords() {
    pipeline::EvaluationWords words;
    words.precision = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "precision"));
    words.recall = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "recall"));
    words.chance = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "chance"));
    words.sd = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "SD"));
    words.low = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "low"));
    words.high = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "high"));
    words.leftOut = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "left out"));
    words.used = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "used"));
    words.thresholdT = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "threshold t"));
    words.neurons = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "neurons"));
    words.truth = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "truth"));
    words.resamples = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "resamples"));
    words.seed = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "seed"));
    words.jaccard = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "Jaccard"));
    words.corrected = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "corrected for chance"));
    words.correctedJ = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "corrected J"));
    words.descriptor = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "descriptor"));
    words.calibration = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "calibration"));
    words.validation = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "validation"));
    words.tags = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "tags"));
    words.kPercent = said(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "k in %"));
    addTitles(words);
    addNotes(words);
    addVerdicts(words);
    return words;
}

QString neuronsText(const pipeline::NeuronChoice& choice, std::uint32_t unitsPerLayer) {
    using Kind = pipeline::NeuronChoice::Kind;
    if (choice.kind == Kind::All)
        return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "all"));
    if (choice.kind == Kind::Random)
        return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "%1 random, seed %2"))
            .arg(formatCount(QLocale(), choice.count))
            .arg(choice.seed);
    constexpr std::size_t kMostNames = 24;
    QStringList names;
    for (const NeuronId neuron : choice.list)
        if (static_cast<std::size_t>(names.size()) < kMostNames)
            names.push_back(neuronName(neuron, unitsPerLayer));
    QString list = names.join(QStringLiteral(", "));
    if (choice.list.size() > kMostNames)
        list = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "%1 and %2 more"))
                   .arg(list, formatCount(QLocale(), choice.list.size() - kMostNames));
    if (choice.kind != Kind::Bookmarked)
        return list;
    return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::Evaluation", "%1 bookmarked: %2"))
        .arg(formatCount(QLocale(), choice.list.size()), list);
}

pipeline::FigureSource figureSource(const app::Session& session, const app::EvaluationController& controller) {
    const auto study = session.study();
    const std::uint32_t units = study && study->run ? study->run->units : 1;
    return {session.thresholds(), neuronsText(controller.neurons(), units).toStdString(),
            controller.truth().toStdString(), controller.bootstrap(), study && study->run ? study->run->neurons() : 0};
}

} // namespace neuroscribe::ui
