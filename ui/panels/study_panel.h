// The steps of the pipeline with their state, and the buttons that carry them on.
#pragma once

#include "ui/panels/panel.h"

#include <vector>

class QAction;

namespace neuroscribe::ui {

class StepRow;

class StudyPanel : public Panel {
    Q_OBJECT
public:
    /// actions: of the window, shown as buttons below the steps ("Import...", "Label...", "Extract...").
    StudyPanel(app::Session& session, const std::vector<QAction*>& actions, QWidget* parent = nullptr);

protected:
    void refresh(const app::ChangeSet& change) override;

private:
    std::vector<StepRow*> m_rows; ///< in the order of pipeline::Step
};

} // namespace neuroscribe::ui
