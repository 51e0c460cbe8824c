// What `export` was asked for.
#pragma once

#include <span>
#include <string>

#include "app/cli/row_writer.h"
#include "app/cli/tagging_session.h"

namespace neuroscribe::cli {

struct ExportVerb {
    std::string what, format, out;
    std::string value = "f";        ///< of a heat map: f, lift, p, q, x
    std::string annotator;          ///< of labels
    std::string view = "sentences"; ///< of the correlation
    ThresholdOptions thresholds;

    RowFormat rowFormat() const {
        return format == "csv" ? RowFormat::Csv : (format == "json" ? RowFormat::List : RowFormat::Lines);
    }
};

/// Size of what was written.
struct Written {
    std::size_t rows = 0;
    std::size_t columns = 0;
};

Result<Written> exportTags(const Context& context, store::Project& project, const ExportVerb& verb);
Result<Written> exportLabels(const Context& context, store::Project& project, const ExportVerb& verb);
Result<Written> exportHeatMap(const Context& context, store::Project& project, const ExportVerb& verb);
Result<Written> exportActivations(const Context& context, store::Project& project, const ExportVerb& verb);
Result<Written> exportRanks(const Context& context, store::Project& project, const ExportVerb& verb);
Result<Written> exportTopics(const Context& context, store::Project& project, const ExportVerb& verb);
Result<Written> exportTagMatrix(const Context& context, store::Project& project, const ExportVerb& verb);
Result<Written> exportCorrelation(const Context& context, store::Project& project, const ExportVerb& verb);
Result<Written> exportSentences(const Context& context, store::Project& project, const ExportVerb& verb);

/// values: as Tagger::values gives them.
Result<Written> writeHeatSvg(const ExportVerb& verb, const TaggingSession& session, std::span<const float> values);

/// Cancelled when the person asked to stop.
inline Status checkStop(const Context& context) {
    if (context.stop.stop_requested())
        return Error{ErrorCode::Cancelled, "export", "stopped, nothing was written", ""};
    return {};
}

} // namespace neuroscribe::cli
