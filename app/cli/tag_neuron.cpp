#include "app/cli/tag_neuron.h"

#include <algorithm>
#include <cstdio>
#include <numeric>

#include "app/cli/numbers.h"
#include "app/cli/tag_table.h"

namespace neuroscribe::cli {
namespace {

std::vector<std::uint32_t> allColumns(const TaggingSession& session) {
    std::vector<std::uint32_t> columns(session.study->descriptors.size());
    std::iota(columns.begin(), columns.end(), 0U);
    return columns;
}

std::vector<std::string> descriptorsOf(const pipeline::StudyData& study, SentenceId sentence) {
    std::vector<std::string> names;
    for (std::uint32_t c = 0; c < study.descriptors.size(); ++c)
        if (study.labels->at(sentence, c) == labels::Answer::Yes)
            names.push_back(study.descriptors[c].name);
    return names;
}

Json exemplarJson(const Exemplar& exemplar, std::size_t rank) {
    return {{"rank", rank},
            {"sentence", exemplar.sentence.id.value},
            {"activation", exemplar.activation},
            {"category", exemplar.sentence.category},
            {"descriptors", exemplar.descriptors},
            {"source", exemplar.sentence.source},
            {"text", exemplar.sentence.text}};
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

} // namespace

Result<std::vector<Exemplar>> loadExemplars(const TaggingSession& session, store::Project& project, NeuronId neuron,
                                            std::uint32_t count) {
    std::vector<Exemplar> exemplars;
    count = std::min(count, session.tagger.counts().exemplars);
    if (count == 0)
        return exemplars;
    const pipeline::StudyData& study = *session.study;
    const auto& thresholds = session.tagger.thresholds();
    const auto split = static_cast<std::size_t>(thresholds.split);
    std::vector<std::uint32_t> positions(count);
    NS_TRY(study.ranks[split]->neuron(thresholds.tail, neuron, positions));
    std::vector<float> values(study.run->sentences);
    NS_TRY(extraction::readNeuron(project.activationsFolder(), *study.run, neuron, values));
    for (const std::uint32_t position : positions) {
        const SentenceId id = study.corpus->members[split][position];
        NS_ASSIGN(auto sentence, corpus::loadSentence(project.connection(), id));
        exemplars.push_back({std::move(sentence), values[id.value], descriptorsOf(study, id)});
    }
    return exemplars;
}

Json neuronDocument(TaggingSession& session, NeuronId neuron, const std::vector<Exemplar>& exemplars) {
    Json document = thresholdsJson(session.tagger.thresholds());
    document.update(neuronJson(session, neuron));
    document["tags"] = Json::array();
    for (const std::uint32_t column : session.tagsOf(neuron))
        document["tags"].push_back(tagJson(session, neuron, column));
    document["cells"] = Json::array();
    for (const std::uint32_t column : allColumns(session)) {
        Json cell = tagJson(session, neuron, column);
        cell["tagged"] = session.tagger.tags().tagged(neuron, column);
        cell["excluded"] = session.study->descriptors[column].excluded;
        document["cells"].push_back(std::move(cell));
    }
    document["exemplars"] = Json::array();
    for (std::size_t i = 0; i < exemplars.size(); ++i)
        document["exemplars"].push_back(exemplarJson(exemplars[i], i + 1));
    return document;
}

void printNeuron(TaggingSession& session, NeuronId neuron, const std::vector<Exemplar>& exemplars) {
    std::printf("Neuron %s\n\n", session.neuron(neuron).c_str());
    Table cells = tagTable({"descriptor"});
    for (const std::uint32_t column : allColumns(session))
        addTagRow(cells, session, {session.study->descriptors[column].name}, neuron, column);
    cells.print();
    if (exemplars.empty())
        return;
    Table table({{"rank", Align::Right}, {"activation", Align::Right}, {"category"}, {"descriptors"}, {"text"}});
    for (std::size_t i = 0; i < exemplars.size(); ++i)
        table.add({std::to_string(i + 1), fixedText(static_cast<double>(exemplars[i].activation), 4),
                   exemplars[i].sentence.category, joined(exemplars[i].descriptors), exemplars[i].sentence.text});
    std::printf("\n");
    table.print();
}

} // namespace neuroscribe::cli
