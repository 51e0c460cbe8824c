// Descriptors x descriptors: how they go together over sentences, over neurons, and where the two differ. A pair opens
// its 2x2 table and the sentences behind it.
#pragma once

#include "core/base/ids.h"
#include "core/pipeline/correlation.h"
#include "ui/panels/panel.h"

#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QSplitter;

namespace neuroscribe::ui {

class CorrelationPair;
class CoverageBadge;
class FigurePane;
class SegmentedControl;

class CorrelationPanel : public Panel {
    Q_OBJECT
public:
    explicit CorrelationPanel(app::Session& session, QWidget* parent = nullptr);

    FigurePane& figure() const { return *m_figure; }
    CorrelationPair& pair() const { return *m_pair; }
    SegmentedControl* views() const { return m_views; }
    CoverageBadge* badge() const { return m_badge; }
    bool isPairShown() const;

protected:
    void refresh(const app::ChangeSet& change) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void buildViews();
    pipeline::CorrelationView view() const;
    bool needsProfiles() const { return view() != pipeline::CorrelationView::Sentences; }
    void compute();
    void take(const pipeline::StudyData& study,
              Result<std::shared_ptr<const pipeline::DescriptorCorrelation>> computed);
    void draw();
    void showEmpty();
    void pick(std::size_t row, std::size_t column);
    void closePair();
    /// Nothing: the descriptor is not in the correlation (any more).
    std::optional<std::uint32_t> columnOf(DescriptorId descriptor) const;
    /// The pair again after a change of names or columns; closed where it is gone.
    void showPair();

    std::shared_ptr<const pipeline::DescriptorCorrelation> m_correlation; ///< null: none yet
    std::vector<DescriptorId> m_descriptors;                              ///< of m_correlation, by column
    std::optional<std::pair<DescriptorId, DescriptorId>> m_picked;
    SegmentedControl* m_views;
    CoverageBadge* m_badge;
    QSplitter* m_splitter;
    FigurePane* m_figure;
    CorrelationPair* m_pair;
};

} // namespace neuroscribe::ui
