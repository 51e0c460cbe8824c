#include "ui/models/correlation_words.h"

#include <QCoreApplication>

namespace neuroscribe::ui {
namespace {

std::string translated(const char* text) {
    return QCoreApplication::translate("neuroscribe::ui::CorrelationWords", text).toStdString();
}

} // namespace

pipeline::CorrelationWords correlationWords() {
#define NS_WORD(text) translated(QT_TRANSLATE_NOOP("neuroscribe::ui::CorrelationWords", text))
    pipeline::CorrelationWords words;
    words.title[0] = NS_WORD("Correlation of descriptors over sentences");
    words.title[1] = NS_WORD("Correlation of descriptor profiles over neurons");
    words.title[2] = NS_WORD("Correlation over neurons minus over sentences");
    words.caption[0] = NS_WORD("φ of the answers, where both are answered");
    words.caption[1] = NS_WORD("Pearson's r of the share f of each neuron's exemplars");
    words.caption[2] = NS_WORD("above 0: closer for the model than in the sentences");
    words.valueName[0] = NS_WORD("φ");
    words.valueName[2] = NS_WORD("r − φ");
    words.sentences = NS_WORD("sentences");
    words.neurons = NS_WORD("neurons");
    words.answered = NS_WORD("answered");
    words.split = NS_WORD("half");
    words.tail = NS_WORD("tail");
    words.halves[0] = NS_WORD("calibration");
    words.halves[1] = NS_WORD("validation");
    words.tails[0] = NS_WORD("top");
    words.tails[1] = NS_WORD("bottom");
    words.resamples = NS_WORD("resamples");
    words.seed = NS_WORD("seed");
    words.order = NS_WORD("order: alike beside alike (optimal leaf order of average linkage on 1 − φ)");
    words.interval = NS_WORD("interval: multinomial bootstrap of the 2×2 table");
    words.undefinedPairs = NS_WORD("undefined pairs, one of them never varies");
    words.first = NS_WORD("descriptor");
    words.second = NS_WORD("other descriptor");
    words.low = NS_WORD("low");
    words.high = NS_WORD("high");
    words.both = NS_WORD("both");
    words.firstOnly = NS_WORD("first only");
    words.secondOnly = NS_WORD("second only");
    words.neither = NS_WORD("neither");
#undef NS_WORD
    return words;
}

} // namespace neuroscribe::ui
