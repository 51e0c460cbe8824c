#include "core/pipeline/export.h"

#include <algorithm>
#include <array>

#include "core/pipeline/export_parts.h"

namespace neuroscribe::pipeline {
namespace {

using enum ExportFormat;

constexpr std::array kRows{Csv, Json, JsonLines};
constexpr std::array kRowsOrArray{Csv, Json, JsonLines, Npy};
constexpr std::array kEverything{Csv, Json, JsonLines, Npy, Svg};
constexpr std::array kFigure{Csv, Json, Npy, Svg};
constexpr std::array kArray{Npy};

struct Kind {
    const char* name;
    exporting::Write* write;
    std::span<const ExportFormat> formats;
    bool usesThresholds;
};
/// In the order of ExportKind.
constexpr std::array<Kind, kExportKinds> kKinds{{
    {"tags", exporting::writeTags, kRows, true},
    {"labels", exporting::writeLabels, kRowsOrArray, false},
    {"reference-labels", exporting::writeLabels, kRowsOrArray, false},
    {"matrix", exporting::writeMatrix, kRowsOrArray, true},
    {"correlation", exporting::writeCorrelation, kFigure, true},
    {"heatmap", exporting::writeHeatMap, kEverything, true},
    {"activations", exporting::writeActivations, kArray, false},
    {"ranks", exporting::writeRanks, kRowsOrArray, true},
    {"sentences", exporting::writeSentences, kRows, false},
    {"topics", exporting::writeTopics, kRows, false},
    {"answers", exporting::writeAnswers, kRows, false},
}};

const Kind& infoOf(ExportKind kind) {
    return kKinds[static_cast<std::size_t>(kind)];
}

} // namespace

const char* kindName(ExportKind kind) {
    return infoOf(kind).name;
}

const char* formatName(ExportFormat format) {
    static constexpr std::array kNames{"csv", "json", "jsonl", "npy", "svg"};
    return kNames[static_cast<std::size_t>(format)];
}

std::span<const ExportFormat> formatsOf(ExportKind kind) {
    return infoOf(kind).formats;
}

bool usesThresholds(ExportKind kind) {
    return infoOf(kind).usesThresholds;
}

Result<ExportSize> exportPart(store::Project& project, const std::shared_ptr<const StudyData>& study,
                              const tagging::Thresholds& thresholds, const ExportRequest& request, std::stop_token stop,
                              ProgressSink& progress) {
    const Kind& kind = infoOf(request.kind);
    if (std::ranges::find(kind.formats, request.format) == kind.formats.end())
        return Error{ErrorCode::Unsupported, formatName(request.format),
                     std::string(kind.name) + " cannot be written as this", ""};
    return kind.write({project, study, thresholds, request, std::move(stop), progress});
}

namespace exporting {

Status Order::checkStop() const {
    if (stop.stop_requested())
        return Error{ErrorCode::Cancelled, "export", "stopped, nothing was written", ""};
    return {};
}

Result<TaggedStudy> Order::tagged() const {
    const bool allRules = request.rule && tagging::isOfWholeRows(*request.rule);
    return tagStudy(study, project.connection(), thresholds, stop, progress, allRules);
}

Result<io::RowWriter> Order::rows(std::vector<std::string> columns) const {
    using io::RowFormat;
    const RowFormat format = request.format == Csv    ? RowFormat::Csv
                             : request.format == Json ? RowFormat::List
                                                      : RowFormat::Lines;
    return io::RowWriter::create(request.file, format, std::move(columns));
}

std::vector<std::string> withNames(std::string first, const std::vector<labels::Descriptor>& descriptors) {
    std::vector<std::string> columns{std::move(first)};
    for (const labels::Descriptor& descriptor : descriptors)
        columns.push_back(descriptor.name);
    return columns;
}

} // namespace exporting
} // namespace neuroscribe::pipeline
