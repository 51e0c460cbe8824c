// An edit that is being considered, and what it would do, in words.
#pragma once

#include "core/descriptors/curation.h"
#include "core/pipeline/curation_preview.h"

#include <QString>
#include <QStringList>

class QLocale;

namespace neuroscribe::ui {

/// "If you merge “gift wrapping” into “Gift / Present”"
QString conditionText(const descriptors::CurationEdit& edit);

/// "+9 −4"; "none" where no tag moves.
QString tagMovesText(const QLocale& locale, std::uint64_t appear, std::uint64_t vanish);
/// By descriptor: "Size / Fit +3 −1".
QStringList tagMoveLines(const QLocale& locale, const pipeline::Consequences& consequences);
/// "Packaging × Gift 0.31 → 0.18"
QStringList correlationLines(const QLocale& locale, const pipeline::Consequences& consequences);
/// A count; "none" instead of 0.
QString countOrNone(const QLocale& locale, std::uint64_t count);

} // namespace neuroscribe::ui
