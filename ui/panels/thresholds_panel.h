// k, t and the other thresholds, with what they do to the number of tags.
#pragma once

#include "core/tagging/tagger.h"
#include "ui/panels/panel.h"

#include <QStringList>

#include <cstdint>
#include <utility>
#include <vector>

class QComboBox;
class QLabel;
class QSpinBox;
class QStackedWidget;
class QVBoxLayout;

namespace neuroscribe::ui {

class BarList;
class RowRulesWait;
class EmptyState;
class FigureButton;
class TagCounts;
class ThresholdSlider;
class ThresholdSpin;

class ThresholdsPanel : public Panel {
    Q_OBJECT
public:
    explicit ThresholdsPanel(app::Session& session, QWidget* parent = nullptr);

    ThresholdSlider& kSlider() const { return *m_kSlider; }
    ThresholdSlider& tSlider() const { return *m_tSlider; }
    ThresholdSpin& kSpin() const { return *m_kSpin; }
    ThresholdSpin& tSpin() const { return *m_tSpin; }
    TagCounts& counts() const { return *m_counts; }
    FigureButton& figures() const { return *m_figures; }

protected:
    void refresh(const app::ChangeSet& change) override;

private:
    void addSliders(QVBoxLayout& column);
    FigureButton* makeFigures();
    void addRules(QVBoxLayout& column);
    void addLimits(QVBoxLayout& column);
    void addRow(QVBoxLayout& column, const QString& title, QWidget* field);
    void connectSlider(ThresholdSlider* slider, ThresholdSpin* spin, std::uint32_t tagging::Thresholds::*member);
    template <class Set>
    void change(bool live, Set set);
    void showThresholds(const tagging::Thresholds& thresholds);
    void showTicks(tagging::Rule rule);
    std::vector<std::uint32_t> distribution(const tagging::Tagger& tagger) const;

    /// Rules, as wanted and as shown, that the bars behind t are of.
    std::pair<tagging::Rule, tagging::Rule> m_distributionOf;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    ThresholdSlider* m_kSlider;
    ThresholdSpin* m_kSpin;
    QLabel* m_exemplars;
    ThresholdSlider* m_tSlider;
    ThresholdSpin* m_tSpin;
    FigureButton* m_figures; ///< of the distribution behind t and of the counts
    QComboBox* m_rule;
    RowRulesWait* m_wait;
    QComboBox* m_split;
    QComboBox* m_tail;
    ThresholdSpin* m_lift;
    ThresholdSpin* m_q;
    QSpinBox* m_topK;
    ThresholdSpin* m_alpha;
    TagCounts* m_counts;
};

} // namespace neuroscribe::ui
