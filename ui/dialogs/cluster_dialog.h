// From topics to clusters: which encoder says what is alike, how alike the topics of a cluster are, and what a
// threshold would give before it is applied.
#pragma once

#include "app/session/cluster_trial.h"
#include "core/pipeline/cluster_descriptors.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QVBoxLayout;

namespace neuroscribe::app {
class Session;
class Settings;
} // namespace neuroscribe::app

namespace neuroscribe::ui {

class ThresholdSlider;
class ThresholdSpin;

class ClusterDialog : public QDialog {
    Q_OBJECT
public:
    ClusterDialog(app::Session& session, app::Settings& settings, QWidget* parent = nullptr);
    void accept() override;

    ThresholdSlider& slider() const { return *m_slider; }
    app::ClusterTrial& trial() { return m_trial; }

private:
    void addEncoder(QFormLayout& form);
    void addThreshold(QVBoxLayout& column);
    QLabel* addRow(QVBoxLayout& column, const QString& caption);
    void proposeLast();
    void setThreshold(std::uint32_t milli);
    void ask();
    void showTrial();
    void showNames();
    void validate();
    QString trialNote() const;
    descriptors::ClusterMethod method() const;

    app::Session& m_session;
    app::Settings& m_settings;
    app::ClusterTrial m_trial;
    QLineEdit* m_encoder = nullptr;
    ThresholdSlider* m_slider = nullptr;
    ThresholdSpin* m_threshold = nullptr;
    QComboBox* m_method;
    QSpinBox* m_minSize;
    QLabel* m_clusters = nullptr;
    QLabel* m_unclustered = nullptr;
    QLabel* m_names = nullptr;
    QLabel* m_note;
    QPushButton* m_cluster;
    bool m_touched = false; ///< a person has moved something: what is stored comes too late
};

} // namespace neuroscribe::ui
