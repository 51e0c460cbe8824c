#include "ui/theme/series_colors.h"

#include <algorithm>
#include <array>

namespace neuroscribe::ui {

QColor seriesColor(const Theme& theme, int index) {
    // Blue and orange first: they differ for colour-blind readers too.
    static constexpr std::array<QRgb, 4> kLight = {0x2A6BB5, 0xD97A1C, 0x2C8A57, 0x8A4FB0};
    static constexpr std::array<QRgb, 4> kDark = {0x62A1EA, 0xF0A04B, 0x62BF87, 0xC08BE0};
    if (index == 0)
        return theme.accent;
    if (index >= static_cast<int>(kLight.size()))
        return theme.isHighContrast() ? theme.textDisabled : QColor(theme.isDark() ? QRgb(0x8A919E) : QRgb(0x98A0AD));
    const auto at = static_cast<std::size_t>(std::max(index, 0));
    return QColor(theme.isDark() ? kDark[at] : kLight[at]);
}

} // namespace neuroscribe::ui
