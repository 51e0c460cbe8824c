#include "tests/journey/screen.h"

#include "tests/journey/hand.h"
#include "tests/support/catch.h"

#include <QAction>
#include <QLabel>
#include <QListView>
#include <QMainWindow>
#include <QMenuBar>
#include <QRegularExpression>
#include <QTest>

#include <cmath>

namespace neuroscribe::test {

bool says(const QString& text, double exact) {
    static const QRegularExpression number(QStringLiteral(R"(^[×<]?(-?[\d,]+(?:\.(\d+))?)(?:e(-?\d+))?$)"));
    const auto match = number.match(text);
    if (!match.hasMatch())
        return false;
    const double power = std::pow(10.0, match.capturedView(3).toInt());
    if (text.startsWith(QLatin1Char('<')))
        return exact < power;
    const double shown = match.captured(1).remove(QLatin1Char(',')).toDouble() * power;
    const double half = 0.5 * std::pow(10.0, -static_cast<double>(match.capturedView(2).size())) * power;
    return std::abs(shown - exact) <= half * (1 + 1e-6);
}

QString valueBeside(const QWidget& window, const QString& caption) {
    for (const QLabel* label : window.findChildren<QLabel*>())
        if (label->isVisible() && label->text() == caption)
            if (const auto* value = qobject_cast<const QLabel*>(label->buddy()))
                return value->text();
    FAIL("no such caption: " << caption.toStdString());
    return {};
}

QStringList visibleTexts(const QWidget& window) {
    QStringList texts;
    for (const QLabel* label : window.findChildren<QLabel*>())
        if (label->isVisible())
            texts += label->text();
    return texts;
}

bool shows(const QWidget& window, const QString& text) {
    for (const QString& one : visibleTexts(window))
        if (one.contains(text))
            return true;
    return false;
}

void waitUntilReady(const QWidget& window) {
    REQUIRE(eventually([&window] { return shows(window, QStringLiteral("Ready")); }));
    QTest::qWait(50);
}

QStringList rowsOf(const QWidget& window, const char* list) {
    const QAbstractItemModel* model = seen<QListView>(window, list).model();
    QStringList rows;
    for (int row = 0; row < model->rowCount(); ++row)
        rows += model->index(row, 0).data(Qt::AccessibleTextRole).toString();
    return rows;
}

QString selectedNeuron(const QWidget& window) {
    static const QRegularExpression named(QStringLiteral(R"(^neuron (\d+/\d+)( · .*)?$)"));
    for (const QString& text : visibleTexts(window))
        if (const auto match = named.match(text); match.hasMatch())
            return match.captured(1);
    return {};
}

QString undoEntry(const QMainWindow& window) {
    for (const QAction* top : window.menuBar()->actions())
        for (const QAction* action : top->menu()->actions())
            if (action->objectName() == QLatin1String("edit.undo"))
                return action->isEnabled() ? action->text().remove(QLatin1Char('&')) : QString();
    return {};
}

std::map<std::string, SpokenCell> spokenCells(const QWidget& window, const char* list) {
    static const QRegularExpression row(
        QStringLiteral(R"(^(.+): f (\S+) \((\S+) to (\S+)\), base rate (\S+), lift (\S+), q (\S+), )"
                       R"((\S+) of (\S+) exemplars(, tag)?, (beats chance|does not beat chance))"
                       R"((?:, adjusted for category and length: lift (\S+), p (\S+))?)"
                       R"((?:, on the other half: f (\S+), (\S+) of (\S+) exemplars)?)"
                       R"((?:, without the errors of the labels that (.+) finds: )"
                       R"(f\* (\S+) \((\S+) to (\S+)\), lift\* (\S+))?(?:, f\* undefined: (.+?))?)"
                       R"((?:, explained by (.+))?$)"));
    std::map<std::string, SpokenCell> cells;
    for (const QString& text : rowsOf(window, list)) {
        const auto match = row.match(text);
        INFO(text.toStdString());
        REQUIRE(match.hasMatch());
        cells[match.captured(1).toStdString()] = {match.captured(2),
                                                  match.captured(3),
                                                  match.captured(4),
                                                  match.captured(5),
                                                  match.captured(6),
                                                  match.captured(7),
                                                  match.captured(8),
                                                  match.captured(9),
                                                  !match.captured(10).isEmpty(),
                                                  match.captured(11) == QLatin1String("beats chance"),
                                                  match.captured(12),
                                                  match.captured(13),
                                                  match.captured(14),
                                                  match.captured(15),
                                                  match.captured(16),
                                                  match.captured(17),
                                                  match.captured(18),
                                                  match.captured(19),
                                                  match.captured(20),
                                                  match.captured(21),
                                                  match.captured(22),
                                                  match.captured(23)};
    }
    return cells;
}

} // namespace neuroscribe::test
