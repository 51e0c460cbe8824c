// Numbers and names as the panels write them, in the person's locale.
#pragma once

#include "core/base/ids.h"
#include "core/stats/enrichment.h"

#include <QString>

#include <cstdint>
#include <optional>

class QLocale;

namespace neuroscribe::ui {

/// "3/58": layer and unit, counted from 0, as the command line writes it.
QString neuronName(NeuronId neuron, std::uint32_t unitsPerLayer);
/// "3/58", "3 / 58", "L3 58" or the neuron's number; nothing if it does not exist.
std::optional<NeuronId> parseNeuronName(const QString& text, std::uint32_t layers, std::uint32_t unitsPerLayer);

/// What stands where a value is undefined (no answered exemplar, base rate 0 ...); never "0".
QString undefinedText();
/// Fixed places; what rounds to 0 has no sign.
QString formatFixed(const QLocale& locale, double value, int places);
QString formatF(const QLocale& locale, std::optional<double> f);       ///< "0.72"
QString formatLift(const QLocale& locale, std::optional<double> lift); ///< "×16.4"
/// "0.004", "1e-71"; a q that underflows is "<1e-300".
QString formatQ(const QLocale& locale, std::optional<double> q);
QString formatInterval(const QLocale& locale, const std::optional<stats::Interval>& interval); ///< "0.67 to 0.77"
/// "0.67–0.77", where there is little room.
QString formatRange(const QLocale& locale, const stats::Interval& interval);
QString formatPercent(const QLocale& locale, double share, int digits); ///< "1.00 %"
/// "28.5 %", rounded down: only what is complete reads as 100 %. The one text of how much is answered.
QString formatCoverage(const QLocale& locale, std::uint64_t part, std::uint64_t whole);
QString formatActivation(const QLocale& locale, double value); ///< 3 significant digits
QString formatCount(const QLocale& locale, std::uint64_t count);

} // namespace neuroscribe::ui
