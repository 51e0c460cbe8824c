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
    std::vector<std::size_t> ends{0}; // of the letters
    for (std::size_t position = 0; position < text.size(); ends.push_back(position)) {
        char32_t c = 0;
        corpus::decodeUtf8(text, position, c);
    }
    const auto shortened = [&](std::size_t letters) {
        const std::size_t before = (letters + 1) / 2, after = letters - before;
        return text.substr(0, ends[before]) + "…" + text.substr(ends[ends.size() - 1 - after]);
    };
    std::size_t fits = 0, tooMany = ends.size();
    while (fits + 1 < tooMany) {
        const std::size_t tried = (fits + tooMany) / 2;
        if (style.textWidth(shortened(tried), size, false) <= width)
            fits = tried;
        else
            tooMany = tried;
    }
    return shortened(fits);
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
