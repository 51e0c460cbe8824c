#include "core/extraction/run_reader.h"

#include <cstring>
#include <filesystem>
#include <new>

#include "core/base/float16.h"
#include "core/extraction/segment_input.h"

namespace neuroscribe::extraction {

std::string runFolder(const std::string& activationsFolder, const RunInfo& run) {
    return (std::filesystem::path(activationsFolder) / run.folder).string();
}

Status checkSegment(const store::SegmentHeader& header, const RunInfo& run, std::uint32_t index,
                    std::uint32_t sentences, const std::string& path) {
    if (header.run.hex() != run.runHash || header.neurons != run.neurons() || header.dtype != run.dtype ||
        header.index != index)
        return Error{ErrorCode::Stale, path, "this segment belongs to another run", "Run the extraction again"};
    if (header.sentences != sentences)
        return Error{ErrorCode::Stale, path,
                     "the segment holds " + std::to_string(header.sentences) + " sentences instead of " +
                         std::to_string(sentences),
                     "Run the extraction again"};
    return {};
}

Result<RunReader> RunReader::open(const std::string& activationsFolder, const RunInfo& run) {
    std::vector<store::SegmentReader> segments;
    const std::string folder = runFolder(activationsFolder, run);
    for (std::uint32_t i = 0; i < segmentCount(run.sentences); ++i) {
        const std::string path = store::segmentPath(folder, i);
        auto reader = store::SegmentReader::open(path);
        if (!reader && reader.error().code == ErrorCode::NotFound)
            return Error{ErrorCode::NotFound, path, "a segment of activations is missing",
                         "Run the extraction again: it makes this segment only"};
        if (!reader)
            return reader.error();
        NS_TRY(checkSegment(reader->header(), run, i, segmentSentences(run.sentences, i), path));
        segments.push_back(std::move(*reader));
    }
    return RunReader(std::move(segments));
}

Status RunReader::visit(NeuronId first, std::uint32_t count, const Visitor& visitor) const {
    std::vector<std::byte> values;
    for (const store::SegmentReader& segment : m_segments) {
        const store::SegmentHeader& header = segment.header();
        values.resize(std::size_t{count} * header.sentences * store::sizeOf(header.dtype));
        NS_TRY(segment.read(first, count, values));
        visitor(header, values);
    }
    return {};
}

Status readNeuron(const std::string& activationsFolder, const RunInfo& run, NeuronId neuron,
                  std::span<float> values) try {
    if (neuron.value >= run.neurons() || values.size() != run.sentences)
        return Error{ErrorCode::InvalidArgument, "neuron " + std::to_string(neuron.value),
                     "there is no such neuron, or the space for its values has the wrong size", ""};
    NS_ASSIGN(const RunReader reader, RunReader::open(activationsFolder, run));
    return reader.visit(neuron, 1, [&](const store::SegmentHeader& header, std::span<const std::byte> bytes) {
        const auto out = values.subspan(header.firstSentence, header.sentences);
        if (header.dtype == store::DType::Float16)
            halfToFloat({reinterpret_cast<const std::uint16_t*>(bytes.data()), out.size()}, out);
        else
            std::memcpy(out.data(), bytes.data(), bytes.size());
    });
} catch (const std::bad_alloc&) {
    return Error{ErrorCode::OutOfMemory, "activations", "not enough memory to read a neuron", ""};
}

} // namespace neuroscribe::extraction
