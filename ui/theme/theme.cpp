#include "ui/theme/theme.h"

#include <QWidget>

#include <algorithm>
#include <array>
#include <cmath>

namespace neuroscribe::ui {
namespace {

Theme light() {
    Theme t;
    t.mode = ThemeMode::Light;
    t.window = QColor(0xF3F5F8);
    t.pane = QColor(0xFFFFFF);
    t.paneHover = QColor(0xF3F6FA);
    t.border = QColor(0xDCE0E7);
    t.gridLine = QColor(0xE8EBF0);
    t.track = QColor(0xDDE0E7);
    t.field = QColor(0xFFFFFF);
    t.emphasised = QColor(0x1F2530);
    t.text = QColor(0x1B1F27);
    t.textMuted = QColor(0x667080);
    t.textDisabled = QColor(0xA4ABB8);
    t.accentText = QColor(0xFFFFFF);
    t.accent = QColor(0x2A6BB5);
    t.accentSoft = QColor(0xE6EFFA);
    t.accentOnSoft = QColor(0x1F5C9F);
    t.positive = QColor(0x2C8A57);
    t.warning = QColor(0xB26A00);
    t.negative = QColor(0xC4342B);
    t.warningSoft = QColor(0xFFF4DE);
    t.negativeSoft = QColor(0xFDEBE9);
    t.baseRate = QColor(0xC77D17);
    t.selectionMark = QColor(0xEE4B35);
    t.chartBar = QColor(0x5B8FC9);
    t.chartBarMuted = QColor(0xCFD8E5);
    t.undefinedCell = QColor(0xD4D8DF);
    return t;
}

Theme dark() {
    Theme t;
    t.mode = ThemeMode::Dark;
    t.window = QColor(0x191C22);
    t.pane = QColor(0x22262E);
    t.paneHover = QColor(0x2A2F39);
    t.border = QColor(0x373C47);
    t.gridLine = QColor(0x2F343E);
    t.track = QColor(0x393E49);
    t.field = QColor(0x22262E);
    t.emphasised = QColor(0xE8EBF1);
    t.text = QColor(0xE7E9EE);
    t.textMuted = QColor(0x979EAD);
    t.textDisabled = QColor(0x5F6675);
    t.accentText = QColor(0x10151C);
    t.accent = QColor(0x62A1EA);
    t.accentSoft = QColor(0x263C56);
    t.accentOnSoft = QColor(0x8DBEF5);
    t.positive = QColor(0x62BF87);
    t.warning = QColor(0xE3A544);
    t.negative = QColor(0xF0766B);
    t.warningSoft = QColor(0x3B3120);
    t.negativeSoft = QColor(0x432826);
    t.baseRate = QColor(0xE3B04B);
    t.selectionMark = QColor(0xFF6A4D);
    t.chartBar = QColor(0x5290DB);
    t.chartBarMuted = QColor(0x414958);
    t.undefinedCell = QColor(0x4A505C);
    return t;
}

Theme highContrastLight() {
    Theme t = light();
    t.mode = ThemeMode::HighContrastLight;
    t.window = t.pane = t.field = QColor(0xFFFFFF);
    t.paneHover = QColor(0xE6E6E6);
    t.border = t.gridLine = t.text = t.textMuted = t.emphasised = QColor(Qt::black);
    t.textDisabled = QColor(0x595959);
    t.track = QColor(0xC8C8C8);
    t.accent = t.chartBar = QColor(0x003E8A);
    t.accentSoft = QColor(0xCFE2FF);
    t.accentOnSoft = QColor(0x002B61);
    t.positive = QColor(0x005A2B);
    t.warning = t.baseRate = QColor(0x7A4300);
    t.negative = t.selectionMark = QColor(0xA80000);
    t.chartBarMuted = QColor(0x8C8C8C);
    return t;
}

Theme highContrastDark() {
    Theme t = dark();
    t.mode = ThemeMode::HighContrastDark;
    t.window = t.pane = t.field = QColor(Qt::black);
    t.paneHover = QColor(0x2B2B2B);
    t.border = t.gridLine = t.text = t.textMuted = t.emphasised = QColor(0xFFFFFF);
    t.textDisabled = QColor(0xA6A6A6);
    t.track = QColor(0x4D4D4D);
    t.accentText = QColor(Qt::black);
    t.accent = t.chartBar = QColor(0x7CC4FF);
    t.accentSoft = QColor(0x003A66);
    t.accentOnSoft = QColor(0xFFFFFF);
    t.positive = QColor(0x6BFF9E);
    t.warning = t.baseRate = QColor(0xFFD24D);
    t.negative = t.selectionMark = QColor(0xFF8A7A);
    t.warningSoft = QColor(0x332600);
    t.negativeSoft = QColor(0x400A05);
    t.chartBarMuted = QColor(0x808080);
    return t;
}

/// Relative luminance of WCAG 2.
double luminance(const QColor& color) {
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// Black on white has 21:1; our ordinary themes stay under 17:1.
constexpr double kHighContrastRatio = 20.0;

} // namespace

Theme Theme::of(ThemeMode mode) {
    switch (mode) {
    case ThemeMode::Light:
        break;
    case ThemeMode::Dark:
        return dark();
    case ThemeMode::HighContrastLight:
        return highContrastLight();
    case ThemeMode::HighContrastDark:
        return highContrastDark();
    }
    return light();
}

Theme Theme::of(const QPalette& palette) {
    const double back = luminance(palette.color(QPalette::Active, QPalette::Window));
    const double front = luminance(palette.color(QPalette::Active, QPalette::WindowText));
    const bool isDark = back < front;
    const double ratio = (std::max(back, front) + 0.05) / (std::min(back, front) + 0.05);
    if (ratio >= kHighContrastRatio)
        return of(isDark ? ThemeMode::HighContrastDark : ThemeMode::HighContrastLight);
    return of(isDark ? ThemeMode::Dark : ThemeMode::Light);
}

Theme Theme::of(const QWidget* widget) {
    return of(widget->palette());
}

QColor Theme::layerColor(int index) const {
    // Neighbouring layers must differ, so the hue steps by about five twelfths of the circle.
    static constexpr std::array<int, 12> kHues = {212, 32, 140, 348, 268, 52, 178, 10, 232, 96, 312, 200};
    const auto count = static_cast<int>(kHues.size());
    const int round = index / count % 2;
    const int hue = kHues[static_cast<std::size_t>(index % count)];
    return isDark() ? QColor::fromHsl(hue, 140, round ? 120 : 165) : QColor::fromHsl(hue, 150, round ? 95 : 135);
}

QPalette Theme::palette() const {
    QPalette p;
    p.setColor(QPalette::Window, window);
    p.setColor(QPalette::WindowText, text);
    p.setColor(QPalette::Base, field);
    p.setColor(QPalette::AlternateBase, paneHover);
    p.setColor(QPalette::Text, text);
    p.setColor(QPalette::Button, pane);
    p.setColor(QPalette::ButtonText, text);
    p.setColor(QPalette::BrightText, negative);
    p.setColor(QPalette::ToolTipBase, emphasised);
    p.setColor(QPalette::ToolTipText, pane);
    p.setColor(QPalette::PlaceholderText, textMuted);
    p.setColor(QPalette::Link, accent);
    p.setColor(QPalette::LinkVisited, accent);
    p.setColor(QPalette::Highlight, accentSoft);
    p.setColor(QPalette::HighlightedText, accentOnSoft);
    p.setColor(QPalette::Light, pane);
    p.setColor(QPalette::Midlight, paneHover);
    p.setColor(QPalette::Mid, border);
    p.setColor(QPalette::Dark, textMuted);
    p.setColor(QPalette::Shadow, border);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        p.setColor(QPalette::Disabled, role, textDisabled);
    p.setColor(QPalette::Disabled, QPalette::Highlight, track);
    p.setColor(QPalette::Disabled, QPalette::HighlightedText, textMuted);
    return p;
}

} // namespace neuroscribe::ui
