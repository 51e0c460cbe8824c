// Texts cut and broken to a width.
#include "core/corpus/utf8.h"
#include "core/io/scene_parts.h"

namespace neuroscribe::io::scene {

SceneRole roleOf(FigureColor color) {
    return static_cast<SceneRole>(static_cast<int>(SceneRole::First) + static_cast<int>(color));
}

void addText(FigureScene& scene, ScenePlace at, std::string text, double size, SceneText::Anchor anchor, SceneRole role,
             bool bold) {
    if (!text.empty())
        scene.add(SceneText{at, std::move(text), role, size, anchor, bold, false});
}

std::string elided(const SceneStyle& style, const std::string& text, double size, double width) {
    if (style.textWidth(text, size, false) <= width)
        return text;
    std::size_t kept = 0;
    for (std::size_t position = 0; position < text.size();) {
        char32_t c = 0;
        corpus::decodeUtf8(text, position, c);
        if (style.textWidth(text.substr(0, position) + "…", size, false) > width)
            break;
        kept = position;
    }
    return text.substr(0, kept) + "…";
}

std::vector<std::string> wrapped(const SceneStyle& style, const std::string& text, double size, double width) {
    std::vector<std::string> lines;
    std::string line;
    for (std::size_t start = 0; start <= text.size();) {
        const std::size_t space = std::min(text.find(' ', start), text.size());
        const std::string word = text.substr(start, space - start);
        const std::string longer = line.empty() ? word : line + " " + word;
        if (!line.empty() && style.textWidth(longer, size, false) > width) {
            lines.push_back(std::move(line));
            line = word;
        } else {
            line = longer;
        }
        start = space + 1;
    }
    if (!line.empty())
        lines.push_back(std::move(line));
    return lines;
}

} // namespace neuroscribe::io::scene
