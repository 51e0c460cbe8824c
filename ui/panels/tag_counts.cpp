#include "ui/panels/tag_counts.h"

#include "core/pipeline/study.h"
#include "ui/models/bar_model.h"
#include "ui/models/format.h"
#include "ui/widgets/bar_list.h"
#include "ui/widgets/figure_button.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr int kMostLayers = 24;
/// A descriptor on more than this share of the neurons says little about any of them (the paper dropped three).
constexpr double kTooCommon = 0.8;

QLabel* caption(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

TagCounts::TagCounts(FigureButton& figures, QWidget* parent)
    : QWidget(parent), m_beyondCaption(caption({}, this)), m_byLayer(new BarList(this)),
      m_byDescriptor(new BarList(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    m_tagged = addRow(*column, caption(tr("Neurons tagged"), this));
    m_perNeuron = addRow(*column, caption(tr("Tags per tagged neuron"), this));
    m_beyond = addRow(*column, m_beyondCaption);
    column->addSpacing(4);
    auto* byLayer = new QHBoxLayout;
    QLabel* byLayerCaption = caption(tr("Tagged neurons by layer"), this);
    byLayerCaption->setWordWrap(true);
    byLayer->addWidget(byLayerCaption, 1);
    byLayer->addWidget(&figures);
    column->addLayout(byLayer);
    column->addWidget(m_byLayer);
    column->addSpacing(4);
    column->addWidget(caption(tr("Tagged neurons by descriptor"), this));
    column->addWidget(m_byDescriptor);
    column->addStretch(1);
    figures.attachTo(*m_byLayer);
    figures.attachTo(*m_byDescriptor);
    m_byLayer->setMostRows(kMostLayers);
    m_byLayer->setSelectionMode(QAbstractItemView::NoSelection);
    m_byLayer->setAccessibleName(tr("Tagged neurons by layer"));
    m_byDescriptor->setAccessibleName(tr("Tagged neurons by descriptor"));
    connect(m_byDescriptor, &QAbstractItemView::clicked, this,
            [this](const QModelIndex& index) { emit descriptorPicked(static_cast<quint32>(index.row())); });
    connect(m_byDescriptor, &QAbstractItemView::activated, this,
            [this](const QModelIndex& index) { emit descriptorPicked(static_cast<quint32>(index.row())); });
}

QLabel* TagCounts::addRow(QVBoxLayout& column, QLabel* left) {
    auto* value = new QLabel(this);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value->setTextFormat(Qt::PlainText);
    QFont bold = value->font();
    bold.setWeight(QFont::DemiBold);
    value->setFont(bold);
    auto* row = new QHBoxLayout;
    left->setWordWrap(true);
    left->setBuddy(value);
    row->addWidget(left, 1);
    row->addWidget(value);
    column.addLayout(row);
    return value;
}

void TagCounts::show(const pipeline::StudyData& study, tagging::Tagger& tagger, bool qKnown) {
    const QLocale locale;
    const tagging::TagSummary& summary = tagger.summary();
    const std::uint32_t neurons = tagger.counts().neurons;
    m_tagged->setText(tr("%1 of %2").arg(formatCount(locale, summary.neuronsTagged), formatCount(locale, neurons)));
    m_perNeuron->setText(summary.neuronsTagged
                             ? locale.toString(static_cast<double>(summary.tags) / summary.neuronsTagged, 'f', 2)
                             : undefinedText());
    const double alpha = tagger.thresholds().alphaMicro / 1e6;
    m_beyondCaption->setText(tr("Beyond chance (q < %1)").arg(locale.toString(alpha, 'g', 3)));
    m_beyond->setText(qKnown ? formatCount(locale, summary.solidNeurons) : tr("…"));
    m_beyond->setToolTip(tr("Neurons with at least one tag that beats chance. q does not pay for having searched "
                            "over k."));
    showLayers(summary, study.run ? study.run->units : neurons);
    showDescriptors(study, tagger, summary);
}

QString TagCounts::taggedText() const {
    return m_tagged->text();
}

void TagCounts::showLayers(const tagging::TagSummary& summary, std::uint32_t unitsPerLayer) {
    std::vector<Bar> bars;
    for (std::size_t layer = 0; layer < summary.taggedNeuronsByLayer.size(); ++layer)
        bars.push_back({QString::number(layer), summary.taggedNeuronsByLayer[layer], unitsPerLayer, false, {}});
    m_byLayer->bars().setBars(std::move(bars));
}

void TagCounts::showDescriptors(const pipeline::StudyData& study, const tagging::Tagger& tagger,
                                const tagging::TagSummary& summary) {
    const auto& counts = summary.neuronsByDescriptor;
    const std::uint32_t most = counts.empty() ? 0 : *std::max_element(counts.begin(), counts.end());
    std::vector<Bar> bars;
    for (std::size_t column = 0; column < counts.size(); ++column) {
        Bar bar{QString::fromStdString(study.descriptors[column].name), counts[column], std::max(most, 1U), false, {}};
        if (tagger.active()[column] == 0) {
            bar.label = tr("%1 (excluded)").arg(bar.label);
            bar.note = tr("X includes it again.");
        } else if (counts[column] > kTooCommon * tagger.counts().neurons) {
            bar.flagged = true;
            bar.note = tr("Tags more than 80 % of the neurons: it tells them apart no more. X excludes it.");
        }
        bars.push_back(std::move(bar));
    }
    m_byDescriptor->bars().setBars(std::move(bars));
}

} // namespace neuroscribe::ui
