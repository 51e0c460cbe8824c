// From topics to clusters: which encoder says what is alike, how alike the topics of a cluster are, and what a
// threshold would give before it is applied.
#pragma once

#include "app/session/cluster_trial.h"
#include "core/pipeline/cluster_descriptors.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace neuroscribe::app {
class Session;
class Settings;
} // namespace neuroscribe::app

namespace neuroscribe::ui {

class ClusterTrialView;
class ThresholdSlider;

class ClusterDialog : public QDialog {
    Q_OBJECT
public:
    ClusterDialog(app::Session& session, app::Settings& settings, QWidget* parent = nullptr);
    void accept() override;

    ThresholdSlider& slider() const;
    app::ClusterTrial& trial() { return m_trial; }

private:
    void addEncoder(QFormLayout& form);
    void proposeLast();
    void take(const descriptors::ClusteringRecord& record);
    void ask();
    void validate();
    app::ClusterTrial::Question question() const;

    app::Session& m_session;
    app::Settings& m_settings;
    app::ClusterTrial m_trial;
    QLineEdit* m_encoder = nullptr;
    QComboBox* m_method;
    QSpinBox* m_minSize;
    ClusterTrialView* m_view;
    QPushButton* m_cluster;
    bool m_touched = false; ///< a person has moved something: what is stored comes too late
};

} // namespace neuroscribe::ui
