// What the window says, as text, and whether a text says the same as a number.
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

#include <map>

class QMainWindow;
class QWidget;

namespace neuroscribe::test {

/// The number in a text of this program: "×1.8", "0.43", "1,234", "4e-4". Equal when it is what `exact` rounds to.
bool says(const QString& text, double exact);

/// The text of the label beside a caption.
QString valueBeside(const QWidget& window, const QString& caption);
QStringList visibleTexts(const QWidget& window);
bool shows(const QWidget& window, const QString& text);
/// Until the status bar says that nothing is under way, and what was queued by then is on screen.
void waitUntilReady(const QWidget& window);
/// All rows of a list, as a screen reader speaks them.
QStringList rowsOf(const QWidget& window, const char* list);
QString selectedNeuron(const QWidget& window); ///< "3/58", as the status bar names it; empty: none
QString undoEntry(const QMainWindow& window);

/// A neuron's descriptors as its page says them aloud: the numbers of a row by what they are.
struct SpokenCell {
    QString f, low, high, baseRate, lift, q, yes, answered;
    bool tagged = false, solid = false;
    QString adjustedLift, adjustedP, otherF, otherYes, otherAnswered; ///< empty where not said, as all below
    QString judge, correctedF, correctedLow, correctedHigh, correctedLift, uncorrected, explainedBy;
};
std::map<std::string, SpokenCell> spokenCells(const QWidget& window, const char* list);

} // namespace neuroscribe::test
