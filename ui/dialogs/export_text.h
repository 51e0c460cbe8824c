// What can be exported, in words and sizes.
#pragma once

#include "core/pipeline/export.h"

#include <QString>
#include <QStringList>

namespace neuroscribe::app {
class Session;
}

namespace neuroscribe::ui {

QString exportName(pipeline::ExportKind kind);  ///< "Tags"
QString exportAbout(pipeline::ExportKind kind); ///< one sentence: what a row is, what a value
QString formatText(pipeline::ExportFormat format);

/// annotators: other than B. Empty when the part is there; else what is missing.
QString whyNoExport(app::Session& session, const QStringList& annotators, const pipeline::ExportRequest& request);
/// Of what would be written now. The part has to be there.
pipeline::ExportSize exportSize(app::Session& session, const pipeline::ExportRequest& request);
/// "768 rows × 33 columns"; of an array also its bytes.
QString sizeText(const pipeline::ExportRequest& request, const pipeline::ExportSize& size);

} // namespace neuroscribe::ui
