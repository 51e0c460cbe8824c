// Exports of pairs of descriptors and of the matrix of tags.
#include <cmath>

#include "app/cli/correlation_output.h"
#include "app/cli/export_options.h"
#include "core/io/figure_svg.h"
#include "core/io/figure_table.h"
#include "core/io/npy_writer.h"

namespace neuroscribe::cli {
namespace {

using pipeline::CorrelationView;

/// 1 tagged, 0 not, -1 undefined or excluded.
std::vector<std::int8_t> tagMatrix(TaggingSession& session, std::size_t columns) {
    std::vector<float> f(session.neurons() * columns);
    session.tagger.values(tagging::Tagger::Value::F, f);
    std::vector<std::int8_t> tags(f.size());
    for (std::size_t cell = 0; cell < f.size(); ++cell) {
        const NeuronId neuron(static_cast<std::uint32_t>(cell / columns));
        const bool tagged = session.tagger.tags().tagged(neuron, static_cast<std::uint32_t>(cell % columns));
        tags[cell] = static_cast<std::int8_t>(std::isnan(f[cell]) ? -1 : (tagged ? 1 : 0));
    }
    return tags;
}

Result<Written> tagRows(const ExportVerb& verb, const TaggingSession& session, const std::vector<std::int8_t>& tags) {
    std::vector<std::string> columns{"neuron"};
    for (const labels::Descriptor& descriptor : session.study->descriptors)
        columns.push_back(descriptor.name);
    NS_ASSIGN(RowWriter writer, RowWriter::create(verb.out, verb.rowFormat(), columns));
    const std::size_t width = columns.size() - 1;
    for (std::uint32_t i = 0; i < session.neurons(); ++i) {
        std::vector<Json> row{session.neuron(NeuronId(i))};
        for (std::size_t c = 0; c < width; ++c)
            row.push_back(tags[i * width + c] < 0 ? Json(nullptr) : Json(tags[i * width + c]));
        NS_TRY(writer.add(row));
    }
    NS_TRY(writer.finish());
    return Written{writer.rows(), columns.size()};
}

} // namespace

Result<Written> exportTagMatrix(const Context& context, store::Project& project, const ExportVerb& verb) {
    NS_ASSIGN(TaggingSession session, startTagging(context, project, verb.thresholds));
    const std::size_t columns = session.study->descriptors.size();
    const std::vector<std::int8_t> tags = tagMatrix(session, columns);
    if (verb.format != "npy")
        return tagRows(verb, session, tags);
    NS_ASSIGN(auto writer, io::NpyWriter::create(verb.out, io::NpyType::Int8, session.neurons(), columns));
    NS_TRY(writer.append(std::as_bytes(std::span(tags))));
    NS_TRY(writer.finish());
    return Written{session.neurons(), columns};
}

Result<Written> exportCorrelation(const Context& context, store::Project& project, const ExportVerb& verb) {
    NS_ASSIGN(const auto study, pipeline::loadStudy(project));
    NS_ASSIGN(const CorrelationView view, pipeline::parseView(verb.view));
    NS_ASSIGN(const tagging::Thresholds thresholds, verb.thresholds.over(study->thresholds));
    if (view != CorrelationView::Sentences)
        NS_TRY(pipeline::requireTaggable(*study));
    pipeline::CorrelationOptions options;
    options.seed = context.seed.value_or(options.seed);
    const bool intervals = view == CorrelationView::Sentences && (verb.format == "csv" || verb.format == "json");
    options.intervalPairs = intervals ? SIZE_MAX : 0;
    NS_ASSIGN(const auto correlation, pipeline::correlateDescriptors(*study, thresholds, options, context.stop));
    const std::size_t size = correlation.names.size();
    if (verb.format == "npy") {
        NS_TRY(writeSquare(verb.out, correlation, view));
        return Written{size, size};
    }
    const io::Figure figure = pipeline::correlationFigure(correlation, view);
    if (verb.format == "csv") {
        NS_TRY(writeWhole(verb.out, io::figureCsv(figure)));
        return Written{figure.table->rows.size(), figure.table->columns.size()};
    }
    NS_TRY(writeWhole(verb.out, verb.format == "svg" ? io::figureSvg(figure)
                                                     : jsonText(correlationJson(correlation, view)) + "\n"));
    return Written{size, size};
}

} // namespace neuroscribe::cli
