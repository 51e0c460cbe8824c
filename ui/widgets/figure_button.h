// Opens what a panel draws in its own way as figures: by the button, and by its command in the context menu of the
// widget it belongs to.
#pragma once

#include "ui/plots/panel_figures.h"

#include <QToolButton>

#include <functional>

class QAction;

namespace neuroscribe::app {
class Session;
}

namespace neuroscribe::ui {

class FigureButton : public QToolButton {
    Q_OBJECT
public:
    using Figures = std::function<std::vector<NamedFigure>()>;
    /// what: "Distribution of the activations", for the accessible name. figures: made when it is pressed.
    FigureButton(app::Session& session, const QString& what, Figures figures, QWidget* parent = nullptr);

    QAction* action() const { return m_action; }
    /// Puts the command into the context menu of the widget, which has none of its own.
    void attachTo(QWidget& widget);

private:
    void open();

    app::Session& m_session;
    Figures m_figures;
    QAction* m_action;
};

} // namespace neuroscribe::ui
