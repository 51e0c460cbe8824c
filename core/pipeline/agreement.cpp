#include "core/pipeline/agreement.h"

#include <map>
#include <set>
#include <span>
#include <unordered_map>
#include <utility>

#include "core/labels/person_answers.h"

namespace neuroscribe::pipeline {
namespace {

using labels::Answer;
using labels::Descriptor;
using labels::LabelMatrix;
using labels::PersonAnswer;

Error stopped() {
    return {ErrorCode::Cancelled, "agreement", "stopped", ""};
}

/// How the answers of a person about one descriptor came about, by sentence.
struct Draw {
    bool setAside = false;
    bool unsure = false;
    double weight = 0;
    Answer model = Answer::Unanswered;
};
using Draws = std::unordered_map<std::uint32_t, Draw>;

class Annotator {
public:
    static Result<Annotator> load(store::Database& database, const std::vector<Descriptor>& descriptors,
                                  const std::string& name, const std::stop_token& stop) {
        if (stop.stop_requested())
            return stopped();
        Annotator annotator;
        NS_ASSIGN(annotator.m_answers, labels::loadLabels(database, descriptors, name));
        NS_ASSIGN(auto answers, labels::loadPersonAnswers(database, name));
        for (PersonAnswer& answer : answers)
            annotator.m_byQuestion[answer.question].push_back(std::move(answer));
        return annotator;
    }

    std::span<const std::uint8_t> column(std::uint32_t c) const { return m_answers.column(c); }

    Draws draws(const Descriptor& descriptor) const {
        Draws draws;
        for (const std::string& question : descriptor.questions()) {
            const auto found = m_byQuestion.find(question);
            if (found == m_byQuestion.end())
                continue;
            for (const PersonAnswer& answer : found->second) {
                Draw& draw = draws[answer.sentence.value];
                draw.setAside |= answer.drawn == labels::Drawn::Disagreement;
                draw.unsure |= answer.verdict == labels::Verdict::Unsure;
                draw.weight = answer.weight;
                draw.model = answer.model;
            }
        }
        return draws;
    }

private:
    LabelMatrix m_answers;
    std::map<std::string, std::vector<PersonAnswer>> m_byQuestion;
};

/// The two strata of B's answers about one descriptor.
struct Strata {
    stats::WeightedShare confirmed[2]; ///< of No, of Yes
    double there[2] = {};              ///< in the corpus: B says No, Yes

    static std::size_t of(Answer answer) { return answer == Answer::Yes ? 1 : 0; }
    double yesRate() const { return there[1] / (there[0] + there[1]); }
    bool isAnswered() const { return there[0] + there[1] > 0; }
    /// Another descriptor's, each stratum as large as it is in the corpus.
    void add(const Strata& other) {
        for (const std::size_t side : {0, 1}) {
            there[side] += other.there[side];
            if (other.confirmed[side].weight() > 0)
                confirmed[side].add(other.confirmed[side], other.there[side] / other.confirmed[side].weight());
        }
    }
};

void count(stats::FourFold& table, Answer judged, Answer reference) {
    if (judged == Answer::Yes)
        ++(reference == Answer::Yes ? table.both : table.first);
    else
        ++(reference == Answer::Yes ? table.second : table.neither);
}

/// One descriptor.
class Comparison {
public:
    Comparison(const Annotator& judged, const Annotator& reference, std::uint32_t column, const Descriptor& descriptor,
               bool judgesModel)
        : m_judged(judged.column(column)),
          m_reference(reference.column(column)), m_draws{judged.draws(descriptor), reference.draws(descriptor)},
          m_judgesModel(judgesModel) {
        m_row.descriptor = descriptor.id;
        m_row.name = descriptor.name;
    }

    void run() {
        for (std::uint32_t i = 0; i < m_judged.size(); ++i)
            addPair(i);
        countUnsure();
        if (!m_judgesModel)
            return;
        for (const std::uint8_t answer : m_judged)
            if (answer != 0)
                m_strata.there[Strata::of(static_cast<Answer>(answer))] += 1;
        for (const std::uint32_t sentence : m_pairs)
            addWeighted(sentence);
    }

    AgreementRow& row() { return m_row; }
    const Strata& strata() const { return m_strata; }

private:
    bool isOpen(std::uint32_t i) const { return m_judged[i] == 0 || m_reference[i] == 0; }

    /// Pairs, not answers: one about which both are people and unsure is one.
    void countUnsure() {
        std::set<std::uint32_t> pairs;
        for (const auto& draws : m_draws)
            for (const auto& [sentence, draw] : draws)
                if (draw.unsure && !draw.setAside && isOpen(sentence))
                    pairs.insert(sentence);
        m_row.unsure = pairs.size();
    }

    void addPair(std::uint32_t i) {
        if (isOpen(i))
            return;
        for (const Draws& draws : m_draws)
            if (const auto found = draws.find(i); found != draws.end() && found->second.setAside) {
                ++m_row.setAside;
                return;
            }
        count(m_row.table, static_cast<Answer>(m_judged[i]), static_cast<Answer>(m_reference[i]));
        if (!m_judgesModel)
            return;
        m_pairs.push_back(i);
        const auto drawn = m_draws[1].find(i);
        const bool isKnown = drawn != m_draws[1].end() && drawn->second.weight > 0;
        m_allDrawn &= isKnown;
        m_row.relabelled += isKnown && drawn->second.model != static_cast<Answer>(m_judged[i]);
    }

    /// Pairs of which nobody knows how they were drawn all weigh the same within what B says.
    void addWeighted(std::uint32_t i) {
        const double weight = m_allDrawn ? m_draws[1].at(i).weight : 1.0;
        m_strata.confirmed[Strata::of(static_cast<Answer>(m_judged[i]))].add(m_judged[i] == m_reference[i], weight);
    }

    std::span<const std::uint8_t> m_judged, m_reference;
    Draws m_draws[2]; ///< of the judged, of the reference
    bool m_judgesModel;
    bool m_allDrawn = true;
    std::vector<std::uint32_t> m_pairs;
    AgreementRow m_row;
    Strata m_strata;
};

void finish(AgreementRow& row, const Strata& strata) {
    row.kappa = stats::cohensKappa(row.table);
    row.ac1 = stats::gwetsAc1(row.table);
    row.precision = stats::precision(row.table);
    row.recall = stats::recall(row.table);
    if (!strata.isAnswered())
        return;
    row.yesRate = strata.yesRate();
    row.population = stats::populationScores(strata.confirmed[1], strata.confirmed[0], strata.yesRate());
}

void addTo(AgreementRow& pooled, const AgreementRow& row) {
    pooled.table.both += row.table.both;
    pooled.table.first += row.table.first;
    pooled.table.second += row.table.second;
    pooled.table.neither += row.table.neither;
    pooled.unsure += row.unsure;
    pooled.setAside += row.setAside;
    pooled.relabelled += row.relabelled;
}

} // namespace

Result<AgreementReport> loadAgreement(store::Database& database, const std::string& a, const std::string& b,
                                      std::stop_token stop) {
    if (a == b)
        return Error{ErrorCode::InvalidArgument, a, "an annotator can't be compared with itself", "Name two"};
    AgreementReport report;
    const bool judgesModel = a == labels::kLabelMatrixName || b == labels::kLabelMatrixName;
    report.judged = judgesModel ? labels::kLabelMatrixName : a;
    report.reference = b == labels::kLabelMatrixName ? a : b;
    NS_ASSIGN(const auto descriptors, labels::loadDescriptors(database));
    NS_ASSIGN(const Annotator judged, Annotator::load(database, descriptors, report.judged, stop));
    NS_ASSIGN(const Annotator reference, Annotator::load(database, descriptors, report.reference, stop));
    Strata strata;
    for (std::uint32_t c = 0; c < descriptors.size(); ++c) {
        if (stop.stop_requested())
            return stopped();
        if (descriptors[c].excluded)
            continue;
        Comparison comparison(judged, reference, c, descriptors[c], judgesModel);
        comparison.run();
        finish(comparison.row(), comparison.strata());
        addTo(report.pooled, comparison.row());
        if (comparison.row().pairs() > 0)
            strata.add(comparison.strata());
        report.rows.push_back(std::move(comparison.row()));
    }
    finish(report.pooled, strata);
    return report;
}

} // namespace neuroscribe::pipeline
