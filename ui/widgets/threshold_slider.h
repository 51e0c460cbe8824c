// A slider for a stored integer threshold, with the distribution it cuts drawn behind it. The bars above the threshold
// stand out. Dragging is one gesture: moved() while it goes on, committed() at its end. A key commits at once; a key
// held down moves live and commits when it is let go. Speaks its meaning ("k = 1.00 percent").
#pragma once

#include "ui/widgets/threshold_scale.h"

#include <QWidget>

#include <cstdint>
#include <functional>
#include <vector>

namespace neuroscribe::ui {

class ThresholdSlider : public QWidget {
    Q_OBJECT
public:
    explicit ThresholdSlider(const ThresholdScale& scale, QWidget* parent = nullptr);

    std::uint32_t value() const { return m_value; }
    /// From outside; emits nothing. Ignored while a drag or a held key goes on: the hand leads.
    void setValue(std::uint32_t value);
    /// A whole gesture at once, as assistive technology asks for it.
    void commitValue(std::uint32_t value);
    const ThresholdScale& scale() const { return m_scale; }
    /// Another scale for the same value; a gesture under way ends.
    void setScale(const ThresholdScale& scale);

    /// Counts in equal bins from minimum to maximum along the track; drawn on a square-root scale.
    void setDistribution(std::vector<std::uint32_t> counts);
    const std::vector<std::uint32_t>& distribution() const { return m_distribution; }
    /// Marked places with a short text under the track.
    struct Tick {
        std::uint32_t value = 0;
        QString text;
        bool operator==(const Tick&) const = default;
    };
    void setTicks(std::vector<Tick> ticks);
    /// What a value means in words, for screen readers and the tool tip.
    void setSpeaker(std::function<QString(std::uint32_t)> speak);
    QString spokenValue() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void moved(quint32 value);     ///< the gesture goes on
    void committed(quint32 value); ///< the gesture ended with another value than it began with

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QRectF track() const;
    double xOf(std::uint32_t value) const;
    std::uint32_t valueAtX(double x) const;
    /// Moves to a value inside the gesture, beginning one if there is none.
    void moveTo(std::uint32_t value);
    void endGesture();
    void spoken();
    void paintDistribution(QPainter& painter, const QRectF& area) const;
    void paintTicks(QPainter& painter) const;
    void paintHandle(QPainter& painter) const;

    ThresholdScale m_scale;
    std::uint32_t m_value = 0;
    std::vector<std::uint32_t> m_distribution;
    std::vector<Tick> m_ticks;
    std::function<QString(std::uint32_t)> m_speak;
    bool m_inGesture = false;
    bool m_dragging = false;
    std::uint32_t m_before = 0; ///< value when the gesture began
    double m_grip = 0;          ///< from the handle's middle to where the mouse took it
};

} // namespace neuroscribe::ui
