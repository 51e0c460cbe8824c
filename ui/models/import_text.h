// Words for what an import does: formats, reasons, counts.
#pragma once

#include "core/corpus/importer.h"

#include <QString>

namespace neuroscribe::ui {

QString formatText(corpus::Format format);
QString reasonText(corpus::Reason reason);
/// verdict: as in PreviewRecord, "kept" or the name of a reason.
QString verdictText(const std::string& verdict);
/// "188 dropped: 120 too short, 40 not English"; empty when nothing was.
QString droppedText(const corpus::ImportCounts& counts);

} // namespace neuroscribe::ui
