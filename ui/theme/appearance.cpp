#include "ui/theme/appearance.h"

#include "ui/theme/style.h"

#include <QApplication>
#include <QFontDatabase>
#include <QToolTip>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

/// Where no desktop says anything, Qt's default is smaller than what reads well.
constexpr double kLeastPoints = 9.75;

QFont textFont(double points) {
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    const QString wanted = QStringLiteral("Inter");
    if (QFontDatabase::hasFamily(wanted))
        font.setFamilies({wanted, font.family()});
    font.setPointSizeF(points);
    return font;
}

} // namespace

Appearance::Appearance(QApplication& application)
    : m_desktop(QApplication::palette()),
      m_points(std::max(QFontDatabase::systemFont(QFontDatabase::GeneralFont).pointSizeF(), kLeastPoints)) {
    Q_UNUSED(application) // its presence is what makes fonts and palettes available
    QApplication::setStyle(new Style);
}

void Appearance::apply(app::ThemeChoice theme, int textPercent) {
    const Theme chosen = Theme::of(modeFor(theme, m_desktop));
    QApplication::setFont(textFont(m_points * textPercent / 100.0));
    QApplication::setPalette(chosen.palette());
    QToolTip::setPalette(chosen.palette());
}

ThemeMode Appearance::modeFor(app::ThemeChoice theme, const QPalette& desktop) {
    switch (theme) {
    case app::ThemeChoice::System:
        break;
    case app::ThemeChoice::Light:
        return ThemeMode::Light;
    case app::ThemeChoice::Dark:
        return ThemeMode::Dark;
    case app::ThemeChoice::HighContrastLight:
        return ThemeMode::HighContrastLight;
    case app::ThemeChoice::HighContrastDark:
        return ThemeMode::HighContrastDark;
    }
    return Theme::of(desktop).mode;
}

} // namespace neuroscribe::ui
