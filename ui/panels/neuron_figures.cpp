// What the neuron's page draws, as figures.
#include "app/session/session.h"
#include "ui/models/format.h"
#include "ui/models/persistence_model.h"
#include "ui/panels/neuron_panel.h"
#include "ui/plots/activation_plot.h"
#include "ui/plots/panel_figures.h"
#include "ui/widgets/figure_button.h"
#include "ui/widgets/persistence_list.h"

#include <QLabel>

namespace neuroscribe::ui {

QString NeuronPanel::nameOfNeuron() const {
    const auto study = session().study();
    return m_neuron && study && study->run ? neuronName(*m_neuron, study->run->units) : QString();
}

void NeuronPanel::addFigures() {
    m_activationFigures = new FigureButton(
        session(), tr("Distribution of the activations"),
        [this]() -> std::vector<NamedFigure> {
            FigureParameters parameters{{tr("neuron").toStdString(), nameOfNeuron().toStdString()}};
            const bool calibration = shownSplit() == corpus::Split::Calibration;
            parameters.emplace_back(tr("half").toStdString(),
                                    (calibration ? tr("calibration") : tr("validation")).toStdString());
            return {{tr("activation"), activationFigure(m_plot->histogram(), m_plot->mark(), std::move(parameters))}};
        },
        this);
    connect(m_plot, &ActivationPlot::figureRequested, m_activationFigures, &QToolButton::click);
    m_persistenceFigures = new FigureButton(
        session(), m_persistenceTitle->text(),
        [this] {
            std::vector<LivingTag> tags;
            for (const PersistenceModel::Row& row : m_persistence->rows().rows())
                tags.push_back({row.name, row.lives});
            return ui::persistenceFigures(tags, m_insightOf, nameOfNeuron());
        },
        this);
    m_persistenceFigures->attachTo(*m_persistence);
}

} // namespace neuroscribe::ui
