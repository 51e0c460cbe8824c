// The built-in study beside the paper: what it has found there, and why it is not the same here.
#include "core/pipeline/report_parts.h"

namespace neuroscribe::pipeline::report {
namespace {

using Cells = std::vector<io::FigureCell>;
using Kind = io::ReportColumn::Kind;

void addMean(io::ReportTable& table, const char* name, const std::optional<stats::Estimate>& estimate,
             const char* paper) {
    const stats::Estimate found = estimate.value_or(stats::Estimate());
    table.rows.push_back({std::string(name), valueOf(found.mean), lowOf(found.interval), highOf(found.interval),
                          valueOf(found.chance), std::string(paper)});
}

void addConsistencyRows(io::ReportTable& table, const ConsistencyAt& found) {
    table.rows.push_back({std::string("consistency of neurons, plain J"), valueOf(found.point.jaccard),
                          lowOf(found.jaccard), highOf(found.jaccard), valueOf(found.point.chance),
                          std::string("0.95 at its best t")});
    table.rows.push_back({std::string("the same, corrected for chance"), valueOf(found.point.corrected),
                          lowOf(found.corrected), highOf(found.corrected), 0.0, std::string("not given")});
}

} // namespace

io::ReportSection paperSection(const KeyFigures& key) {
    io::ReportSection section;
    section.title = "Beside the paper";
    section.paragraphs = {
        "The paper's figures are those of BERT-base on 86,948 Amazon reviews: precision and recall of 10 neurons, 20 "
        "decisions at K = 2 (0.75 means 0.53 to 0.89), consistency at t = 0.35.",
        "The labels here are exact matches of narrow words while the truth is a whole category of WordNet that several "
        "descriptors share, so that many a right tag is not among the three that count as true. The paper's topics are "
        "broad and frequent, which makes a plain J high partly by chance; here chance alone reaches " +
            estimateText(key.neurons ? key.neurons->point.chance : std::nullopt, std::nullopt) + " by neuron and " +
            estimateText(key.descriptors ? key.descriptors->point.chance : std::nullopt, std::nullopt) +
            " by descriptor."};
    io::ReportTable table;
    table.columns = {{"", Kind::Text},      {"here", Kind::Share},   {"low", Kind::Share},
                     {"high", Kind::Share}, {"chance", Kind::Share}, {"paper", Kind::Text}};
    addMean(table, "precision@2", key.precisionAt2, "0.75");
    addMean(table, "recall@2", key.recallAt2, "0.50");
    if (key.neurons)
        addConsistencyRows(table, *key.neurons);
    section.tables = {std::move(table)};
    return section;
}

} // namespace neuroscribe::pipeline::report
