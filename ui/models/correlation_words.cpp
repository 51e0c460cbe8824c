#include "ui/models/correlation_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace neuroscribe::ui {
namespace {

std::string translated(const char* text) {
    return QCoreApplication::translate("neuroscribe::ui::CorrelationWords", text).toStdString();
}

} // namespace

pipeline::CorrelationWords correlationWords() {
    pipeline::CorrelationWords words;
    words.title[0] =
        translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "Correlation of descriptors over sentences"));
    words.title[1] = translated(
        QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "Correlation of descriptor profiles over neurons"));
    words.title[2] = translated(
        QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "Correlation over neurons minus over sentences"));
    words.caption[0] =
        translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "φ of the answers, where both are answered"));
    words.caption[1] = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords",
                                                    "Pearson's r of the share f of each neuron's exemplars"));
    words.caption[2] = translated(
        QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "above 0: closer for the model than in the sentences"));
    words.valueName[0] = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "φ"));
    words.valueName[2] = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "r − φ"));
    words.sentences = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "sentences"));
    words.neurons = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "neurons"));
    words.answered = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "answered"));
    words.split = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "half"));
    words.tail = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "tail"));
    words.halves[0] = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "calibration"));
    words.halves[1] = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "validation"));
    words.tails[0] = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "top"));
    words.tails[1] = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "bottom"));
    words.resamples = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "resamples"));
    words.seed = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "seed"));
    words.order =
        translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords",
                                     "order: alike beside alike (optimal leaf order of average linkage on 1 − φ)"));
    words.interval = translated(
        QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "interval: multinomial bootstrap of the 2×2 table"));
    words.undefinedPairs =
        translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "undefined pairs, one of them never varies"));
    words.chance = translated(
        QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords",
                          "0: independent; q: Fisher's exact test, two-sided, Benjamini-Hochberg over all pairs"));
    words.noInterval = translated(
        QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "single values: over neurons no interval is defined"));
    words.pairs = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "both answered"));
    words.thousands = QLocale().groupSeparator().toStdString();
    words.first = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "descriptor"));
    words.second = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "other descriptor"));
    words.low = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "low"));
    words.high = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "high"));
    words.both = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "both"));
    words.firstOnly = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "first only"));
    words.secondOnly = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "second only"));
    words.neither = translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", "neither"));
    return words;
}

} // namespace neuroscribe::ui
