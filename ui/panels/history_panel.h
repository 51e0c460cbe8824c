// Every edit of the curation in words, the newest first. A double click or Enter goes to the state after it.
#pragma once

#include "ui/panels/panel.h"

class QListView;
class QStackedWidget;

namespace neuroscribe::ui {

class CoverageBadge;
class EditHistoryModel;

class HistoryPanel : public Panel {
    Q_OBJECT
public:
    explicit HistoryPanel(app::Session& session, QWidget* parent = nullptr);

    CoverageBadge* count() const { return m_count; } ///< for the head of the pane, which takes it over
    QListView& list() const { return *m_list; }
    const EditHistoryModel& edits() const { return *m_model; }

protected:
    void refresh(const app::ChangeSet& change) override;

private:
    CoverageBadge* m_count;
    QStackedWidget* m_stack;
    QListView* m_list;
    EditHistoryModel* m_model;
};

} // namespace neuroscribe::ui
