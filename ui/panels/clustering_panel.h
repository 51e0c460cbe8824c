// How fine the clusters are: another threshold tried beside them, with what it would give, and clustering again with
// it. The embeddings that the study has are clustered; other methods and encoders are the dialog's.
#pragma once

#include "app/session/cluster_trial.h"
#include "ui/panels/panel.h"

#include <memory>

class QAction;
class QLabel;
class QPushButton;

namespace neuroscribe::ui {

class ClusterTrialView;
class ThresholdSlider;

class ClusteringPanel : public Panel {
    Q_OBJECT
public:
    /// settings: the command that opens the dialog.
    ClusteringPanel(app::Session& session, QAction* settings, QWidget* parent = nullptr);
    ~ClusteringPanel() override;

    void focusThreshold();
    ThresholdSlider& slider() const;
    const app::ClusterTrial* trial() const { return m_trial.get(); } ///< null: no study is open
    QPushButton& clusterButton() const { return *m_cluster; }

protected:
    void refresh(const app::ChangeSet& change) override;

private:
    void takeTopics();
    void readLast();
    void showMethod();
    void showPresent();
    void updateButton();
    void cluster();

    std::unique_ptr<app::ClusterTrial> m_trial;
    Hash128 m_embedded;   ///< what the trial compares
    bool m_moved = false; ///< a person has: what is stored comes too late
    ClusterTrialView* m_view;
    QLabel* m_method;
    QPushButton* m_cluster;
};

} // namespace neuroscribe::ui
