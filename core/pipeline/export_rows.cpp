// Exports that are tables: tags, labels, topics, sentences.
#include <algorithm>
#include <map>

#include "core/base/joined.h"
#include "core/descriptors/description.h"
#include "core/io/npy_writer.h"
#include "core/labels/person_answer_writer.h"
#include "core/pipeline/export_parts.h"

namespace neuroscribe::pipeline::exporting {
namespace {

using io::Json;
using labels::Answer;

constexpr std::uint32_t kBlock = 1024;

Json answerJson(Answer answer) {
    return answer == Answer::Unanswered ? Json(nullptr) : Json(answer == Answer::Yes ? 1 : 0);
}

Result<ExportSize> labelRows(const Order& order, const labels::LabelMatrix& matrix,
                             const std::vector<labels::Descriptor>& descriptors) {
    NS_ASSIGN(io::RowWriter writer, order.rows(withNames("id", descriptors)));
    std::vector<Json> row(descriptors.size() + 1);
    ProgressMeter meter(order.progress, "export", matrix.sentences());
    for (std::uint32_t id = 0; id < matrix.sentences(); ++id) {
        NS_TRY(order.checkStop());
        row[0] = id;
        for (std::uint32_t c = 0; c < matrix.descriptors(); ++c)
            row[c + 1] = answerJson(matrix.at(SentenceId(id), c));
        NS_TRY(writer.add(row));
        meter.update(id + 1);
    }
    NS_TRY(writer.finish());
    return ExportSize{writer.rows(), row.size()};
}

/// What tag-matrix reads: 1 yes, 0 no, -1 unanswered.
Result<ExportSize> labelArray(const Order& order, const labels::LabelMatrix& matrix) {
    NS_ASSIGN(auto writer,
              io::NpyWriter::create(order.request.file, io::NpyType::Int8, matrix.sentences(), matrix.descriptors()));
    std::vector<std::int8_t> row(matrix.descriptors());
    for (std::uint32_t id = 0; id < matrix.sentences(); ++id) {
        NS_TRY(order.checkStop());
        for (std::uint32_t c = 0; c < matrix.descriptors(); ++c)
            row[c] = static_cast<std::int8_t>(static_cast<int>(matrix.at(SentenceId(id), c)) - 1);
        NS_TRY(writer.append(std::as_bytes(std::span(row))));
    }
    NS_TRY(writer.finish());
    return ExportSize{matrix.sentences(), matrix.descriptors()};
}

const std::vector<std::string>& tagColumns() {
    static const std::vector<std::string> kColumns{"neuron",    "layer", "unit",     "descriptor", "f",
                                                   "base_rate", "lift",  "low",      "high",       "p",
                                                   "q",         "yes",   "answered", "solid"};
    return kColumns;
}

/// In the order of tagColumns().
std::vector<Json> tagRow(TaggedStudy& tagged, NeuronId neuron, std::uint32_t column) {
    const tagging::Cell cell = tagged.tagger.cell(neuron, column);
    const std::uint32_t units = tagged.study->run->units;
    return {tagged.neuron(neuron),
            neuron.value / units,
            neuron.value % units,
            tagged.study->descriptors[column].name,
            io::orNull(cell.f),
            io::orNull(cell.baseRate),
            io::orNull(cell.lift),
            cell.interval ? Json(cell.interval->low) : Json(nullptr),
            cell.interval ? Json(cell.interval->high) : Json(nullptr),
            io::orNull(cell.p),
            io::orNull(cell.q),
            cell.yes,
            cell.answered,
            tagged.solid(cell)};
}

const std::vector<std::string>& answerColumns() {
    static const std::vector<std::string> kColumns{"id",    "descriptor", "question", "annotator",  "answer",
                                                   "drawn", "model",      "weight",   "answered_at"};
    return kColumns;
}

/// In the order of answerColumns(). What is not known is null: a name of today, what B said, the weight, the time.
std::vector<Json> answerRow(const std::string& person, const labels::PersonAnswer& answer,
                            const std::map<std::string, std::string>& names) {
    const auto name = names.find(answer.question);
    return {answer.sentence.value,
            name == names.end() ? Json(nullptr) : Json(name->second),
            answer.question,
            person,
            labels::verdictName(answer.verdict),
            labels::drawnName(answer.drawn),
            answer.model == Answer::Unanswered ? Json(nullptr) : Json(answer.model == Answer::Yes ? "yes" : "no"),
            answer.weight > 0 ? Json(answer.weight) : Json(nullptr),
            answer.answeredAt > 0 ? Json(answer.answeredAt) : Json(nullptr)};
}

} // namespace

Result<ExportSize> writeTags(const Order& order) {
    NS_ASSIGN(TaggedStudy tagged, order.tagged());
    NS_ASSIGN(io::RowWriter writer, order.rows(tagColumns()));
    ProgressMeter meter(order.progress, "export", tagged.neurons());
    for (NeuronId neuron{0}; neuron.value < tagged.neurons(); ++neuron.value) {
        NS_TRY(order.checkStop());
        for (const std::uint32_t column : tagged.tagsOf(neuron))
            NS_TRY(writer.add(tagRow(tagged, neuron, column)));
        meter.update(neuron.value + 1);
    }
    NS_TRY(writer.finish());
    return ExportSize{writer.rows(), tagColumns().size()};
}

Result<ExportSize> writeLabels(const Order& order) {
    store::Database& database = order.project.connection();
    NS_ASSIGN(const auto descriptors, labels::loadDescriptors(database));
    if (descriptors.empty())
        return Error{ErrorCode::MissingInput, "labels", "the study has no descriptors", "Run label first"};
    const std::string& asked = order.request.annotator;
    const std::string annotator = asked.empty() ? labels::kLabelMatrixName : asked;
    NS_ASSIGN(const auto known, labels::loadAnnotators(database));
    if (std::find(known.begin(), known.end(), annotator) == known.end())
        return Error{ErrorCode::NotFound, annotator, "nobody of this name has answered anything", ""};
    NS_ASSIGN(const auto matrix, labels::loadLabels(database, descriptors, annotator));
    return order.request.format == ExportFormat::Npy ? labelArray(order, matrix)
                                                     : labelRows(order, matrix, descriptors);
}

Result<ExportSize> writeAnswers(const Order& order) {
    store::Database& database = order.project.connection();
    NS_ASSIGN(auto people, labels::loadPeople(database));
    if (people.empty())
        return Error{ErrorCode::MissingInput, "answers", "no person has answered yet",
                     "Answer in the window, or import answers with label --import FILE --as NAME"};
    const std::string& asked = order.request.annotator;
    if (!asked.empty() && std::ranges::find(people, asked) == people.end())
        return Error{ErrorCode::NotFound, asked, "no person of this name has answered anything",
                     "There are: " + joined(people)};
    if (!asked.empty())
        people = {asked};
    NS_ASSIGN(const auto descriptors, labels::loadDescriptors(database));
    std::map<std::string, std::string> names;
    for (const labels::Descriptor& descriptor : descriptors)
        for (const std::string& question : descriptor.questions())
            names[question] = descriptor.name;
    NS_ASSIGN(io::RowWriter writer, order.rows(answerColumns()));
    for (const std::string& person : people) {
        NS_ASSIGN(const auto answers, labels::loadPersonAnswers(database, person));
        for (const labels::PersonAnswer& answer : answers) {
            NS_TRY(order.checkStop());
            NS_TRY(writer.add(answerRow(person, answer, names)));
        }
    }
    NS_TRY(writer.finish());
    return ExportSize{writer.rows(), answerColumns().size()};
}

Result<ExportSize> writeTopics(const Order& order) {
    NS_ASSIGN(const auto topics, descriptors::loadRawDescriptors(order.project.connection()));
    if (topics.empty())
        return Error{ErrorCode::MissingInput, "topics", "no engine has named any", "Run describe first"};
    NS_ASSIGN(io::RowWriter writer, order.rows({"name", "sentences"}));
    for (const descriptors::RawDescriptor& topic : topics) {
        NS_TRY(order.checkStop());
        NS_TRY(writer.add({topic.name, topic.sentences}));
    }
    NS_TRY(writer.finish());
    return ExportSize{writer.rows(), 2};
}

Result<ExportSize> writeSentences(const Order& order) {
    store::Database& database = order.project.connection();
    NS_ASSIGN(const auto index, corpus::loadIndex(database));
    const auto size = static_cast<std::uint32_t>(index.size());
    NS_ASSIGN(io::RowWriter writer, order.rows({"id", "split", "category", "words", "text"}));
    ProgressMeter meter(order.progress, "export", size);
    for (std::uint32_t first = 0; first < size; first += kBlock) {
        NS_TRY(order.checkStop());
        NS_ASSIGN(const auto texts, corpus::loadTexts(database, SentenceId(first), std::min(kBlock, size - first)));
        for (std::uint32_t i = 0; i < texts.size(); ++i) {
            const std::uint32_t id = first + i;
            NS_TRY(writer.add(
                {id, splitName(index.split[id]), index.categories[index.category[id]], index.words[id], texts[i]}));
        }
        meter.update(first + texts.size());
    }
    NS_TRY(writer.finish());
    return ExportSize{writer.rows(), 5};
}

} // namespace neuroscribe::pipeline::exporting
