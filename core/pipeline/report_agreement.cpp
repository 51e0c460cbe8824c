// How well annotators agree with each other and with the model.
#include <algorithm>

#include "core/labels/descriptor.h"
#include "core/pipeline/agreement.h"
#include "core/pipeline/report_parts.h"

namespace neuroscribe::pipeline::report {
namespace {

using Cells = std::vector<io::FigureCell>;
using Columns = std::vector<io::ReportColumn>;
using Kind = io::ReportColumn::Kind;
using stats::IntervalEstimate;

void addColumns(Columns& columns, const std::string& name) {
    for (const std::string& each : {name, std::string("low"), std::string("high")})
        columns.push_back({each, Kind::Share});
}

void addCells(Cells& row, const IntervalEstimate& estimate) {
    const auto interval = estimate.value ? std::optional(estimate.interval) : std::nullopt;
    row.insert(row.end(), {valueOf(estimate.value), lowOf(interval), highOf(interval)});
}

double countOf(std::uint64_t count) {
    return static_cast<double>(count);
}

io::ReportTable pairTable(const std::vector<AgreementReport>& reports) {
    io::ReportTable table;
    table.title = "Every two annotators";
    table.columns = {{"annotator", Kind::Text},
                     {"with", Kind::Text},
                     {"pairs", Kind::Count},
                     {"unsure", Kind::Count},
                     {"set aside", Kind::Count}};
    addColumns(table.columns, "kappa");
    addColumns(table.columns, "AC1");
    for (const AgreementReport& report : reports) {
        const AgreementRow& all = report.pooled;
        Cells row{report.judged, report.reference, countOf(all.pairs()), countOf(all.unsure), countOf(all.setAside)};
        addCells(row, all.kappa);
        addCells(row, all.ac1);
        table.rows.push_back(std::move(row));
    }
    table.note = "Over all active descriptors; B are the labels that tags are made from. Pairs: of sentence and "
                 "descriptor, answered by both. Set aside: drawn by disagreement, which is no sample. Intervals are "
                 "95 %. Kappa is undefined where both say the same throughout.";
    return table;
}

/// The labels B as the others judge them.
io::ReportTable labelTable(const std::vector<AgreementReport>& reports) {
    io::ReportTable table;
    table.title = "The labels B, judged by the others";
    table.columns = {{"judged by", Kind::Text}, {"pairs", Kind::Count}};
    for (const char* name : {"precision", "recall", "weighted precision", "weighted recall"})
        addColumns(table.columns, name);
    for (const AgreementReport& report : reports) {
        if (report.judged != labels::kLabelMatrixName)
            continue;
        const AgreementRow& all = report.pooled;
        Cells row{report.reference, countOf(all.pairs())};
        for (const IntervalEstimate* each :
             {&all.precision, &all.recall, &all.population.precision, &all.population.recall})
            addCells(row, *each);
        table.rows.push_back(std::move(row));
    }
    table.note = "Weighted: as in the whole corpus, where a balanced sample is not what it was drawn from.";
    return table;
}

io::ReportTable descriptorTable(const AgreementReport& report) {
    io::ReportTable table;
    table.title = "The labels B, judged by " + report.reference + ", by descriptor";
    table.columns = {{"descriptor", Kind::Text}, {"pairs", Kind::Count}};
    for (const char* name : {"kappa", "AC1", "weighted precision", "weighted recall"})
        addColumns(table.columns, name);
    for (const AgreementRow& each : report.rows) {
        Cells row{each.name, countOf(each.pairs())};
        for (const IntervalEstimate* estimate :
             {&each.kappa, &each.ac1, &each.population.precision, &each.population.recall})
            addCells(row, *estimate);
        table.rows.push_back(std::move(row));
    }
    return table;
}

} // namespace

Result<io::ReportSection> agreementSection(store::Database& database, const std::string& reference,
                                           std::stop_token stop) {
    io::ReportSection section;
    section.title = "Agreement";
    NS_ASSIGN(const auto annotators, labels::loadAnnotators(database));
    if (annotators.size() < 2) {
        section.paragraphs = {"There is one annotator alone: nobody to agree with."};
        return section;
    }
    std::vector<AgreementReport> reports;
    for (std::size_t a = 0; a < annotators.size(); ++a)
        for (std::size_t b = a + 1; b < annotators.size(); ++b) {
            NS_ASSIGN(auto report, loadAgreement(database, annotators[a], annotators[b], stop));
            reports.push_back(std::move(report));
        }
    section.tables = {pairTable(reports), labelTable(reports)};
    for (const AgreementReport& report : reports)
        if (report.judged == labels::kLabelMatrixName && report.reference == reference)
            section.tables.push_back(descriptorTable(report));
    return section;
}

} // namespace neuroscribe::pipeline::report
