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

pipeline::CorrectedCell correctedAt(TaggingSession& session, NeuronId neuron, const pipeline::LabelQualities& labels,
                                    std::uint32_t column) {
    return pipeline::correctedCell(labels.byDescriptor[column], session.tagger.cell(neuron, column));
}

void addCorrected(Json& cell, TaggingSession& session, NeuronId neuron, const pipeline::LabelQualities& labels,
                  std::uint32_t column) {
    cell["noise_corrected"] = cell["noise_corrected_why"] = nullptr;
    if (labels.annotator.empty())
        return;
    const pipeline::CorrectedCell corrected = correctedAt(session, neuron, labels, column);
    if (!corrected.share) {
        cell["noise_corrected_why"] = pipeline::uncorrectedName(corrected.why);
        return;
    }
    cell["noise_corrected"] = {{"value", corrected.share->value},
                               {"low", corrected.share->interval.low},
                               {"high", corrected.share->interval.high},
                               {"lift", orNull(corrected.lift)},
                               {"annotator", labels.annotator}};
}

Json cellJson(TaggingSession& session, NeuronId neuron, const Behind& behind, std::uint32_t column) {
    const pipeline::NeuronInsight& insight = behind.insight;
    Json cell = tagJson(session, neuron, column);
    addCorrected(cell, session, neuron, behind.labels, column);
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

/// "0.62 (0.55 to 0.70)", or why there is none.
std::string correctedText(const pipeline::CorrectedCell& corrected) {
    if (!corrected.share)
        return std::string("undefined: ") + pipeline::uncorrectedName(corrected.why);
    const auto& [value, interval] = *corrected.share;
    return fixedText(value, 2) + " (" + fixedText(interval.low, 2) + " to " + fixedText(interval.high, 2) + ")";
}

/// The tags without the errors of the labels.
void printCorrected(TaggingSession& session, NeuronId neuron, const pipeline::LabelQualities& labels) {
    if (labels.annotator.empty())
        return;
    Table table({{"tag"}, {"f", Align::Right}, {"f*"}, {"lift", Align::Right}, {"lift*", Align::Right}});
    for (const std::uint32_t column : session.tagsOf(neuron)) {
        const pipeline::CorrectedCell corrected = correctedAt(session, neuron, labels, column);
        const tagging::Cell cell = session.tagger.cell(neuron, column);
        table.add({session.study->descriptors[column].name, fixedText(cell.f, 2), correctedText(corrected),
                   fixedText(cell.lift, 1), fixedText(corrected.lift, 1)});
    }
    if (table.empty())
        return;
    std::printf("\nCorrected for the errors of the labels, as %s judges them (for display only)\n\n",
                labels.annotator.c_str());
    table.print();
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

/// Who judges the labels: who was asked for, else who does by default; empty: nobody.
Result<std::string> chooseJudge(store::Database& database, const std::string& wanted) {
    NS_ASSIGN(const pipeline::References references, pipeline::loadReferences(database));
    if (wanted.empty())
        return references.byDefault;
    if (std::ranges::find(references.annotators, wanted) != references.annotators.end())
        return wanted;
    return Error{ErrorCode::NotFound, "--truth " + wanted, "there is no such reference annotator",
                 references.annotators.empty() ? "Run label --as NAME first"
                                               : "There are: " + joined(references.annotators)};
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

Result<Behind> loadBehind(TaggingSession& session, store::Project& project, NeuronId neuron, const std::string& truth,
                          const std::stop_token& stop) {
    Behind behind;
    const std::vector<std::uint32_t> tags = session.tagsOf(neuron);
    NS_ASSIGN(behind.insight, pipeline::neuronInsight(*session.study, neuron, session.tagger.active(),
                                                      session.tagger.thresholds(), tags, stop));
    NS_ASSIGN(const std::string judge, chooseJudge(project.connection(), truth));
    NS_ASSIGN(behind.labels,
              pipeline::loadLabelQualities(project.connection(), session.study->descriptors, judge, stop));
    return behind;
}

Json neuronDocument(TaggingSession& session, NeuronId neuron, const Behind& behind,
                    const std::vector<Exemplar>& exemplars) {
    Json document = thresholdsJson(session.tagger.thresholds());
    document.update(neuronJson(session, neuron));
    const std::string& judge = behind.labels.annotator;
    document["truth"] = judge.empty() ? Json(nullptr) : Json(judge);
    document["tags"] = Json::array();
    for (const std::uint32_t column : session.tagsOf(neuron))
        document["tags"].push_back(cellJson(session, neuron, behind, column));
    document["cells"] = Json::array();
    for (const std::uint32_t column : allColumns(session)) {
        Json cell = cellJson(session, neuron, behind, column);
        cell["tagged"] = session.tagger.tags().tagged(neuron, column);
        cell["excluded"] = session.study->descriptors[column].excluded;
        document["cells"].push_back(std::move(cell));
    }
    document["exemplars"] = Json::array();
    for (std::size_t i = 0; i < exemplars.size(); ++i)
        document["exemplars"].push_back(exemplarJson(exemplars[i], i + 1));
    return document;
}

void printNeuron(TaggingSession& session, NeuronId neuron, const Behind& behind,
                 const std::vector<Exemplar>& exemplars) {
    std::printf("Neuron %s\n\n", session.neuron(neuron).c_str());
    Table cells = tagTable(session, {"descriptor"});
    for (const std::uint32_t column : allColumns(session))
        addTagRow(cells, session, {session.study->descriptors[column].name}, neuron, column);
    cells.print();
    printInsight(session, neuron, behind.insight);
    printCorrected(session, neuron, behind.labels);
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
