#include "app/cli/tag_table.h"

#include <cstdio>
#include <utility>

#include "app/cli/numbers.h"

namespace neuroscribe::cli {
namespace {

bool showsRule(const TaggingSession& session) {
    const tagging::Rule rule = session.tagger.thresholds().rule;
    return rule != tagging::Rule::Share && rule != tagging::Rule::Occurrence && rule != tagging::Rule::Lift;
}

} // namespace

Table tagTable(const TaggingSession& session, const std::vector<std::string>& leading,
               const std::vector<std::string>& trailing) {
    std::vector<Column> columns;
    for (const std::string& header : leading)
        columns.push_back({header});
    if (showsRule(session))
        columns.push_back({tagging::ruleName(session.tagger.thresholds().rule), Align::Right});
    for (const char* header : {"f", "95 %", "yes/answered", "base rate", "lift", "q"})
        columns.push_back({header, Align::Right});
    for (const std::string& header : trailing)
        columns.push_back({header, Align::Right});
    columns.push_back({"tag"});
    return Table(std::move(columns));
}

void addTagRow(Table& table, TaggingSession& session, std::vector<std::string> leading, NeuronId neuron,
               std::uint32_t column, const std::vector<std::string>& trailing) {
    const tagging::Cell cell = session.tagger.cell(neuron, column);
    const char* mark = session.solid(cell) ? "solid" : "hollow";
    if (showsRule(session))
        leading.push_back(fixedText(session.tagger.ruleValues(neuron, column).of(session.tagger.thresholds().rule), 3));
    for (const std::string& text : {fixedText(cell.f, 3), intervalText(cell.interval),
                                    std::to_string(cell.yes) + "/" + std::to_string(cell.answered),
                                    fixedText(cell.baseRate, 4), fixedText(cell.lift, 1), smallText(cell.q)})
        leading.push_back(text);
    leading.insert(leading.end(), trailing.begin(), trailing.end());
    leading.push_back(cell.tagged ? mark : "");
    table.add(std::move(leading));
}

void printSummary(TaggingSession& session) {
    const tagging::TagSummary& summary = session.tagger.summary();
    const tagging::Thresholds& thresholds = session.tagger.thresholds();
    std::printf(
        "%u of %u neurons tagged, %u tags (%u solid: q < %s) at k = %s %%, %s > %s, %s, %s tail, %u exemplars\n",
        summary.neuronsTagged, session.neurons(), summary.tags, summary.solidTags,
        smallText(thresholds.alphaMicro / 1e6).c_str(), fixedText(thresholds.kMilli / 1000.0, 3).c_str(),
        tagging::ruleName(thresholds.rule), fixedText(thresholds.tMilli / 1000.0, 3).c_str(),
        pipeline::splitName(thresholds.split), pipeline::tailName(thresholds.tail), session.tagger.counts().exemplars);
}

} // namespace neuroscribe::cli
