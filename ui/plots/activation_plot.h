// How a neuron's activations are distributed, with the place where its exemplars begin. The arrow keys go from bin to
// bin and tell how many sentences it has.
#pragma once

#include "ui/models/neuron_profile.h"

#include <QString>
#include <QWidget>

#include <cstddef>
#include <cstdint>
#include <optional>

namespace neuroscribe::ui {

class ActivationPlot : public QWidget {
    Q_OBJECT
public:
    explicit ActivationPlot(QWidget* parent = nullptr);

    struct Mark {
        double value = 0;
        bool above = true; ///< exemplars lie above it (below it: the bottom tail)
        QString text;      ///< "top 1 %"
        bool operator==(const Mark&) const = default;
    };
    void setHistogram(const Histogram& histogram, std::optional<Mark> mark);
    const Histogram& histogram() const { return m_histogram; }
    const std::optional<Mark>& mark() const { return m_mark; }
    void setLogarithmic(bool on);
    /// The table twin: bin edges and counts, tab-separated with a header.
    QString asText() const;

    QSize sizeHint() const override { return {320, 96}; }
    QSize minimumSizeHint() const override { return {160, 84}; }

signals:
    void figureRequested(); ///< from the context menu

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QRectF plotArea() const;
    double heightOf(std::uint32_t count) const; ///< share of the plot's height
    void paintBars(QPainter& painter, const QRectF& area) const;
    void paintMark(QPainter& painter, const QRectF& area) const;
    void paintCursor(QPainter& painter, const QRectF& area) const;
    QString describeBin(std::size_t bin) const;
    QString description() const; ///< of the whole
    void moveCursor(std::int64_t by);
    void announce();

    Histogram m_histogram;
    std::optional<Mark> m_mark;
    bool m_logarithmic = false;
    std::optional<std::size_t> m_cursor; ///< the bin that the keys are at
};

} // namespace neuroscribe::ui
