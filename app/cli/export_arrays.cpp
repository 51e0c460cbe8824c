// Exports with a neuron per row or column: heat map, ranks, activations.
#include <algorithm>
#include <cmath>

#include "app/cli/export_options.h"
#include "core/base/float16.h"
#include "core/extraction/run_reader.h"
#include "core/io/npy_writer.h"
#include "core/store/segment.h"

namespace neuroscribe::cli {
namespace {

using tagging::Tagger;

Tagger::Value valueOf(const std::string& name) {
    if (name == "lift")
        return Tagger::Value::Lift;
    if (name == "p")
        return Tagger::Value::P;
    if (name == "q")
        return Tagger::Value::Q;
    return name == "x" ? Tagger::Value::X : Tagger::Value::F;
}

Json finiteOrNull(float value) {
    return std::isnan(value) ? Json(nullptr) : Json(value);
}

Result<Written> heatRows(const ExportVerb& verb, TaggingSession& session, const std::vector<float>& values) {
    std::vector<std::string> columns{"neuron"};
    for (const labels::Descriptor& descriptor : session.study->descriptors)
        columns.push_back(descriptor.name);
    const std::size_t width = columns.size() - 1;
    NS_ASSIGN(RowWriter writer, RowWriter::create(verb.out, verb.rowFormat(), columns));
    for (std::uint32_t i = 0; i < session.neurons(); ++i) {
        std::vector<Json> row{session.neuron(NeuronId(i))};
        for (std::size_t c = 0; c < width; ++c)
            row.push_back(finiteOrNull(values[i * width + c]));
        NS_TRY(writer.add(row));
    }
    NS_TRY(writer.finish());
    return Written{writer.rows(), columns.size()};
}

/// Sentence ids of a neuron's exemplars, best first.
Result<std::vector<std::int64_t>> exemplarIds(const TaggingSession& session, NeuronId neuron) {
    const auto& thresholds = session.tagger.thresholds();
    const auto split = static_cast<std::size_t>(thresholds.split);
    std::vector<std::uint32_t> positions(session.tagger.counts().exemplars);
    NS_TRY(session.study->ranks[split]->neuron(thresholds.tail, neuron, positions));
    std::vector<std::int64_t> ids;
    for (const std::uint32_t position : positions)
        ids.push_back(session.study->corpus->members[split][position].value);
    return ids;
}

Status addRanks(TaggingSession& session, NeuronId neuron, RowWriter& writer) {
    NS_ASSIGN(const auto ids, exemplarIds(session, neuron));
    const std::uint32_t units = session.study->run->units;
    for (std::size_t rank = 0; rank < ids.size(); ++rank)
        NS_TRY(writer.add({session.neuron(neuron), neuron.value / units, neuron.value % units, rank + 1, ids[rank]}));
    return {};
}

Result<Written> rankRows(const Context& context, const ExportVerb& verb, TaggingSession& session) {
    NS_ASSIGN(RowWriter writer,
              RowWriter::create(verb.out, verb.rowFormat(), {"neuron", "layer", "unit", "rank", "sentence"}));
    for (std::uint32_t i = 0; i < session.neurons(); ++i) {
        NS_TRY(checkStop(context));
        NS_TRY(addRanks(session, NeuronId(i), writer));
    }
    NS_TRY(writer.finish());
    return Written{writer.rows(), 5};
}

Result<Written> rankArray(const Context& context, const ExportVerb& verb, TaggingSession& session) {
    const std::uint32_t exemplars = session.tagger.counts().exemplars;
    NS_ASSIGN(auto writer, io::NpyWriter::create(verb.out, io::NpyType::Int64, session.neurons(), exemplars));
    for (std::uint32_t i = 0; i < session.neurons(); ++i) {
        NS_TRY(checkStop(context));
        NS_ASSIGN(const auto ids, exemplarIds(session, NeuronId(i)));
        NS_TRY(writer.append(std::as_bytes(std::span(ids))));
    }
    NS_TRY(writer.finish());
    return Written{session.neurons(), exemplars};
}

std::vector<float> toFloats(std::span<const std::byte> bytes, store::DType dtype) {
    std::vector<float> values(bytes.size() / store::sizeOf(dtype));
    if (dtype == store::DType::Float32) {
        std::copy(bytes.begin(), bytes.end(), std::as_writable_bytes(std::span(values)).begin());
        return values;
    }
    std::vector<std::uint16_t> halves(values.size());
    std::copy(bytes.begin(), bytes.end(), std::as_writable_bytes(std::span(halves)).begin());
    halfToFloat(halves, values);
    return values;
}

/// A segment is neuron-major on disk and sentence-major in the array.
Status appendSegment(const std::string& path, io::NpyWriter& writer, std::uint32_t neurons) {
    NS_ASSIGN(const auto segment, store::SegmentReader::open(path));
    const store::SegmentHeader& header = segment.header();
    if (header.neurons != neurons)
        return Error{ErrorCode::Mismatch, path, "the segment has another number of neurons than its run", ""};
    std::vector<std::byte> bytes(std::size_t{neurons} * header.sentences * store::sizeOf(header.dtype));
    NS_TRY(segment.read(NeuronId(0), neurons, bytes));
    const std::vector<float> values = toFloats(bytes, header.dtype);
    std::vector<float> row(neurons);
    for (std::uint32_t s = 0; s < header.sentences; ++s) {
        for (std::uint32_t n = 0; n < neurons; ++n)
            row[n] = values[std::size_t{n} * header.sentences + s];
        NS_TRY(writer.append(std::as_bytes(std::span(row))));
    }
    return {};
}

} // namespace

Result<Written> exportHeatMap(const Context& context, store::Project& project, const ExportVerb& verb) {
    NS_ASSIGN(TaggingSession session, startTagging(context, project, verb.thresholds));
    const std::size_t columns = session.study->descriptors.size();
    std::vector<float> values(session.neurons() * columns);
    session.tagger.values(valueOf(verb.value), values);
    if (verb.format == "svg")
        return writeHeatSvg(verb, session, values);
    if (verb.format != "npy")
        return heatRows(verb, session, values);
    NS_ASSIGN(auto writer, io::NpyWriter::create(verb.out, io::NpyType::Float32, session.neurons(), columns));
    NS_TRY(writer.append(std::as_bytes(std::span(values))));
    NS_TRY(writer.finish());
    return Written{session.neurons(), columns};
}

Result<Written> exportRanks(const Context& context, store::Project& project, const ExportVerb& verb) {
    NS_ASSIGN(TaggingSession session, startTagging(context, project, verb.thresholds));
    return verb.format == "npy" ? rankArray(context, verb, session) : rankRows(context, verb, session);
}

Result<Written> exportActivations(const Context& context, store::Project& project, const ExportVerb& verb) {
    NS_ASSIGN(const auto run, extraction::currentRun(project.connection()));
    if (!run)
        return Error{ErrorCode::MissingInput, "activations", "the study has no finished extraction",
                     "Run extract first"};
    NS_ASSIGN(auto writer, io::NpyWriter::create(verb.out, io::NpyType::Float32, run->sentences, run->neurons()));
    const std::string folder = extraction::runFolder(project.activationsFolder(), *run);
    ProgressMeter meter(*context.progress, "export", run->sentences);
    for (std::uint32_t first = 0; first < run->sentences; first += store::kSegmentSentences) {
        NS_TRY(checkStop(context));
        NS_TRY(appendSegment(store::segmentPath(folder, first / store::kSegmentSentences), writer, run->neurons()));
        meter.update(std::min(run->sentences, first + store::kSegmentSentences));
    }
    NS_TRY(writer.finish());
    return Written{run->sentences, run->neurons()};
}

} // namespace neuroscribe::cli
