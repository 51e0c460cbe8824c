#include "core/text/prompt_segments.h"

namespace neuroscribe::text {
namespace {

struct Found {
    std::size_t at = std::string_view::npos;
    const SpecialToken* token = nullptr;
};

Found findFirst(std::string_view text, std::span<const SpecialToken> specials) {
    Found first;
    for (const SpecialToken& special : specials) {
        const std::size_t at = text.find(special.text);
        if (at == std::string_view::npos)
            continue;
        if (at < first.at || (at == first.at && special.text.size() > first.token->text.size()))
            first = {at, &special};
    }
    return first;
}

} // namespace

std::vector<PromptSegment> splitPrompt(std::span<const PromptPart> parts, std::span<const SpecialToken> specials) {
    std::vector<PromptSegment> segments;
    std::string text;
    for (const PromptPart& part : parts) {
        std::string_view rest = part.text;
        if (part.fromTemplate) {
            for (Found found = findFirst(rest, specials); found.token; found = findFirst(rest, specials)) {
                text += rest.substr(0, found.at);
                segments.push_back({std::exchange(text, {}), found.token->id});
                rest.remove_prefix(found.at + found.token->text.size());
            }
        }
        text += rest;
    }
    if (!text.empty())
        segments.push_back({std::move(text), -1});
    return segments;
}

} // namespace neuroscribe::text
