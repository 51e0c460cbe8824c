// The long work of this session: progress, stop, outcome.
#pragma once

#include "app/lanes/job_list.h"
#include "ui/panels/panel.h"

#include <map>

class QToolButton;
class QVBoxLayout;

namespace neuroscribe::ui {

class EmptyState;
class JobRow;

class JobsPanel : public Panel {
    Q_OBJECT
public:
    explicit JobsPanel(app::Session& session, QWidget* parent = nullptr);

protected:
    void refresh(const app::ChangeSet& change) override;

private:
    void addRow(app::JobId id);
    void updateRow(app::JobId id);
    void rebuild();
    void updateButtons();

    std::map<app::JobId, JobRow*> m_rows;
    QVBoxLayout* m_list;
    EmptyState* m_empty;
    QToolButton* m_clear;
};

} // namespace neuroscribe::ui
