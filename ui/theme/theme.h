// Colour roles of the window: what a colour means, never which one it is. The only folder with colour values.
// A theme is a value derived from a palette; widgets fetch it where they paint, so a palette change needs no wiring
// beyond the repaint that Qt does by itself (plots re-theme on QEvent::PaletteChange).
#pragma once

#include <QColor>
#include <QPalette>

class QWidget;

namespace neuroscribe::ui {

enum class ThemeMode { Light, Dark, HighContrastLight, HighContrastDark };

struct Theme {
    ThemeMode mode = ThemeMode::Light;

    // Surfaces
    QColor window;     ///< behind the panes
    QColor pane;       ///< a panel's surface, plots included
    QColor paneHover;  ///< a row or flat button under the pointer
    QColor border;     ///< hairlines around panes and controls
    QColor gridLine;   ///< hairlines inside a table or plot
    QColor track;      ///< the empty part of a bar, slider or progress
    QColor field;      ///< background of an input
    QColor emphasised; ///< background of a tool tip

    // Text
    QColor text;
    QColor textMuted;    ///< secondary: units, captions; at least 4.5:1 on pane
    QColor textDisabled; ///< of controls that are off
    QColor accentText;   ///< on accent

    // Meaning
    QColor accent;        ///< the one accent: chosen, active, filled
    QColor accentSoft;    ///< background of a chosen segment, chip or row
    QColor accentOnSoft;  ///< text on accentSoft
    QColor positive;      ///< done
    QColor warning;       ///< stale, slow, incomplete
    QColor negative;      ///< failed
    QColor warningSoft;   ///< background of a notice
    QColor negativeSoft;  ///< background of an error
    QColor baseRate;      ///< tick of the base rate on a bar
    QColor selectionMark; ///< the selected row or column on a plot; visible on every colour map

    // Charts
    QColor chartBar;      ///< bars in range, above the threshold
    QColor chartBarMuted; ///< bars out of range
    QColor undefinedCell; ///< heat map: no value

    bool isDark() const { return mode == ThemeMode::Dark || mode == ThemeMode::HighContrastDark; }
    bool isHighContrast() const { return mode == ThemeMode::HighContrastLight || mode == ThemeMode::HighContrastDark; }

    static Theme of(ThemeMode mode);
    /// From how dark the palette's window is and how strong its contrast; works for any palette.
    static Theme of(const QPalette& palette);
    static Theme of(const QWidget* widget);

    /// Colour `index` of layers and other small ordered sets; distinct for at least 12.
    QColor layerColor(int index) const;
    QPalette palette() const;

    bool operator==(const Theme&) const = default;
};

} // namespace neuroscribe::ui
