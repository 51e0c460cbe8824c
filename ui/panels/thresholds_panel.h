// k, t and the other thresholds, with what they do to the number of tags.
#pragma once

#include "ui/panels/panel.h"

namespace neuroscribe::ui {

class ThresholdsPanel : public Panel {
    Q_OBJECT
public:
    explicit ThresholdsPanel(app::Session& session, QWidget* parent = nullptr);

protected:
    void refresh(const app::ChangeSet& change) override;
};

} // namespace neuroscribe::ui
