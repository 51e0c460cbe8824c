#include "core/io/figure_svg.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <map>

#include "core/io/figure_table.h"
#include "core/io/xml_text.h"

namespace neuroscribe::io {
namespace {

struct RoleLook {
    const char* name; ///< of its class
    const char* color;
};
/// In the order of SceneRole. Blue and orange first: they differ for color-blind readers too, and in grey print.
constexpr std::array<RoleLook, 11> kLooks{{{"text", "#1b1f27"},
                                           {"muted", "#596273"},
                                           {"grid", "#e1e4ea"},
                                           {"c0", "#2a6bb5"},
                                           {"c1", "#d97a1c"},
                                           {"c2", "#2c8a57"},
                                           {"c3", "#8a4fb0"},
                                           {"c4", "#8a919e"},
                                           {"mark", "#d2362a"},
                                           {"onlight", "#1b1f27"},
                                           {"ondark", "#ffffff"}}};
constexpr const char* kUndefinedColor = "#d4d8df";

/// Hundredths of a pixel are finer than any print of it.
std::string place(double value) {
    const double rounded = std::round(value * 100) / 100;
    return plainNumber(rounded == 0 ? 0.0 : rounded);
}

std::string attribute(const char* name, const std::string& value) {
    return std::string(" ") + name + "=\"" + value + "\"";
}

std::string paint(SceneRole role, const char* what) {
    const RoleLook& look = kLooks[static_cast<std::size_t>(role)];
    // fill or stroke in two words, so that a page can color both by one rule.
    return attribute("class", std::string(what[0] == 's' ? "s " : "f ") + look.name) + attribute(what, look.color);
}

class Writer {
public:
    Writer(const FigureScene& scene) : m_scene(scene) {}

    void operator()(const SceneLine& line) {
        clip(line.clipped);
        m_text += "<polyline fill=\"none\"" + paint(line.role, "stroke") +
                  attribute("stroke-width", place(line.width)) +
                  (line.dashed ? attribute("stroke-dasharray", "4 3") : "") + attribute("points", points(line.places)) +
                  "/>\n";
    }
    void operator()(const SceneArea& area) {
        clip(area.clipped);
        m_text += "<polygon" + paint(area.role, "fill") +
                  (area.opacity < 1 ? attribute("fill-opacity", place(area.opacity)) : "") +
                  attribute("points", points(area.outline)) + "/>\n";
    }
    void operator()(const SceneDot& dot) {
        clip(dot.clipped);
        m_text += "<circle" + attribute("cx", place(dot.at.x)) + attribute("cy", place(dot.at.y)) +
                  attribute("r", place(dot.radius)) +
                  (dot.ring ? paint(dot.role, "stroke") + " fill=\"#ffffff\" stroke-width=\"2.5\""
                            : paint(dot.role, "fill")) +
                  "/>\n";
    }
    void operator()(const SceneText& text) {
        clip(false);
        m_text += "<text" + attribute("x", place(text.at.x)) + attribute("y", place(text.at.y)) +
                  attribute("font-size", place(text.size)) + paint(text.role, "fill");
        if (text.anchor != SceneText::Anchor::Start)
            m_text += attribute("text-anchor", text.anchor == SceneText::Anchor::Middle ? "middle" : "end");
        if (text.bold)
            m_text += " font-weight=\"600\"";
        if (text.turned)
            m_text += attribute("transform", "rotate(-90 " + place(text.at.x) + " " + place(text.at.y) + ")");
        m_text += ">" + xmlText(text.text) + "</text>\n";
    }
    /// One path a color, of runs of cells: a large matrix stays a small file.
    void operator()(const SceneGrid& grid) {
        clip(grid.clipped);
        std::map<std::uint32_t, std::string> paths;
        for (std::uint32_t row = 0; row < grid.rows; ++row)
            for (std::uint32_t column = 0; column < grid.columns;) {
                const std::uint32_t color = grid.colors[std::size_t{row} * grid.columns + column];
                std::uint32_t end = column + 1;
                while (end < grid.columns && grid.colors[std::size_t{row} * grid.columns + end] == color)
                    ++end;
                paths[color] += "M" + std::to_string(column) + " " + std::to_string(row) + "h" +
                                std::to_string(end - column) + "v1h-" + std::to_string(end - column) + "z";
                column = end;
            }
        char scale[96];
        std::snprintf(scale, sizeof scale, "translate(%s %s) scale(%.6g %.6g)", place(grid.rect.left).c_str(),
                      place(grid.rect.top).c_str(), grid.rect.width / grid.columns, grid.rect.height / grid.rows);
        m_text += "<g shape-rendering=\"crispEdges\"" + attribute("transform", scale) + ">\n";
        for (const auto& [color, path] : paths)
            m_text += "<path" + cellPaint(color) + attribute("d", path) + "/>\n";
        m_text += "</g>\n";
    }

    std::string finish() {
        clip(false);
        return std::move(m_text);
    }

private:
    static std::string cellPaint(std::uint32_t color) {
        if (color == 0)
            return attribute("class", "undefined") + attribute("fill", kUndefinedColor);
        char text[16];
        std::snprintf(text, sizeof text, "#%06x", color & 0xFFFFFFU);
        return attribute("fill", text);
    }
    static std::string points(const std::vector<ScenePlace>& places) {
        std::string text;
        for (const ScenePlace& at : places)
            text += (text.empty() ? "" : " ") + place(at.x) + "," + place(at.y);
        return text;
    }
    /// A drawing within the drawing clips without the ids that clip paths need.
    void clip(bool on) {
        if (on == m_clipped)
            return;
        m_clipped = on;
        if (!on) {
            m_text += "</svg>\n";
            return;
        }
        const SceneRect& plot = m_scene.plot;
        const std::string left = place(plot.left), top = place(plot.top), width = place(plot.width),
                          height = place(plot.height);
        m_text += "<svg" + attribute("x", left) + attribute("y", top) + attribute("width", width) +
                  attribute("height", height) + attribute("viewBox", left + " " + top + " " + width + " " + height) +
                  " overflow=\"hidden\">\n";
    }

    const FigureScene& m_scene;
    std::string m_text;
    bool m_clipped = false;
};

} // namespace

std::string figureSvg(const Figure& figure, const SceneStyle& style) {
    const FigureScene scene = layOut(figure, style);
    Writer writer(scene);
    for (const SceneItem& item : scene.items)
        std::visit(writer, item);
    const std::string width = place(scene.width), height = place(scene.height);
    std::string description = figure.caption;
    if (const std::string parameters = parameterText(figure); !parameters.empty())
        description += (description.empty() ? "" : " ") + parameters;
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" role=\"img\"" + attribute("width", width) +
           attribute("height", height) + attribute("viewBox", "0 0 " + width + " " + height) +
           " font-family=\"Inter, 'Noto Sans', 'DejaVu Sans', sans-serif\">\n<title>" + xmlText(figure.title) +
           "</title>\n<desc>" + xmlText(description) + "</desc>\n<rect class=\"paper\"" + attribute("width", width) +
           attribute("height", height) + " fill=\"#ffffff\"/>\n" + writer.finish() + "</svg>\n";
}

} // namespace neuroscribe::io
