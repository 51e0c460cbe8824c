#include "ui/widgets/similar_neurons.h"

#include "ui/models/format.h"
#include "ui/widgets/chip_button.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/small_label.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace neuroscribe::ui {

SimilarNeurons::SimilarNeurons(QWidget* parent) : QWidget(parent), m_neurons(2 * kMost, 0) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 4, 12, 4);
    column->setSpacing(4);
    auto* title = new QLabel(tr("Similar neurons by"), this);
    QFont bold = title->font();
    bold.setWeight(QFont::DemiBold);
    title->setFont(bold);
    column->addWidget(title);
    addRow(tr("exemplars"), tr("Neurons that share the most exemplars at this k, with the share"));
    addRow(tr("descriptors"), tr("Neurons whose descriptors have the most similar f, with the correlation"));
    int width = 0; // the buttons of both rows begin below each other
    for (const QWidget* caption : m_captions)
        width = std::max(width, caption->sizeHint().width());
    for (QWidget* caption : m_captions)
        caption->setMinimumWidth(width);
}

void SimilarNeurons::addRow(const QString& title, const QString& toolTip) {
    auto* row = new QWidget(this);
    row->setLayout(new FlowLayout(5));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    row->setSizePolicy(policy);
    auto* label = new SmallLabel(row);
    label->setText(title);
    label->setToolTip(toolTip);
    m_captions.push_back(label);
    row->layout()->addWidget(label);
    for (std::uint32_t i = 0; i < kMost; ++i) {
        auto* button = new ChipButton(row);
        button->setAccessibleName(tr("Similar neuron"));
        button->hide(); // until there is a neuron for it
        const std::size_t index = m_buttons.size();
        connect(button, &QAbstractButton::clicked, this, [this, index] { emit picked(m_neurons[index]); });
        m_buttons.push_back(button);
        row->layout()->addWidget(button);
    }
    layout()->addWidget(row);
}

void SimilarNeurons::show(const Lists& lists, std::uint32_t unitsPerLayer) {
    const QLocale locale;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const bool exemplars = i < kMost;
        const auto& list = exemplars ? lists.byExemplars : lists.byProfile;
        const std::size_t rank = i % kMost;
        m_buttons[i]->setVisible(rank < list.size());
        if (rank >= list.size())
            continue;
        const tagging::SimilarNeuron& similar = list[rank];
        const QString name = neuronName(similar.neuron, unitsPerLayer);
        const QString value =
            exemplars ? formatPercent(locale, similar.value, 0) : formatFixed(locale, similar.value, 2);
        m_neurons[i] = similar.neuron.value;
        m_buttons[i]->setText(QStringLiteral("%1  %2").arg(name, value));
        m_buttons[i]->setAccessibleName(exemplars ? tr("Neuron %1 shares %2 of the exemplars").arg(name, value)
                                                  : tr("Neuron %1, correlation %2").arg(name, value));
        m_buttons[i]->setToolTip(m_buttons[i]->accessibleName());
    }
    updateGeometry();
}

} // namespace neuroscribe::ui
