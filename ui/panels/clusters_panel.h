// The clusters of the study, with what is unclustered and what was set aside; a search that finds clusters and members.
#pragma once

#include "core/base/ids.h"
#include "ui/panels/panel.h"

#include <unordered_set>
#include <vector>

class QComboBox;
class QLabel;

namespace neuroscribe::ui {

class ClusterTable;
class SearchField;

class ClustersPanel : public Panel {
    Q_OBJECT
public:
    explicit ClustersPanel(app::Session& session, QWidget* parent = nullptr);

    ClusterTable& table() const { return *m_table; }
    QLabel* counts() const { return m_counts; } ///< for the panel's head
    void focusSearch();
    /// False: every cluster that is shown has a name.
    bool selectNextUnnamed();

signals:
    void found(const std::unordered_set<neuroscribe::RawDescriptorId>& members); ///< by the search; empty: no search
    void foundChosen();                                                          ///< Enter in the search field
    void selectionChanged();

protected:
    void refresh(const app::ChangeSet& change) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildLayout();
    void connectTable();
    void fill();
    void search();
    void chooseFirstFound();
    void showSelected();
    void showCounts();
    void showHint();

    SearchField* m_search;
    QComboBox* m_order;
    QComboBox* m_filter;
    QLabel* m_counts;
    QLabel* m_hint; ///< in the table, where it has no cluster to show
    ClusterTable* m_table;
    bool m_filling = false; ///< rows change: what is current then is no choice of the person
};

} // namespace neuroscribe::ui
