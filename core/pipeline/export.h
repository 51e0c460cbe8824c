// A part of a study as one file: tables as CSV or JSON, arrays for NumPy, drawings as SVG. The window and the command
// line write the same bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/pipeline/correlation.h"
#include "core/pipeline/study.h"
#include "core/store/project.h"
#include "core/tagging/tagger.h"

namespace neuroscribe::pipeline {

enum class ExportKind : std::uint8_t {
    Tags,            ///< a row per tag with f, base rate, lift, interval, p and q
    Labels,          ///< [sentences][descriptors]: 1 yes, 0 no, undefined unanswered (-1 in NPY); of B or an annotator
    ReferenceLabels, ///< the same, of an annotator beside B
    Matrix,          ///< [neurons][descriptors]: 1 tagged, 0 not, undefined where f is (-1 in NPY)
    Correlation,     ///< of the descriptors
    HeatMap,         ///< [neurons][descriptors]: one value of each cell
    Activations,     ///< [sentences][neurons]
    Ranks,           ///< sentence ids of each neuron's exemplars, best first
    Sentences,       ///< id, half, category, words, text
    Topics,          ///< what engines named, and of how many sentences
    Answers          ///< a row per answer of a person, as labels::importLabels reads it
};
inline constexpr std::size_t kExportKinds = 11;
enum class ExportFormat : std::uint8_t { Csv, Json, JsonLines, Npy, Svg };

/// "tags", "labels", "reference-labels", "matrix", "correlation", "heatmap", "activations", "ranks", "sentences",
/// "topics", "answers".
const char* kindName(ExportKind kind);
/// "csv", "json", "jsonl", "npy", "svg"; also how the file's name ends.
const char* formatName(ExportFormat format);
/// Never empty; the first is the usual one.
std::span<const ExportFormat> formatsOf(ExportKind kind);
/// It is written from the study and at thresholds; the others from what is stored alone.
bool usesThresholds(ExportKind kind);

struct ExportRequest {
    ExportKind kind = ExportKind::Tags;
    ExportFormat format = ExportFormat::Csv;
    std::string file;
    tagging::Tagger::Value value = tagging::Tagger::Value::F; ///< of a heat map
    std::optional<tagging::Rule> rule; ///< of a heat map: its value, as it is (AUPRC no multiple), in place of `value`
    std::string annotator;             ///< of labels, empty: B; of answers, empty: everybody
    CorrelationView view = CorrelationView::Sentences; ///< of the correlation
    std::uint64_t seed = CorrelationOptions().seed;    ///< of the intervals of the correlation
};

/// Of what was written: rows of a table with all its columns, or the sides of an array.
struct ExportSize {
    std::size_t rows = 0;
    std::size_t columns = 0;
    bool operator==(const ExportSize&) const = default;
};

/// The file appears whole or not at all. study and thresholds: looked at where usesThresholds(); study may be null
/// otherwise. Errors: Unsupported (the format), MissingInput (what is to be written), NotFound (the annotator), those
/// of requireTaggable and loadRowRules, Io, DiskFull, ReadOnly, Cancelled.
Result<ExportSize> exportPart(store::Project& project, const std::shared_ptr<const StudyData>& study,
                              const tagging::Thresholds& thresholds, const ExportRequest& request, std::stop_token stop,
                              ProgressSink& progress);

} // namespace neuroscribe::pipeline
