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

Json adjustedJson(const std::optional<stats::Stratified>& adjusted) {
    if (!adjusted)
        return nullptr;
    return {{"expected", adjusted->expected}, {"lift", orNull(adjusted->lift)}, {"p", adjusted->p}};
}

Json explainedJson(const TaggingSession& session, const pipeline::NeuronInsight& insight, std::uint32_t column) {
    const tagging::GivenStrongest* given = insight.givenOf(column);
    if (!given)
        return nullptr;
    return {{"descriptor", session.study->descriptors[*insight.strongest].name},
            {"odds_ratio", orNull(given->oddsRatio)},
            {"p", orNull(given->p)},
            {"explained", given->explained}};
}

Json persistenceJson(const pipeline::NeuronInsight& insight, std::uint32_t column) {
    if (insight.persistence.empty())
        return nullptr;
    const tagging::Persistence& lives = insight.persistence[column];
    Json ranges = Json::array();
    for (const tagging::KRange& range : lives.k)
        ranges.push_back({range.first / 1000.0, range.last / 1000.0});
    return {{"t_end", orNull(lives.tEnd)}, {"k", std::move(ranges)}};
}

Json cellJson(TaggingSession& session, NeuronId neuron, const pipeline::NeuronInsight& insight, std::uint32_t column) {
    Json cell = tagJson(session, neuron, column);
    cell["adjusted"] = adjustedJson(insight.adjusted[column]);
    cell["explained_by"] = explainedJson(session, insight, column);
    cell["persistence"] = persistenceJson(insight, column);
    const auto& other = insight.other[column];
    cell["other_half"] = {{"yes", other.yes}, {"answered", other.answered}};
    return cell;
}

/// "0.1-2.3, 5.0" percent.
std::string rangesText(const std::vector<tagging::KRange>& ranges) {
    std::string text;
    for (const tagging::KRange& range : ranges) {
        text += (text.empty() ? "" : ", ") + fixedText(range.first / 1000.0, 1);
        if (range.last > range.first)
            text += "-" + fixedText(range.last / 1000.0, 1);
    }
    return text;
}

/// What stands behind each tag, below the table of all cells.
void printInsight(TaggingSession& session, NeuronId neuron, const pipeline::NeuronInsight& insight) {
    Table table({{"tag"},
                 {"lift", Align::Right},
                 {"adjusted lift", Align::Right},
                 {"p", Align::Right},
                 {"in both halves to t", Align::Right},
                 {"k in %"},
                 {"explained by"}});
    for (const std::uint32_t column : session.tagsOf(neuron)) {
        const auto& adjusted = insight.adjusted[column];
        const tagging::GivenStrongest* given = insight.givenOf(column);
        const bool lives = !insight.persistence.empty();
        table.add({session.study->descriptors[column].name, fixedText(session.tagger.cell(neuron, column).lift, 1),
                   fixedText(adjusted ? adjusted->lift : std::nullopt, 1),
                   smallText(adjusted ? std::optional(adjusted->p) : std::nullopt),
                   lives ? fixedText(insight.persistence[column].tEnd, 3) : "",
                   lives ? rangesText(insight.persistence[column].k) : "",
                   given && given->explained ? session.study->descriptors[*insight.strongest].name : ""});
    }
    if (table.empty())
        return;
    std::printf("\nAdjusted for category and length\n\n");
    table.print();
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

Result<pipeline::NeuronInsight> loadInsight(TaggingSession& session, NeuronId neuron) {
    const std::vector<std::uint32_t> tags = session.tagsOf(neuron);
    return pipeline::neuronInsight(*session.study, neuron, session.tagger.active(), session.tagger.thresholds(), tags,
                                   {});
}

Json neuronDocument(TaggingSession& session, NeuronId neuron, const pipeline::NeuronInsight& insight,
                    const std::vector<Exemplar>& exemplars) {
    Json document = thresholdsJson(session.tagger.thresholds());
    document.update(neuronJson(session, neuron));
    document["tags"] = Json::array();
    for (const std::uint32_t column : session.tagsOf(neuron))
        document["tags"].push_back(cellJson(session, neuron, insight, column));
    document["cells"] = Json::array();
    for (const std::uint32_t column : allColumns(session)) {
        Json cell = cellJson(session, neuron, insight, column);
        cell["tagged"] = session.tagger.tags().tagged(neuron, column);
        cell["excluded"] = session.study->descriptors[column].excluded;
        document["cells"].push_back(std::move(cell));
    }
    document["exemplars"] = Json::array();
    for (std::size_t i = 0; i < exemplars.size(); ++i)
        document["exemplars"].push_back(exemplarJson(exemplars[i], i + 1));
    return document;
}

void printNeuron(TaggingSession& session, NeuronId neuron, const pipeline::NeuronInsight& insight,
                 const std::vector<Exemplar>& exemplars) {
    std::printf("Neuron %s\n\n", session.neuron(neuron).c_str());
    Table cells = tagTable(session, {"descriptor"});
    for (const std::uint32_t column : allColumns(session))
        addTagRow(cells, session, {session.study->descriptors[column].name}, neuron, column);
    cells.print();
    printInsight(session, neuron, insight);
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
