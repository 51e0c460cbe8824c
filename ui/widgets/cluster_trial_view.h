// A threshold of the clustering, tried live: the slider with the number of clusters behind it, and what the threshold
// would give. Shared by the dialog that clusters and the panel beside the clusters.
#pragma once

#include "app/session/cluster_trial.h"

#include <QWidget>

#include <optional>

class QLabel;
class QVBoxLayout;

namespace neuroscribe::ui {

class ThresholdSlider;
class ThresholdSpin;

class ClusterTrialView : public QWidget {
    Q_OBJECT
public:
    /// What there is now, to compare with.
    struct Present {
        std::uint64_t clusters = 0;
        double unclustered = 0; ///< share of the topics
        bool operator==(const Present&) const = default;
    };

    explicit ClusterTrialView(QWidget* parent = nullptr);
    /// Null: nothing can be tried. Whoever takes the trial away before the view sets another one, or null, first.
    void setTrial(app::ClusterTrial* trial);
    void setPresent(const std::optional<Present>& present);
    /// From outside: asks nothing by itself.
    void setQuestion(const app::ClusterTrial::Question& question);
    const app::ClusterTrial::Question& question() const { return m_question; }
    void ask();
    ThresholdSlider& slider() const { return *m_slider; }
    /// Between the figures and the note below them.
    void insertBelowFigures(QWidget* widget);

signals:
    void moved(); ///< by a person; it has been asked

private:
    void addThreshold(QVBoxLayout& column);
    QLabel* addRow(QVBoxLayout& column, const QString& caption);
    void takeThreshold(std::uint32_t milli);
    void showTrial();
    void showNames();
    QString noteText() const;
    bool isBelowFloor() const;

    app::ClusterTrial* m_trial = nullptr;
    app::ClusterTrial::Question m_question;
    std::optional<Present> m_present;
    bool m_asked = false;
    ThresholdSlider* m_slider = nullptr;
    ThresholdSpin* m_threshold = nullptr;
    QLabel* m_clusters;
    QLabel* m_unclustered;
    QLabel* m_names;
    QLabel* m_note;
};

} // namespace neuroscribe::ui
