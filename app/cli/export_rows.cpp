// Exports that are tables: tags, labels, sentences.
#include <algorithm>
#include <array>

#include "app/cli/export_options.h"
#include "core/descriptors/description.h"
#include "core/io/npy_writer.h"

namespace neuroscribe::cli {
namespace {

using labels::Answer;

constexpr std::uint32_t kBlock = 1024;

Json answerJson(Answer answer) {
    return answer == Answer::Unanswered ? Json(nullptr) : Json(answer == Answer::Yes ? 1 : 0);
}

std::vector<std::string> withNames(std::string first, const std::vector<labels::Descriptor>& descriptors) {
    std::vector<std::string> columns{std::move(first)};
    for (const labels::Descriptor& descriptor : descriptors)
        columns.push_back(descriptor.name);
    return columns;
}

Result<Written> labelRows(const Context& context, const ExportVerb& verb, const labels::LabelMatrix& matrix,
                          const std::vector<labels::Descriptor>& descriptors) {
    NS_ASSIGN(RowWriter writer, RowWriter::create(verb.out, verb.rowFormat(), withNames("id", descriptors)));
    std::vector<Json> row(descriptors.size() + 1);
    for (std::uint32_t id = 0; id < matrix.sentences(); ++id) {
        NS_TRY(checkStop(context));
        row[0] = id;
        for (std::uint32_t c = 0; c < matrix.descriptors(); ++c)
            row[c + 1] = answerJson(matrix.at(SentenceId(id), c));
        NS_TRY(writer.add(row));
    }
    NS_TRY(writer.finish());
    return Written{writer.rows(), row.size()};
}

/// What tag-matrix reads: 1 yes, 0 no, -1 unanswered.
Result<Written> labelArray(const ExportVerb& verb, const labels::LabelMatrix& matrix) {
    NS_ASSIGN(auto writer,
              io::NpyWriter::create(verb.out, io::NpyType::Int8, matrix.sentences(), matrix.descriptors()));
    std::vector<std::int8_t> row(matrix.descriptors());
    for (std::uint32_t id = 0; id < matrix.sentences(); ++id) {
        for (std::uint32_t c = 0; c < matrix.descriptors(); ++c)
            row[c] = static_cast<std::int8_t>(static_cast<int>(matrix.at(SentenceId(id), c)) - 1);
        NS_TRY(writer.append(std::as_bytes(std::span(row))));
    }
    NS_TRY(writer.finish());
    return Written{matrix.sentences(), matrix.descriptors()};
}

/// Of what `tag` says about a cell, the plain values.
constexpr std::array kTagColumns{"neuron", "layer", "unit", "descriptor", "f",   "base_rate", "lift",
                                 "low",    "high",  "p",    "q",          "yes", "answered",  "solid"};

Status addTags(TaggingSession& session, RowWriter& writer, NeuronId neuron) {
    for (const std::uint32_t column : session.tagsOf(neuron)) {
        std::vector<Json> row;
        Json cells = neuronJson(session, neuron);
        cells.update(tagJson(session, neuron, column));
        for (const char* name : kTagColumns)
            row.push_back(cells.at(name));
        NS_TRY(writer.add(row));
    }
    return {};
}

} // namespace

Result<Written> exportTags(const Context& context, store::Project& project, const ExportVerb& verb) {
    NS_ASSIGN(TaggingSession session, startTagging(context, project, verb.thresholds));
    const std::vector<std::string> columns(kTagColumns.begin(), kTagColumns.end());
    NS_ASSIGN(RowWriter writer, RowWriter::create(verb.out, verb.rowFormat(), columns));
    for (std::uint32_t i = 0; i < session.neurons(); ++i) {
        NS_TRY(checkStop(context));
        NS_TRY(addTags(session, writer, NeuronId(i)));
    }
    NS_TRY(writer.finish());
    return Written{writer.rows(), columns.size()};
}

Result<Written> exportLabels(const Context& context, store::Project& project, const ExportVerb& verb) {
    NS_ASSIGN(const auto descriptors, labels::loadDescriptors(project.connection()));
    if (descriptors.empty())
        return Error{ErrorCode::MissingInput, "labels", "the study has no descriptors", "Run label first"};
    const std::string annotator = verb.annotator.empty() ? labels::kLabelMatrixName : verb.annotator;
    NS_ASSIGN(const auto known, labels::loadAnnotators(project.connection()));
    if (std::find(known.begin(), known.end(), annotator) == known.end())
        return Error{ErrorCode::NotFound, annotator, "nobody of this name has answered anything", ""};
    NS_ASSIGN(const auto matrix, labels::loadLabels(project.connection(), descriptors, annotator));
    return verb.format == "npy" ? labelArray(verb, matrix) : labelRows(context, verb, matrix, descriptors);
}

Result<Written> exportTopics(const Context& context, store::Project& project, const ExportVerb& verb) {
    NS_ASSIGN(const auto topics, descriptors::loadRawDescriptors(project.connection()));
    if (topics.empty())
        return Error{ErrorCode::MissingInput, "topics", "no engine has named any", "Run describe first"};
    NS_ASSIGN(RowWriter writer, RowWriter::create(verb.out, verb.rowFormat(), {"name", "sentences"}));
    for (const descriptors::RawDescriptor& topic : topics) {
        NS_TRY(checkStop(context));
        NS_TRY(writer.add({topic.name, topic.sentences}));
    }
    NS_TRY(writer.finish());
    return Written{writer.rows(), 2};
}

Result<Written> exportSentences(const Context& context, store::Project& project, const ExportVerb& verb) {
    NS_ASSIGN(const auto index, corpus::loadIndex(project.connection()));
    const std::vector<std::string> columns{"id", "split", "category", "words", "text"};
    NS_ASSIGN(RowWriter writer, RowWriter::create(verb.out, verb.rowFormat(), columns));
    for (std::uint32_t first = 0; first < index.size(); first += kBlock) {
        NS_TRY(checkStop(context));
        const auto count = std::min<std::uint32_t>(kBlock, static_cast<std::uint32_t>(index.size()) - first);
        NS_ASSIGN(const auto texts, corpus::loadTexts(project.connection(), SentenceId(first), count));
        for (std::uint32_t i = 0; i < texts.size(); ++i) {
            const std::uint32_t id = first + i;
            NS_TRY(writer.add({id, pipeline::splitName(index.split[id]), index.categories[index.category[id]],
                               index.words[id], texts[i]}));
        }
    }
    NS_TRY(writer.finish());
    return Written{writer.rows(), columns.size()};
}

} // namespace neuroscribe::cli
