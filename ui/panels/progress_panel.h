// Who answers, how the questions are drawn, and how far each descriptor has come.
#pragma once

#include "ui/panels/panel.h"

class QAction;
class QComboBox;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace neuroscribe::ui {

class SegmentedControl;
class ValidationProgressModel;
class ValueTable;

class ProgressPanel : public Panel {
    Q_OBJECT
public:
    /// addPerson: the command behind the button beside the names.
    ProgressPanel(app::Session& session, QAction* addPerson, QWidget* parent = nullptr);

    QComboBox& people() const { return *m_people; }
    SegmentedControl& drawn() const { return *m_drawn; }
    ValueTable& table() const { return *m_table; }
    ValidationProgressModel& rows() const { return *m_model; }

protected:
    void refresh(const app::ChangeSet& change) override;
    void comeIntoSight() override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitColumns();
    void buildLayout(QAction* addPerson);
    void showSetup();
    void showRows();
    void chooseAll(bool chosen);

    QComboBox* m_people;
    QToolButton* m_add;
    SegmentedControl* m_drawn;
    ValueTable* m_table;
    ValidationProgressModel* m_model;
};

} // namespace neuroscribe::ui
