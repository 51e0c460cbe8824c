#include "ui/models/format.h"

#include "core/base/number_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace neuroscribe::ui {
namespace {

QString translated(const char* text) {
    return QCoreApplication::translate("neuroscribe::ui::Format", text);
}

} // namespace

QString neuronName(NeuronId neuron, std::uint32_t unitsPerLayer) {
    const std::uint32_t units = std::max(unitsPerLayer, 1U);
    return QStringLiteral("%1/%2").arg(neuron.value / units).arg(neuron.value % units);
}

std::optional<NeuronId> parseNeuronName(const QString& text, std::uint32_t layers, std::uint32_t unitsPerLayer) {
    static const QRegularExpression kPattern(QStringLiteral(R"(^\s*[lL]?(\d{1,9})(?:\s*[/:.,\s]\s*(\d{1,9}))?\s*$)"));
    const auto match = kPattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const std::uint64_t first = match.capturedView(1).toULongLong();
    if (match.capturedView(2).isEmpty()) {
        if (first >= static_cast<std::uint64_t>(layers) * unitsPerLayer)
            return std::nullopt;
        return NeuronId{static_cast<std::uint32_t>(first)};
    }
    const std::uint64_t unit = match.capturedView(2).toULongLong();
    if (first >= layers || unit >= unitsPerLayer)
        return std::nullopt;
    return NeuronId{static_cast<std::uint32_t>(first * unitsPerLayer + unit)};
}

QString undefinedText() {
    return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::Format", "undefined"));
}

QString formatFixed(const QLocale& locale, double value, int places) {
    const QString text = locale.toString(value, 'f', places);
    const bool none = std::ranges::none_of(text, [](QChar c) { return c.digitValue() > 0; });
    return value <= 0 && none ? locale.toString(0.0, 'f', places) : text;
}

QString formatF(const QLocale& locale, std::optional<double> f) {
    return f ? formatFixed(locale, *f, 2) : undefinedText();
}

QString formatLift(const QLocale& locale, std::optional<double> lift) {
    return lift ? QStringLiteral("×") + locale.toString(*lift, 'f', *lift < 99.95 ? 1 : 0) : undefinedText();
}

QString formatQ(const QLocale& locale, std::optional<double> q) {
    if (!q)
        return undefinedText();
    if (*q <= 0)
        return QStringLiteral("<1e-300");
    if (*q >= 0.0995)
        return locale.toString(*q, 'f', 2);
    if (*q >= 0.00095)
        return locale.toString(*q, 'f', 3);
    return QString::number(*q, 'e', 0).replace(QStringLiteral("e-0"), QStringLiteral("e-"));
}

QString formatInterval(const QLocale& locale, const std::optional<stats::Interval>& interval) {
    if (!interval)
        return undefinedText();
    return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::Format", "%1 to %2"))
        .arg(formatFixed(locale, interval->low, 2), formatFixed(locale, interval->high, 2));
}

QString formatRange(const QLocale& locale, const stats::Interval& interval) {
    return formatFixed(locale, interval.low, 2) + QStringLiteral("–") + formatFixed(locale, interval.high, 2);
}

QString formatPercent(const QLocale& locale, double share, int digits) {
    return translated(QT_TRANSLATE_NOOP("neuroscribe::ui::Format", "%1 %"))
        .arg(formatFixed(locale, share * 100, digits));
}

QString formatCoverage(const QLocale& locale, std::uint64_t part, std::uint64_t whole) {
    const double percent = coveragePercent(part, whole);
    return formatPercent(locale, percent / 100, percent >= 100 ? 0 : 1);
}

QString formatActivation(const QLocale& locale, double value) {
    const double size = std::abs(value);
    const int digits = size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
    return formatFixed(locale, value, digits);
}

QString formatCount(const QLocale& locale, std::uint64_t count) {
    return locale.toString(static_cast<qulonglong>(count));
}

} // namespace neuroscribe::ui
