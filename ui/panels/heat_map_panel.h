// Neurons x descriptors as a picture, with the same values as a table.
#pragma once

#include "ui/panels/panel.h"

namespace neuroscribe::ui {

class HeatMapPanel : public Panel {
    Q_OBJECT
public:
    explicit HeatMapPanel(app::Session& session, QWidget* parent = nullptr);

protected:
    void refresh(const app::ChangeSet& change) override;
};

} // namespace neuroscribe::ui
