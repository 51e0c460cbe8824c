// What stands behind the tags on the neuron's page: strata, the strongest tag, both halves.
#include "app/session/session.h"
#include "ui/models/cell_list_model.h"
#include "ui/models/format.h"
#include "ui/models/persistence_model.h"
#include "ui/panels/label_judge.h"
#include "ui/panels/neuron_panel.h"
#include "ui/widgets/cell_list.h"
#include "ui/widgets/figure_button.h"
#include "ui/widgets/persistence_list.h"
#include "ui/widgets/similar_neurons.h"

#include <QLabel>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace neuroscribe::ui {
namespace {

using InsightPointer = std::shared_ptr<const pipeline::NeuronInsight>;

} // namespace

/// Strongest first: by the rule, then lift.
std::vector<std::uint32_t> NeuronPanel::tagsOf(NeuronId neuron) const {
    tagging::Tagger* tagger = session().tagger();
    std::vector<std::pair<tagging::Cell, std::uint32_t>> cells;
    for (std::uint32_t c = 0; c < tagger->counts().descriptors; ++c)
        if (tagger->tags().tagged(neuron, c))
            cells.emplace_back(tagger->cell(neuron, c), c);
    std::stable_sort(cells.begin(), cells.end(), [](const auto& a, const auto& b) {
        return std::pair(a.first.score, a.first.lift) > std::pair(b.first.score, b.first.lift);
    });
    std::vector<std::uint32_t> tags;
    for (const auto& [cell, column] : cells)
        tags.push_back(column);
    return tags;
}

void NeuronPanel::loadInsight() {
    const auto study = session().study();
    tagging::Tagger* tagger = session().tagger();
    const tagging::Thresholds now = tagger->thresholds();
    const std::vector<std::uint32_t> tags = tagsOf(*m_neuron);
    const std::vector<std::uint8_t> active(tagger->active().begin(), tagger->active().end());
    const auto asked = std::tuple(*m_neuron, now, tags, active);
    if (asked == m_insightAsked)
        return;
    m_insightAsked = asked;
    session().query<InsightPointer>(
        QStringLiteral("neuron insight"),
        [study, asked](store::Database&, std::stop_token stop) -> Result<InsightPointer> {
            const auto& [neuron, thresholds, shown, flags] = asked;
            NS_ASSIGN(auto insight, pipeline::neuronInsight(*study, neuron, flags, thresholds, shown, stop));
            return InsightPointer(std::make_shared<const pipeline::NeuronInsight>(std::move(insight)));
        },
        [this, asked](Result<InsightPointer> insight) {
            if (asked != m_insightAsked)
                return;
            if (insight) {
                m_insight = std::move(*insight);
                m_insightOf = std::get<1>(asked);
                showNotes();
            } else if (insight.error().code != ErrorCode::Cancelled) {
                emit session().failed(insight.error());
            }
        },
        this);
}

void NeuronPanel::loadSimilar() {
    const auto study = session().study();
    tagging::Tagger* tagger = session().tagger();
    const tagging::Thresholds& now = tagger->thresholds();
    const std::vector<std::uint8_t> active(tagger->active().begin(), tagger->active().end());
    const auto asked = std::tuple(*m_neuron, now.kMilli, now.split, now.tail, active);
    if (asked == m_similarAsked)
        return;
    m_similarAsked = asked;
    session().query<SimilarNeurons::Lists>(
        QStringLiteral("similar neurons"),
        [study, asked, counts = tagger->counts()](store::Database&,
                                                  std::stop_token stop) -> Result<SimilarNeurons::Lists> {
            const auto& [neuron, k, split, tail, flags] = asked;
            SimilarNeurons::Lists lists;
            NS_ASSIGN(lists.byExemplars,
                      tagging::similarByExemplars(*study->ranks[static_cast<std::size_t>(split)], tail, neuron,
                                                  counts.exemplars, SimilarNeurons::kMost, stop));
            lists.byProfile = tagging::similarByProfile(counts, flags, neuron, SimilarNeurons::kMost);
            return lists;
        },
        [this, asked, units = study->run->units](Result<SimilarNeurons::Lists> lists) {
            if (asked != m_similarAsked)
                return;
            if (lists)
                m_similar->show(*lists, units);
            else if (lists.error().code != ErrorCode::Cancelled)
                emit session().failed(lists.error());
        },
        this);
}

/// What the strata and the other half say about a cell of the half that tags are made from.
CellListModel::Note NeuronPanel::noteOf(std::uint32_t c) const {
    const QLocale locale;
    CellListModel::Note note;
    QStringList details;
    if (const auto& adjusted = m_insight->adjusted[c])
        details << describeAdjusted(adjusted);
    const auto& other = m_insight->other[c];
    if (other.answered > 0)
        note.other = static_cast<double>(other.yes) / other.answered;
    details << tr("on the other half: f %1, %2 of %3 exemplars")
                   .arg(formatF(locale, note.other), formatCount(locale, other.yes),
                        formatCount(locale, other.answered));
    note.details = details.join(QStringLiteral(", "));
    return note;
}

/// The words beside the tags and the bars below them; of another half than that of the tags nothing is known.
void NeuronPanel::showNotes() {
    const auto study = session().study();
    const tagging::Tagger* tagger = session().tagger();
    std::map<std::uint32_t, CellListModel::Note> notes;
    std::vector<PersistenceModel::Row> rows;
    const bool fits = m_insight && m_neuron && m_insight->neuron == *m_neuron && tagger &&
                      m_insight->adjusted.size() == study->descriptors.size();
    if (fits) {
        const auto name = [&study](std::uint32_t c) { return QString::fromStdString(study->descriptors[c].name); };
        for (std::uint32_t c = 0; c < m_insight->adjusted.size(); ++c) {
            if (shownSplit() == m_insightOf.split)
                notes[c] = noteOf(c);
            if (const auto* given = m_insight->givenOf(c); given && given->explained)
                notes[c].word = tr("explained by %1").arg(name(*m_insight->strongest));
        }
        if (!m_insight->persistence.empty())
            for (std::uint32_t c = 0; c < m_insight->persistence.size(); ++c)
                if (tagger->tags().tagged(*m_neuron, c) && c < study->descriptors.size())
                    rows.push_back({c, name(c), m_insight->persistence[c]});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.lives.tEnd > b.lives.tEnd; });
    if (m_neuron && m_shownCells && tagger) {
        for (std::uint32_t c = 0; c < m_shownCells->size(); ++c)
            m_judge->addTo(notes[c], c, (*m_shownCells)[c]);
        showLegend();
    }
    m_cells->cells().setNotes(std::move(notes));
    m_persistenceTitle->setVisible(!rows.empty());
    m_persistenceFigures->setVisible(!rows.empty());
    m_persistence->setVisible(!rows.empty());
    m_persistence->rows().show(std::move(rows), m_insightOf);
}

} // namespace neuroscribe::ui
