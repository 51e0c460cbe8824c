#include "ui/plots/figure_painter.h"

#include "ui/models/format.h"
#include "ui/theme/series_colors.h"

#include <QFontInfo>
#include <QFontMetricsF>
#include <QImage>
#include <QLocale>
#include <QPainter>
#include <QPolygonF>

#include <cmath>

namespace neuroscribe::ui {
namespace {

constexpr double kTextScale = 0.86; // of the window's text

QFont sized(const QFont& base, double size, bool bold) {
    QFont font = base;
    font.setPixelSize(std::max(1, qRound(size)));
    font.setWeight(bold ? QFont::DemiBold : QFont::Normal);
    return font;
}

QColor colorOf(io::SceneRole role, const Theme& theme) {
    switch (role) {
    case io::SceneRole::Text:
        return theme.text;
    case io::SceneRole::Muted:
        return theme.textMuted;
    case io::SceneRole::Grid:
        return theme.gridLine;
    case io::SceneRole::Mark:
        return theme.selectionMark;
    case io::SceneRole::OnLight:
        return Theme::of(ThemeMode::Light).text;
    case io::SceneRole::OnDark:
        return Theme::of(ThemeMode::Light).pane;
    default:
        return seriesColor(theme, static_cast<int>(role) - static_cast<int>(io::SceneRole::First));
    }
}

QPolygonF polygon(const std::vector<io::ScenePlace>& places) {
    QPolygonF points;
    points.reserve(static_cast<qsizetype>(places.size()));
    for (const io::ScenePlace& place : places)
        points << QPointF(place.x, place.y);
    return points;
}

class SceneBrush {
public:
    SceneBrush(QPainter& painter, const QRectF& plot, const QFont& font, const Theme& theme)
        : m_painter(painter), m_plot(plot), m_font(font), m_theme(theme) {}

    void operator()(const io::SceneLine& line) {
        clip(line.clipped);
        QPen pen(colorOf(line.role, m_theme), line.width);
        pen.setJoinStyle(Qt::RoundJoin);
        pen.setCapStyle(Qt::FlatCap);
        if (line.dashed)
            pen.setDashPattern({4 / line.width, 3 / line.width});
        m_painter.setPen(pen);
        m_painter.setBrush(Qt::NoBrush);
        // Upright and level lines of one pixel are sharp where they are not smoothed.
        const bool straight =
            line.places.size() == 2 && (line.places[0].x == line.places[1].x || line.places[0].y == line.places[1].y);
        m_painter.setRenderHint(QPainter::Antialiasing, !straight);
        m_painter.drawPolyline(polygon(line.places));
        m_painter.setRenderHint(QPainter::Antialiasing, true);
    }
    void operator()(const io::SceneArea& area) {
        clip(area.clipped);
        QColor color = colorOf(area.role, m_theme);
        color.setAlphaF(static_cast<float>(area.opacity));
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(color);
        m_painter.drawPolygon(polygon(area.outline));
    }
    void operator()(const io::SceneDot& dot) {
        clip(dot.clipped);
        const QColor color = colorOf(dot.role, m_theme);
        m_painter.setPen(dot.ring ? QPen(color, 2.5) : QPen(Qt::NoPen));
        m_painter.setBrush(dot.ring ? Theme::of(ThemeMode::Light).pane : color);
        m_painter.drawEllipse(QPointF(dot.at.x, dot.at.y), dot.radius, dot.radius);
    }
    void operator()(const io::SceneText& text) {
        clip(false);
        const QString shown = QString::fromStdString(text.text);
        m_painter.setFont(sized(m_font, text.size, text.bold));
        m_painter.setPen(colorOf(text.role, m_theme));
        const double width = QFontMetricsF(m_painter.font()).horizontalAdvance(shown);
        const double before = text.anchor == io::SceneText::Anchor::Start    ? 0
                              : text.anchor == io::SceneText::Anchor::Middle ? width / 2
                                                                             : width;
        m_painter.save();
        m_painter.translate(text.at.x, text.at.y);
        if (text.turned)
            m_painter.rotate(-90);
        m_painter.drawText(QPointF(-before, 0), shown);
        m_painter.restore();
    }
    void operator()(const io::SceneGrid& grid) {
        clip(grid.clipped);
        QImage cells(static_cast<int>(grid.columns), static_cast<int>(grid.rows), QImage::Format_RGB32);
        std::size_t next = 0;
        for (int y = 0; y < cells.height(); ++y)
            for (int x = 0; x < cells.width(); ++x, ++next)
                cells.setPixel(x, y, grid.colors[next] ? grid.colors[next] : m_theme.undefinedCell.rgb());
        m_painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        m_painter.drawImage(QRectF(grid.rect.left, grid.rect.top, grid.rect.width, grid.rect.height), cells);
    }

private:
    void clip(bool on) {
        if (on == m_clipped)
            return;
        m_clipped = on;
        if (on)
            m_painter.setClipRect(m_plot);
        m_painter.setClipping(on);
    }

    QPainter& m_painter;
    QRectF m_plot;
    const QFont& m_font;
    const Theme& m_theme;
    bool m_clipped = false;
};

} // namespace

io::SceneStyle figureStyle(QSizeF size, const QFont& font, const Theme& theme, double pixelRatio) {
    io::SceneStyle style;
    style.width = size.width();
    style.height = size.height();
    style.textSize = std::round(QFontInfo(font).pixelSize() * kTextScale);
    style.darkPaper = theme.isDark();
    style.cellPixels = pixelRatio;
    style.textWidth = [font](std::string_view text, double pixels, bool bold) {
        return QFontMetricsF(sized(font, pixels, bold))
            .horizontalAdvance(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
    };
    style.number = [](double value, int decimals) { return formatFixed(QLocale(), value, decimals).toStdString(); };
    return style;
}

void paintFigure(QPainter& painter, const io::FigureScene& scene, const QFont& font, const Theme& theme) {
    painter.save();
    painter.fillRect(QRectF(0, 0, scene.width, scene.height), theme.pane);
    painter.setRenderHint(QPainter::Antialiasing);
    SceneBrush brush(painter, {scene.plot.left, scene.plot.top, scene.plot.width, scene.plot.height}, font, theme);
    for (const io::SceneItem& item : scene.items)
        std::visit(brush, item);
    painter.restore();
}

} // namespace neuroscribe::ui
