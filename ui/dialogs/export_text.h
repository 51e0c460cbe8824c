// What can be exported, in words and sizes.
#pragma once

#include "core/pipeline/export.h"

#include <QString>
#include <QStringList>

namespace neuroscribe::app {
class Session;
}

namespace neuroscribe::ui {

/// Who beside the model has said something.
struct Answerers {
    QStringList annotators;  ///< other than B
    std::size_t answers = 0; ///< of people, one by one
};

QString exportName(pipeline::ExportKind kind);  ///< "Tags"
QString exportAbout(pipeline::ExportKind kind); ///< one sentence: what a row is, what a value
QString formatText(pipeline::ExportFormat format);

/// Empty when the part is there; else what is missing.
QString whyNoExport(app::Session& session, const Answerers& answerers, const pipeline::ExportRequest& request);
/// Of what would be written now. The part has to be there.
pipeline::ExportSize exportSize(app::Session& session, const Answerers& answerers,
                                const pipeline::ExportRequest& request);
/// "768 rows × 33 columns"; of an array also its bytes.
QString sizeText(const pipeline::ExportRequest& request, const pipeline::ExportSize& size);

} // namespace neuroscribe::ui
