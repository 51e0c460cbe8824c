// Exports of neurons by descriptors, the heat map and the matrix of tags, and of descriptors by descriptors.
#include <cmath>
#include <functional>

#include "core/io/figure_svg.h"
#include "core/io/figure_table.h"
#include "core/io/npy_writer.h"
#include "core/pipeline/correlation_output.h"
#include "core/pipeline/export_parts.h"

namespace neuroscribe::pipeline::exporting {
namespace {

using io::Json;

/// A row per neuron. cell: its index is that of [neurons][descriptors].
Result<ExportSize> neuronRows(const Order& order, const TaggedStudy& tagged,
                              const std::function<Json(std::size_t)>& cell) {
    const std::vector<std::string> columns = withNames("neuron", tagged.study->descriptors);
    NS_ASSIGN(io::RowWriter writer, order.rows(columns));
    ProgressMeter meter(order.progress, "export", tagged.neurons());
    std::size_t next = 0;
    for (NeuronId neuron{0}; neuron.value < tagged.neurons(); ++neuron.value) {
        NS_TRY(order.checkStop());
        std::vector<Json> row{tagged.neuron(neuron)};
        while (row.size() < columns.size())
            row.push_back(cell(next++));
        NS_TRY(writer.add(row));
        meter.update(neuron.value + 1);
    }
    NS_TRY(writer.finish());
    return ExportSize{writer.rows(), columns.size()};
}

template <class T>
Result<ExportSize> neuronArray(const Order& order, const TaggedStudy& tagged, io::NpyType type,
                               const std::vector<T>& cells) {
    const std::size_t columns = tagged.study->descriptors.size();
    NS_ASSIGN(auto writer, io::NpyWriter::create(order.request.file, type, tagged.neurons(), columns));
    NS_TRY(writer.append(std::as_bytes(std::span(cells))));
    NS_TRY(writer.finish());
    return ExportSize{tagged.neurons(), columns};
}

/// 1 tagged, 0 not, -1 undefined or excluded.
std::vector<std::int8_t> tagMatrix(TaggedStudy& tagged) {
    const std::size_t columns = tagged.study->descriptors.size();
    std::vector<float> f(tagged.neurons() * columns);
    tagged.tagger.values(tagging::Tagger::Value::F, f);
    std::vector<std::int8_t> tags(f.size());
    for (std::size_t cell = 0; cell < f.size(); ++cell) {
        const NeuronId neuron(static_cast<std::uint32_t>(cell / columns));
        const bool is = tagged.tagger.tags().tagged(neuron, static_cast<std::uint32_t>(cell % columns));
        tags[cell] = static_cast<std::int8_t>(std::isnan(f[cell]) ? -1 : (is ? 1 : 0));
    }
    return tags;
}

} // namespace

const char* valueName(const ExportRequest& request) {
    static constexpr const char* kNames[] = {"f", "lift", "p", "q", "x"};
    return request.rule ? tagging::ruleName(*request.rule) : kNames[static_cast<std::size_t>(request.value)];
}

Result<ExportSize> writeMatrix(const Order& order) {
    NS_ASSIGN(TaggedStudy tagged, order.tagged());
    const std::vector<std::int8_t> tags = tagMatrix(tagged);
    if (order.request.format == ExportFormat::Npy)
        return neuronArray(order, tagged, io::NpyType::Int8, tags);
    return neuronRows(order, tagged,
                      [&tags](std::size_t cell) { return tags[cell] < 0 ? Json(nullptr) : Json(tags[cell]); });
}

Result<ExportSize> writeHeatMap(const Order& order) {
    NS_ASSIGN(TaggedStudy tagged, order.tagged());
    std::vector<float> values(tagged.neurons() * tagged.study->descriptors.size());
    if (order.request.rule)
        tagged.tagger.ruleValues(*order.request.rule, values);
    else
        tagged.tagger.values(order.request.value, values);
    if (order.request.format == ExportFormat::Svg)
        return writeHeatSvg(order, tagged, values);
    if (order.request.format == ExportFormat::Npy)
        return neuronArray(order, tagged, io::NpyType::Float32, values);
    return neuronRows(order, tagged, [&values](std::size_t cell) {
        return std::isnan(values[cell]) ? Json(nullptr) : Json(values[cell]);
    });
}

Result<ExportSize> writeCorrelation(const Order& order) {
    const ExportRequest& request = order.request;
    if (request.view != CorrelationView::Sentences)
        NS_TRY(requireTaggable(*order.study));
    const bool pairs = request.format == ExportFormat::Csv || request.format == ExportFormat::Json;
    CorrelationOptions options;
    options.seed = request.seed;
    options.intervalPairs = pairs && request.view == CorrelationView::Sentences ? SIZE_MAX : 0;
    NS_ASSIGN(const auto correlation, correlateDescriptors(*order.study, order.thresholds, options, order.stop));
    const std::size_t size = correlation.names.size();
    if (request.format == ExportFormat::Npy) {
        NS_TRY(writeSquare(request.file, correlation, request.view));
    } else if (request.format == ExportFormat::Json) {
        NS_TRY(io::writeWhole(request.file, io::jsonText(correlationJson(correlation, request.view)) + "\n"));
    } else {
        const io::Figure figure = correlationFigure(correlation, request.view);
        NS_TRY(io::writeWhole(request.file,
                              request.format == ExportFormat::Svg ? io::figureSvg(figure) : io::figureCsv(figure)));
        if (request.format == ExportFormat::Csv)
            return ExportSize{figure.table->rows.size(), figure.table->columns.size()};
    }
    return ExportSize{size, size};
}

} // namespace neuroscribe::pipeline::exporting
