// One neuron: its tags, the distribution of its activations, and its exemplars.
#pragma once

#include "ui/panels/panel.h"

namespace neuroscribe::ui {

class NeuronPanel : public Panel {
    Q_OBJECT
public:
    explicit NeuronPanel(app::Session& session, QWidget* parent = nullptr);

protected:
    void refresh(const app::ChangeSet& change) override;
};

} // namespace neuroscribe::ui
