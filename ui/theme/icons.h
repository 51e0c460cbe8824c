// Symbolic icons in the colour of the text around them.
#pragma once

#include <QIcon>
#include <QString>

namespace neuroscribe::ui {

/// name: of resources/icons/symbolic ("undo"). Drawn anew in the application's palette, so that it follows the theme.
QIcon symbolicIcon(const QString& name);
QIcon applicationIcon();

} // namespace neuroscribe::ui
