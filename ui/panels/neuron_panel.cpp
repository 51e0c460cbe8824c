#include "ui/panels/neuron_panel.h"

#include "app/session/session.h"
#include "core/tagging/rank_table.h"
#include "ui/models/cell_list_model.h"
#include "ui/models/format.h"
#include "ui/models/neuron_bands.h"
#include "ui/models/sentence_list_model.h"
#include "ui/panels/label_judge.h"
#include "ui/panels/neuron_head.h"
#include "ui/panels/study_hints.h"
#include "ui/plots/activation_plot.h"
#include "ui/widgets/cell_list.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/note_edit.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/sentence_list.h"

#include <QLabel>
#include <QLocale>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace neuroscribe::ui {

using ProfilePointer = std::shared_ptr<const NeuronProfile>;

void NeuronPanel::refresh(const app::ChangeSet& change) {
    m_judge->refresh(change);
    if (change.study) {
        m_profile.reset();
        m_insight.reset();
        m_insightAsked = {};
        m_similarAsked = {};
        m_exemplars->sentences().forgetTexts();
    }
    if (session().study())
        followThresholds();
    if (change.study || !m_neuron)
        return showNeuron();
    if (change.counts || change.tags || change.enrichment || change.excluded || change.thresholds)
        showCells();
    if (change.counts)
        showProfile();
    if (change.marks)
        showMark();
}

/// Which half and which list is looked at is a person's choice, as long as the study is open.
void NeuronPanel::followThresholds() {
    const tagging::Thresholds& thresholds = session().thresholds();
    const bool other = std::exchange(m_otherStudy, false);
    if (other)
        m_head->setSplit(thresholds.split);
    if (std::exchange(m_tailOf, thresholds.tail) != thresholds.tail || other)
        m_tail->setCurrentId(static_cast<int>(thresholds.tail));
}

void NeuronPanel::comeIntoSight() {
    Panel::comeIntoSight();
    if (session().selection().neuron() != m_neuron)
        showNeuron();
}

void NeuronPanel::showNeuron() {
    m_note->store(); // of the neuron that was shown before
    m_neuron.reset();
    const auto study = session().study();
    const auto neuron = session().selection().neuron();
    if (!study || !session().tagger()) {
        const StudyHint hint = studyHint(session());
        m_empty->setTexts(hint.title, hint.next);
    } else if (!neuron) {
        m_empty->setTexts(tr("No neuron is selected"),
                          tr("Click a row of the heat map, or press Ctrl+K and type a name such as 3/58."));
    } else {
        m_neuron = neuron;
    }
    m_stack->setCurrentIndex(m_neuron ? 1 : 0);
    if (!m_neuron)
        return;
    m_head->setName(tr("Neuron %1").arg(neuronName(*neuron, study->run->units).replace(QLatin1Char('/'), tr(" / "))));
    showMark();
    showCells();
    showProfile();
    load();
}

bool NeuronPanel::profileFits() const {
    return m_profile && m_neuron && m_profile->neuron == *m_neuron && m_profile->split == shownSplit();
}

corpus::Split NeuronPanel::shownSplit() const {
    return m_head->split();
}

void NeuronPanel::load() {
    const auto study = session().study();
    if (!m_neuron || !study || profileFits())
        return;
    session().query<ProfilePointer>(
        QStringLiteral("neuron"),
        [study, neuron = *m_neuron, split = shownSplit()](store::Database&,
                                                          std::stop_token stop) -> Result<ProfilePointer> {
            NS_ASSIGN(NeuronProfile profile, readNeuronProfile(*study, neuron, split, stop));
            return ProfilePointer(std::make_shared<const NeuronProfile>(std::move(profile)));
        },
        [this](Result<ProfilePointer> profile) { arrived(std::move(profile)); }, this);
}

void NeuronPanel::arrived(Result<ProfilePointer> profile) {
    if (!profile) {
        if (profile.error().code == ErrorCode::Cancelled)
            return; // another one is on its way
        m_failure->setText(tr("The activations could not be read."));
        m_failure->setVisible(true);
        emit session().failed(profile.error());
        return;
    }
    m_profile = std::move(*profile);
    showProfile();
    const tagging::Tagger* tagger = session().tagger();
    if (tagger && shownSplit() != tagger->thresholds().split)
        showCells(); // the tagger does not know the other half
}

std::vector<tagging::Cell> NeuronPanel::cellsOf(NeuronId neuron) const {
    tagging::Tagger* tagger = session().tagger();
    const auto study = session().study();
    std::vector<tagging::Cell> cells;
    if (shownSplit() == tagger->thresholds().split) {
        for (std::uint32_t descriptor = 0; descriptor < tagger->counts().descriptors; ++descriptor)
            cells.push_back(tagger->cell(neuron, descriptor));
    } else if (profileFits()) {
        if (auto own = profileCells(*study, *m_profile, tagger->thresholds()))
            cells = std::move(*own);
        else
            emit session().failed(own.error());
    }
    return cells;
}

void NeuronPanel::showCells() {
    const auto study = session().study();
    tagging::Tagger* tagger = session().tagger();
    if (!m_neuron || !study || !tagger)
        return;
    const auto cells = std::make_shared<const std::vector<tagging::Cell>>(cellsOf(*m_neuron));
    m_shownCells = cells;
    std::vector<CellListModel::Row> rows;
    for (std::uint32_t descriptor = 0; descriptor < cells->size(); ++descriptor)
        if (tagger->active()[descriptor] != 0)
            rows.push_back({descriptor, QString::fromStdString(study->descriptors[descriptor].name)});
    std::stable_sort(rows.begin(), rows.end(), [&cells](const auto& a, const auto& b) {
        const auto key = [&cells](std::uint32_t id) { return std::pair((*cells)[id].score, (*cells)[id].f); };
        return key(a.id) > key(b.id);
    });
    m_cells->cells().show(
        std::move(rows), [cells](std::uint32_t descriptor) { return (*cells)[descriptor]; },
        tagger->thresholds().alphaMicro);
    m_cells->cells().setRule(tagger->thresholds().rule);
    loadInsight();
    loadSimilar();
    showNotes();
    m_exemplars->setStrong(
        [cells](std::uint32_t descriptor) { return descriptor < cells->size() && (*cells)[descriptor].tagged; });
}

void NeuronPanel::showLegend() {
    const tagging::Thresholds& thresholds = session().tagger()->thresholds();
    const QString alpha = QLocale().toString(thresholds.alphaMicro / 1e6, 'g', 3);
    QString legend =
        shownSplit() == thresholds.split
            ? tr("bar: f with 95 % interval · tick: base rate · ring: f on the other half · solid: beats chance at "
                 "q < %1")
                  .arg(alpha)
            : tr("bar: f with 95 % interval · tick: base rate · q is known only on the half that tags are "
                 "made from");
    if (!m_judge->annotator().isEmpty())
        legend += tr(" · rhombus: f* without the errors of the labels, for display only");
    m_legend->setText(legend);
}

void NeuronPanel::showProfile() {
    m_failure->hide();
    const auto study = session().study();
    const tagging::Tagger* tagger = session().tagger();
    if (!profileFits() || !study || !tagger) {
        m_exemplars->sentences().setRows({});
        m_plot->setHistogram({}, std::nullopt);
        m_head->setSentences({});
        return;
    }
    const auto& members = study->corpus->members[static_cast<std::size_t>(m_profile->split)];
    const bool top = m_tail->currentId() == static_cast<int>(Listed::Top);
    const bool tail = top || m_tail->currentId() == static_cast<int>(Listed::Bottom);
    const std::uint32_t kMilli = tagger->thresholds().kMilli;
    std::vector<SentenceListModel::Row> rows;
    for (const std::uint32_t position : listedPositions(static_cast<std::uint32_t>(members.size()))) {
        const SentenceId id = members[position];
        rows.push_back({id, m_profile->values[id.value]});
    }
    std::optional<ActivationPlot::Mark> mark;
    if (tail && !rows.empty()) {
        const QString share = formatPercent(QLocale(), kMilli / 100'000.0, kMilli % 1000 ? 2 : 0);
        mark = ActivationPlot::Mark{*rows.back().value, top, (top ? tr("top %1") : tr("bottom %1")).arg(share)};
    }
    m_plot->setHistogram(m_profile->histogram, mark);
    m_head->setSentences(tr("all %1 sentences").arg(formatCount(QLocale(), members.size())));
    m_exemplars->sentences().setRows(std::move(rows));
}

/// Positions in the members of the profile's half, in the order of the list.
std::vector<std::uint32_t> NeuronPanel::listedPositions(std::uint32_t members) const {
    const auto listed = static_cast<Listed>(m_tail->currentId());
    if (listed == Listed::Random)
        return randomPlaces(members);
    std::vector<std::uint32_t> positions;
    if (listed == Listed::Bands) {
        for (const std::uint32_t place : bandPlaces(members))
            positions.push_back(m_profile->order[place]);
        return positions;
    }
    positions = listed == Listed::Top ? m_profile->top : m_profile->bottom;
    const std::uint32_t exemplars = tagging::exemplarCount(session().tagger()->thresholds().kMilli, members);
    positions.resize(std::min<std::size_t>(exemplars, positions.size()));
    return positions;
}

void NeuronPanel::showMark() {
    if (!m_neuron)
        return;
    const app::Session::Mark mark = session().mark(*m_neuron);
    m_head->setBookmarked(mark.bookmarked);
    m_head->setMarkEnabled(!session().isReadOnly());
    m_note->setNote(mark.note);
    m_note->setReadOnly(session().isReadOnly());
}

void NeuronPanel::step(int by) {
    const auto study = session().study();
    if (!m_neuron || !study || !study->run)
        return;
    const std::int64_t next = std::int64_t{m_neuron->value} + by;
    if (next >= 0 && next < std::int64_t{study->run->neurons()})
        session().selection().setNeuron(NeuronId{static_cast<std::uint32_t>(next)});
}

QString NeuronPanel::asText() const {
    const auto study = session().study();
    if (!m_neuron || !study || !study->run)
        return {};
    QString text = tr("Neuron %1").arg(neuronName(*m_neuron, study->run->units)) + QStringLiteral("\n\n");
    text += m_cells->cells().asText(tr("descriptor"));
    if (const QString judge = m_judge->annotator(); !judge.isEmpty())
        text += tr("noise_corrected: f without the errors of the labels that %1 finds").arg(judge) + QLatin1Char('\n');
    text += QLatin1Char('\n');
    const SentenceListModel& exemplars = m_exemplars->sentences();
    for (int row = 0; row < exemplars.rowCount(); ++row) {
        const QModelIndex index = exemplars.index(row);
        if (!exemplars.hasText(row))
            break; // not read yet: the rest has never been on screen
        text += QStringLiteral("%1\t%2\t%3\n")
                    .arg(row + 1)
                    .arg(index.data(SentenceListModel::ValueRole).toDouble(), 0, 'g', 6)
                    .arg(index.data(SentenceListModel::TextRole).toString());
    }
    return text;
}

} // namespace neuroscribe::ui
