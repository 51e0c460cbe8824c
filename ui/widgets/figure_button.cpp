#include "ui/widgets/figure_button.h"

#include "app/session/session.h"
#include "ui/dialogs/figure_dialog.h"
#include "ui/theme/icons.h"

#include <QAction>

namespace neuroscribe::ui {

FigureButton::FigureButton(app::Session& session, const QString& what, Figures figures, QWidget* parent)
    : QToolButton(parent), m_session(session), m_figures(std::move(figures)),
      m_action(new QAction(tr("Show as &Figure…"), this)) {
    setIcon(symbolicIcon(QStringLiteral("figure")));
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("%1: figure").arg(what));
    setToolTip(tr("Show it large, with its table, to export as SVG, PDF, PNG or CSV"));
    connect(this, &QToolButton::clicked, m_action, &QAction::trigger);
    connect(m_action, &QAction::triggered, this, &FigureButton::open);
}

void FigureButton::attachTo(QWidget& widget) {
    widget.addAction(m_action);
    widget.setContextMenuPolicy(Qt::ActionsContextMenu);
}

void FigureButton::open() {
    auto* dialog = new FigureDialog(m_figures(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FigureDialog::exported, this,
            [this](const QString& path) { emit m_session.noticed(tr("The figure was written to %1.").arg(path)); });
    connect(dialog, &FigureDialog::exportFailed, &m_session, &app::Session::failed);
    dialog->open();
}

} // namespace neuroscribe::ui
