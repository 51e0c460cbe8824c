// How frequent each descriptor is in the two halves (the paper's figure 9).
#pragma once

#include "ui/panels/panel.h"

namespace neuroscribe::ui {

class FigurePane;

class HalvesPanel : public Panel {
    Q_OBJECT
public:
    explicit HalvesPanel(app::Session& session, QWidget* parent = nullptr);
    FigurePane& figurePane() const { return *m_figure; }

protected:
    void refresh(const app::ChangeSet& change) override;
    void changeEvent(QEvent* event) override;

private:
    FigurePane* m_figure;
};

} // namespace neuroscribe::ui
