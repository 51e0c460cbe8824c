#include "ui/panels/descriptor_panel.h"

#include "app/session/session.h"
#include "core/pipeline/neuron_insight.h"
#include "ui/models/bar_model.h"
#include "ui/models/cell_list_model.h"
#include "ui/models/format.h"
#include "ui/models/sentence_list_model.h"
#include "ui/panels/study_hints.h"
#include "ui/widgets/bar_list.h"
#include "ui/widgets/cell_list.h"
#include "ui/widgets/coverage_badge.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/key_hint.h"
#include "ui/widgets/sentence_list.h"

#include <QAction>
#include <QLabel>
#include <QLocale>
#include <QStackedWidget>
#include <QToolButton>

namespace neuroscribe::ui {
namespace {

constexpr std::size_t kMostExamples = 200;

} // namespace

void DescriptorPanel::refresh(const app::ChangeSet& change) {
    if (change.study)
        m_examples->sentences().forgetTexts();
    if (change.study || !m_descriptor)
        return showDescriptor();
    if (change.excluded || change.thresholds)
        showFacts();
    if (change.counts || change.tags || change.enrichment || change.excluded || change.thresholds)
        showNeurons();
    if (change.thresholds)
        showExamples();
}

void DescriptorPanel::comeIntoSight() {
    Panel::comeIntoSight();
    if (session().selection().descriptor() != m_descriptor)
        showDescriptor();
}

void DescriptorPanel::resizeEvent(QResizeEvent* event) {
    Panel::resizeEvent(event);
    elideName();
}

void DescriptorPanel::showDescriptor() {
    m_descriptor.reset();
    const auto study = session().study();
    const auto descriptor = session().selection().descriptor();
    if (!study || !session().tagger()) {
        const StudyHint hint = studyHint(session());
        m_empty->setTexts(hint.title, hint.next);
    } else if (!descriptor || *descriptor >= study->descriptors.size()) {
        m_empty->setTexts(tr("No descriptor is selected"),
                          tr("Click a cell of the heat map, or press Ctrl+K and type a name."));
    } else {
        m_descriptor = descriptor;
    }
    m_stack->setCurrentIndex(m_descriptor ? 1 : 0);
    if (!m_descriptor)
        return;
    showFacts();
    showNeurons();
    showExamples();
}

void DescriptorPanel::showFacts() {
    const auto study = session().study();
    const tagging::Tagger* tagger = session().tagger();
    if (!m_descriptor || !study || !tagger)
        return;
    const labels::Descriptor& descriptor = study->descriptors[*m_descriptor];
    m_fullName = QString::fromStdString(descriptor.name);
    elideName();
    showQuestions(descriptor);
    showExclusion();
    const tagging::SplitLabels& labels = tagger->labels();
    const std::uint32_t yes = labels.yes()[*m_descriptor], answered = labels.answered()[*m_descriptor];
    const QLocale locale;
    const auto baseRate = answered ? std::optional(static_cast<double>(yes) / answered) : std::nullopt;
    m_facts->setText(tr("%1 of %2 sentences have it · base rate %3")
                         .arg(formatCount(locale, yes), formatCount(locale, answered),
                              baseRate ? locale.toString(*baseRate, 'f', 3) : undefinedText()));
    m_badge->setCoverage(answered, labels.members());
}

void DescriptorPanel::setExcludeAction(const QAction& action) {
    m_excludeAction = &action;
    connect(&action, &QAction::changed, this, &DescriptorPanel::showExclusion);
    showExclusion();
}

void DescriptorPanel::showExclusion() {
    if (!m_descriptor)
        return;
    const QString text = session().isExcluded(*m_descriptor) ? tr("Include") : tr("Exclude");
    m_exclude->setText(m_excludeAction ? withKey(text, *m_excludeAction) : text);
    m_exclude->setEnabled(!session().isReadOnly());
}

void DescriptorPanel::showQuestions(const labels::Descriptor& descriptor) {
    QStringList questions;
    for (const std::string& question : descriptor.questions())
        questions += tr("“%1”").arg(QString::fromStdString(question));
    m_question->setText(descriptor.isDerived()
                            ? tr("Derived from the answers about %1").arg(questions.join(tr(" or ")))
                            : tr("Asked about: %1").arg(QString::fromStdString(descriptor.question)));
    m_question->setToolTip(descriptor.isDerived()
                               ? tr("Nobody was asked about it as a whole: yes where one of these answers is yes, no "
                                    "where all are no.")
                               : QString());
    m_question->setVisible(descriptor.isDerived() || descriptor.question != descriptor.name);
}

void DescriptorPanel::elideName() {
    const int room = m_name->width() > 0 ? m_name->width() : width();
    m_name->setText(m_name->fontMetrics().elidedText(m_fullName, Qt::ElideMiddle, room));
    m_name->setToolTip(m_fullName);
    m_name->setAccessibleName(m_fullName);
}

void DescriptorPanel::showNeurons() {
    const auto study = session().study();
    tagging::Tagger* tagger = session().tagger();
    if (!m_descriptor || !study || !tagger)
        return;
    const std::uint32_t units = study->run->units;
    std::vector<CellListModel::Row> rows;
    std::vector<std::uint64_t> byLayer(study->run->layers);
    const std::vector<NeuronId> neurons = tagger->inverse(*m_descriptor);
    for (const NeuronId neuron : neurons) {
        rows.push_back({neuron.value, neuronName(neuron, units)});
        ++byLayer[neuron.value / units];
    }
    m_neuronTitle->setText(session().isExcluded(*m_descriptor)
                               ? tr("Excluded: it tags no neuron")
                               : tr("%Ln neuron(s) tagged with it", nullptr, static_cast<int>(rows.size())));
    // The tagger may be replaced before a row is scrolled into view: it is asked for anew, not kept.
    m_neurons->cells().show(
        std::move(rows),
        [this, descriptor = *m_descriptor](std::uint32_t neuron) {
            tagging::Tagger* now = session().tagger();
            return now ? now->cell(NeuronId{neuron}, descriptor) : tagging::Cell{};
        },
        tagger->thresholds().alphaMicro);
    loadAdjusted(neurons);
    std::vector<Bar> bars;
    for (std::size_t layer = 0; layer < byLayer.size(); ++layer)
        bars.push_back({tr("layer %1").arg(layer), byLayer[layer], units, false, {}});
    m_byLayer->bars().setBars(std::move(bars));
}

/// What is left of each neuron's lift within category and length. It hangs on k, half and tail alone: as t moves only
/// neurons that are new to the list are asked about.
void DescriptorPanel::loadAdjusted(const std::vector<NeuronId>& neurons) {
    const auto study = session().study();
    const tagging::Thresholds& now = session().tagger()->thresholds();
    const auto wanted =
        std::pair(*m_descriptor, tagging::Thresholds{.kMilli = now.kMilli, .split = now.split, .tail = now.tail});
    if (wanted != m_adjustedFor || study != m_adjustedStudy.lock()) {
        m_adjustedFor = wanted;
        m_adjustedStudy = study;
        m_adjusted.clear();
        m_neurons->cells().setAdjusted({});
    }
    std::vector<NeuronId> missing;
    for (const NeuronId neuron : neurons)
        if (!m_adjusted.contains(neuron.value))
            missing.push_back(neuron);
    if (missing.empty())
        return;
    using Cells = std::vector<std::optional<stats::Stratified>>;
    session().query<Cells>(
        QStringLiteral("adjusted neurons"),
        [study, wanted, missing](store::Database&, std::stop_token stop) {
            return pipeline::adjustedNeurons(*study, wanted.first, missing, wanted.second, stop);
        },
        [this, study, wanted, missing](Result<Cells> cells) {
            if (wanted != m_adjustedFor || study != m_adjustedStudy.lock())
                return;
            if (!cells) {
                if (cells.error().code != ErrorCode::Cancelled)
                    emit session().failed(cells.error());
                return;
            }
            for (std::size_t i = 0; i < missing.size(); ++i)
                m_adjusted[missing[i].value] = (*cells)[i];
            m_neurons->cells().setAdjusted(m_adjusted);
        },
        this);
}

void DescriptorPanel::showExamples() {
    const auto study = session().study();
    const tagging::Tagger* tagger = session().tagger();
    if (!m_descriptor || !study || !study->labels || !tagger)
        return;
    const auto column = study->labels->column(*m_descriptor);
    std::vector<SentenceListModel::Row> rows;
    for (const SentenceId id : study->corpus->members[static_cast<std::size_t>(tagger->thresholds().split)]) {
        if (rows.size() == kMostExamples)
            break;
        if (id.value < column.size() && column[id.value] == static_cast<std::uint8_t>(labels::Answer::Yes))
            rows.push_back({id, std::nullopt}); // ids are shuffled: the first ones are a fair sample
    }
    m_examples->sentences().setRows(std::move(rows));
    m_examples->setStrong([descriptor = *m_descriptor](std::uint32_t other) { return other == descriptor; });
}

} // namespace neuroscribe::ui
