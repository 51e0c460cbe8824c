// Exports from the activations: themselves, and ranks.
#include <algorithm>

#include "core/base/float16.h"
#include "core/extraction/run_reader.h"
#include "core/io/npy_writer.h"
#include "core/pipeline/export_parts.h"
#include "core/store/segment.h"

namespace neuroscribe::pipeline::exporting {
namespace {

/// Sentence ids of a neuron's exemplars, best first.
Result<std::vector<std::int64_t>> exemplarIds(const TaggedStudy& tagged, NeuronId neuron) {
    const auto& thresholds = tagged.tagger.thresholds();
    const auto split = static_cast<std::size_t>(thresholds.split);
    std::vector<std::uint32_t> positions(tagged.tagger.counts().exemplars);
    NS_TRY(tagged.study->ranks[split]->neuron(thresholds.tail, neuron, positions));
    std::vector<std::int64_t> ids;
    for (const std::uint32_t position : positions)
        ids.push_back(tagged.study->corpus->members[split][position].value);
    return ids;
}

Status addRanks(const TaggedStudy& tagged, NeuronId neuron, io::RowWriter& writer) {
    NS_ASSIGN(const auto ids, exemplarIds(tagged, neuron));
    const std::uint32_t units = tagged.study->run->units;
    for (std::size_t rank = 0; rank < ids.size(); ++rank)
        NS_TRY(writer.add({tagged.neuron(neuron), neuron.value / units, neuron.value % units, rank + 1, ids[rank]}));
    return {};
}

Result<ExportSize> rankRows(const Order& order, const TaggedStudy& tagged) {
    NS_ASSIGN(io::RowWriter writer, order.rows({"neuron", "layer", "unit", "rank", "sentence"}));
    ProgressMeter meter(order.progress, "export", tagged.neurons());
    for (NeuronId neuron{0}; neuron.value < tagged.neurons(); ++neuron.value) {
        NS_TRY(order.checkStop());
        NS_TRY(addRanks(tagged, neuron, writer));
        meter.update(neuron.value + 1);
    }
    NS_TRY(writer.finish());
    return ExportSize{writer.rows(), 5};
}

Result<ExportSize> rankArray(const Order& order, const TaggedStudy& tagged) {
    const std::uint32_t exemplars = tagged.tagger.counts().exemplars;
    NS_ASSIGN(auto writer, io::NpyWriter::create(order.request.file, io::NpyType::Int64, tagged.neurons(), exemplars));
    for (std::uint32_t i = 0; i < tagged.neurons(); ++i) {
        NS_TRY(order.checkStop());
        NS_ASSIGN(const auto ids, exemplarIds(tagged, NeuronId(i)));
        NS_TRY(writer.append(std::as_bytes(std::span(ids))));
    }
    NS_TRY(writer.finish());
    return ExportSize{tagged.neurons(), exemplars};
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

Result<ExportSize> writeRanks(const Order& order) {
    NS_ASSIGN(const TaggedStudy tagged, order.tagged());
    return order.request.format == ExportFormat::Npy ? rankArray(order, tagged) : rankRows(order, tagged);
}

Result<ExportSize> writeActivations(const Order& order) {
    NS_ASSIGN(const auto run, extraction::currentRun(order.project.connection()));
    if (!run)
        return Error{ErrorCode::MissingInput, "activations", "the study has no finished extraction",
                     "Run extract first"};
    NS_ASSIGN(auto writer,
              io::NpyWriter::create(order.request.file, io::NpyType::Float32, run->sentences, run->neurons()));
    const std::string folder = extraction::runFolder(order.project.activationsFolder(), *run);
    ProgressMeter meter(order.progress, "export", run->sentences);
    for (std::uint32_t first = 0; first < run->sentences; first += store::kSegmentSentences) {
        NS_TRY(order.checkStop());
        NS_TRY(appendSegment(store::segmentPath(folder, first / store::kSegmentSentences), writer, run->neurons()));
        meter.update(std::min(run->sentences, first + store::kSegmentSentences));
    }
    NS_TRY(writer.finish());
    return ExportSize{run->sentences, run->neurons()};
}

} // namespace neuroscribe::pipeline::exporting
