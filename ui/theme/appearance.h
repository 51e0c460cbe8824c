// Looks of the whole application: style, palette and text size, changed while it runs.
#pragma once

#include "app/settings/settings.h"
#include "ui/theme/theme.h"

class QApplication;

namespace neuroscribe::ui {

/// Owned by main. Remembers what the desktop had, to be able to return to it.
class Appearance {
public:
    explicit Appearance(QApplication& application);

    void apply(app::ThemeChoice theme, int textPercent);
    static ThemeMode modeFor(app::ThemeChoice theme, const QPalette& desktop);

private:
    QPalette m_desktop;
    double m_points; ///< of the desktop's text
};

} // namespace neuroscribe::ui
