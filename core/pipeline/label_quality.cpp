#include "core/pipeline/label_quality.h"

#include <algorithm>
#include <utility>

#include "core/labels/person_answers.h"
#include "core/pipeline/agreement.h"

namespace neuroscribe::pipeline {
namespace {

LabelQualities::Of qualityOf(const AgreementRow& row) {
    const stats::IntervalEstimate& se = row.population.recall;
    const stats::IntervalEstimate& sp = row.population.specificity;
    if (row.pairs() == 0)
        return {std::nullopt, Uncorrected::NotJudged};
    if (!se.value || !sp.value)
        return {std::nullopt, Uncorrected::TooFewAnswers};
    if (*se.value + *sp.value <= 1)
        return {std::nullopt, Uncorrected::NoInformation};
    return {stats::LabelQuality{*se.value, *sp.value, se.interval, sp.interval}, Uncorrected::NotJudged};
}

} // namespace

const char* uncorrectedName(Uncorrected why) {
    switch (why) {
    case Uncorrected::TooFewAnswers:
        return "too_few_answers";
    case Uncorrected::NoInformation:
        return "no_information";
    case Uncorrected::NoExemplars:
        return "no_exemplars";
    default:
        return "not_judged";
    }
}

Result<LabelQualities> loadLabelQualities(store::Database& database, const std::vector<labels::Descriptor>& descriptors,
                                          const std::string& annotator, std::stop_token stop) {
    LabelQualities qualities;
    if (annotator.empty())
        return qualities;
    NS_ASSIGN(const AgreementReport report,
              loadAgreement(database, labels::kLabelMatrixName, annotator, std::move(stop)));
    qualities.annotator = annotator;
    for (const labels::Descriptor& descriptor : descriptors) {
        const auto row = std::ranges::find(report.rows, std::optional(descriptor.id), &AgreementRow::descriptor);
        qualities.byDescriptor.push_back(row == report.rows.end() ? LabelQualities::Of{} : qualityOf(*row));
    }
    return qualities;
}

Result<References> loadReferences(store::Database& database) {
    References references;
    NS_ASSIGN(references.annotators, labels::loadAnnotators(database));
    std::erase(references.annotators, labels::kLabelMatrixName);
    NS_ASSIGN(const auto people, labels::loadPeople(database));
    std::vector<std::string> balanced;
    for (const std::string& person : people) {
        NS_ASSIGN(const auto answers, labels::loadPersonAnswers(database, person));
        if (std::ranges::any_of(answers, [](const labels::PersonAnswer& answer) {
                return answer.drawn == labels::Drawn::Balanced && answer.verdict != labels::Verdict::Unsure;
            }))
            balanced.push_back(person);
    }
    if (balanced.size() == 1)
        references.byDefault = balanced.front();
    return references;
}

CorrectedCell correctedCell(const LabelQualities::Of& labels, const tagging::Cell& cell) {
    CorrectedCell corrected{std::nullopt, std::nullopt, labels.why};
    if (!labels.quality)
        return corrected;
    corrected.why = Uncorrected::NoExemplars;
    if (cell.answered == 0)
        return corrected;
    const double f = static_cast<double>(cell.yes) / cell.answered;
    corrected.share = stats::noiseCorrected(f, stats::wilson(cell.yes, cell.answered), *labels.quality);
    if (cell.baseRate)
        corrected.lift = stats::noiseCorrectedLift(f, *cell.baseRate, *labels.quality);
    return corrected;
}

} // namespace neuroscribe::pipeline
