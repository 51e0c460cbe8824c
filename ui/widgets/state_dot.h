// A state as a small mark: shape and colour together, so that neither has to be told apart alone.
#pragma once

#include <QWidget>

namespace neuroscribe::ui {

struct Theme;

class StateDot : public QWidget {
    Q_OBJECT
public:
    enum class State {
        Missing, ///< empty ring
        Partial, ///< half-filled ring
        Running, ///< ring with an open quarter
        Done,    ///< full disc
        Stale,   ///< diamond
        Failed,  ///< cross in a square
        Info     ///< ring with a point
    };
    explicit StateDot(QWidget* parent = nullptr);
    void setState(State state);
    State state() const { return m_state; }
    QSize sizeHint() const override;
    /// For a delegate: the same mark anywhere.
    static void paintMark(QPainter& painter, const QPointF& centre, State state, const Theme& theme);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    State m_state = State::Missing;
};

} // namespace neuroscribe::ui
