#include "tests/support/catch.h"
#include "ui/theme/appearance.h"
#include "ui/theme/theme.h"
#include "ui/widgets/pane.h"
#include "ui/widgets/state_dot.h"

#include <QApplication>
#include <QImage>
#include <QListView>
#include <QPainter>

#include <cmath>
#include <set>

using namespace neuroscribe;
using namespace neuroscribe::ui;

namespace {

constexpr ThemeMode kModes[] = {ThemeMode::Light, ThemeMode::Dark, ThemeMode::HighContrastLight,
                                ThemeMode::HighContrastDark};

double luminance(const QColor& color) {
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// Contrast ratio of WCAG 2, 1 to 21.
double contrast(const QColor& a, const QColor& b) {
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

} // namespace

TEST_CASE("Text is readable on every surface it stands on") {
    for (const ThemeMode mode : kModes) {
        const Theme theme = Theme::of(mode);
        const double least = theme.isHighContrast() ? 7.0 : 4.5;
        INFO(static_cast<int>(mode));
        for (const QColor& surface : {theme.window, theme.pane, theme.paneHover, theme.field}) {
            CHECK(contrast(theme.text, surface) >= least);
            CHECK(contrast(theme.textMuted, surface) >= 4.4);
        }
        CHECK(contrast(theme.accentOnSoft, theme.accentSoft) >= least);
        CHECK(contrast(theme.accentText, theme.accent) >= least);
        CHECK(contrast(theme.pane, theme.emphasised) >= least);
        CHECK(contrast(theme.text, theme.warningSoft) >= least);
        CHECK(contrast(theme.text, theme.negativeSoft) >= least);
    }
}

TEST_CASE("Marks of a state are visible on a pane") {
    for (const ThemeMode mode : kModes) {
        const Theme theme = Theme::of(mode);
        INFO(static_cast<int>(mode));
        for (const QColor& mark : {theme.accent, theme.positive, theme.warning, theme.negative, theme.baseRate})
            CHECK(contrast(mark, theme.pane) >= 3.0);
    }
}

TEST_CASE("A theme is found again from its palette") {
    for (const ThemeMode mode : kModes)
        CHECK(Theme::of(Theme::of(mode).palette()) == Theme::of(mode));
}

TEST_CASE("As the desktop: dark where the desktop is dark") {
    QPalette dark;
    dark.setColor(QPalette::Window, Qt::black);
    dark.setColor(QPalette::WindowText, Qt::lightGray);
    CHECK(Appearance::modeFor(app::ThemeChoice::System, dark) == ThemeMode::Dark);
    CHECK(Appearance::modeFor(app::ThemeChoice::Light, dark) == ThemeMode::Light);
}

TEST_CASE("Neighbouring layers have colours that differ") {
    for (const ThemeMode mode : kModes) {
        const Theme theme = Theme::of(mode);
        for (int layer = 0; layer < 24; ++layer) {
            const int apart = std::abs(theme.layerColor(layer).hue() - theme.layerColor(layer + 1).hue());
            CHECK((std::min(apart, 360 - apart) >= 12 ||
                   std::abs(theme.layerColor(layer).lightness() - theme.layerColor(layer + 1).lightness()) >= 20));
        }
    }
}

TEST_CASE("States differ in shape: in grey, at the same darkness, no two marks look alike") {
    using State = StateDot::State;
    std::set<QByteArray> shapes;
    const State states[] = {State::Missing, State::Partial, State::Running, State::Done,
                            State::Stale,   State::Failed,  State::Info};
    for (const State state : states) {
        StateDot dot;
        dot.setState(state);
        QImage image(dot.size(), QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        dot.render(&image, {}, {}, QWidget::DrawChildren);
        const QImage mask = image.createAlphaMask(Qt::ThresholdDither);
        shapes.insert(QByteArray(reinterpret_cast<const char*>(mask.constBits()), mask.sizeInBytes()));
    }
    CHECK(shapes.size() == std::size(states));
}

TEST_CASE("What lies on a pane follows the theme each time it is changed while the window is open") {
    QWidget window;
    auto* pane = new Pane(PanePart::Body, &window);
    auto* list = new QListView;
    pane->setContent(list);
    window.show();
    Appearance appearance(*qApp);
    for (const app::ThemeChoice choice :
         {app::ThemeChoice::Dark, app::ThemeChoice::Light, app::ThemeChoice::Dark, app::ThemeChoice::Light}) {
        appearance.apply(choice, 100);
        QCoreApplication::processEvents();
        const Theme theme = Theme::of(Appearance::modeFor(choice, {}));
        CHECK(list->palette().color(QPalette::Base) == theme.pane);
        CHECK(list->palette().color(QPalette::Text) == theme.text);
    }
}
