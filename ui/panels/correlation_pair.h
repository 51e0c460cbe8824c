// A pair of descriptors: how they go together, the 2x2 table of their answers, and sentences of the cell that is
// chosen. Part of the correlation panel.
#pragma once

#include "core/pipeline/correlation.h"

#include <QWidget>

#include <array>
#include <memory>

class QLabel;
class QToolButton;

namespace neuroscribe::app {
class Session;
}

namespace neuroscribe::ui {

class SentenceList;
class SmallLabel;

class CorrelationPair : public QWidget {
    Q_OBJECT
public:
    explicit CorrelationPair(app::Session& session, QWidget* parent = nullptr);

    /// Columns of the study. The chosen cell stays the one it was.
    void setPair(std::shared_ptr<const pipeline::DescriptorCorrelation> correlation, std::uint32_t first,
                 std::uint32_t second);
    /// In the order both, first only, second only, neither.
    QToolButton& cell(std::size_t index) const { return *m_cells[index]; }
    SentenceList& sentences() const { return *m_sentences; }
    QString summary() const;
    /// Another study: its sentences are forgotten.
    void forget();

signals:
    void closed(); ///< the button or Esc

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildTable();
    void showNumbers();
    void showSentences();
    QString sentenceNumbers() const;
    QString neuronNumbers() const;

    app::Session& m_session;
    std::shared_ptr<const pipeline::DescriptorCorrelation> m_correlation;
    std::uint32_t m_first = 0, m_second = 0;
    QLabel* m_names;
    SmallLabel* m_numbers;
    std::array<QLabel*, 4> m_heads{}; ///< first yes, first no, second yes, second no
    std::array<QToolButton*, 4> m_cells{};
    SentenceList* m_sentences;
};

} // namespace neuroscribe::ui
