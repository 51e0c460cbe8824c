#include "core/llm/topic_parser.h"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <unordered_set>

#include <utf8proc.h>

#include "core/llm/answer_list.h"
#include "core/llm/answer_text.h"
#include "core/llm/item_text.h"
#include "core/text/unicode.h"

namespace neuroscribe::llm {
namespace {

/// Answers come from outside: nothing behind this many bytes is a list of a few topics.
constexpr std::size_t kLongestAnswer = std::size_t{64} << 10;
constexpr std::size_t kLongestItem = 1024; ///< bytes, markup included

struct Folded {
    std::string text;
    std::size_t characters = 0;
    std::size_t words = 0;
    bool hasWordCharacter = false;
};

/// White space and control characters become single spaces.
Folded foldSpace(std::string_view text) {
    Folded folded;
    bool space = true;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = text::decodeNext(text, at);
        if (text::isWhitespace(c) || text::isControl(c)) {
            space = true;
            continue;
        }
        if (space) {
            if (!folded.text.empty()) {
                folded.text += ' ';
                ++folded.characters;
            }
            ++folded.words;
            space = false;
        }
        text::appendUtf8(folded.text, c);
        ++folded.characters;
        folded.hasWordCharacter = folded.hasWordCharacter || isWordCharacter(c);
    }
    return folded;
}

/// How models say that they found nothing, or that there would be more.
bool saysNothing(const std::string& key) {
    constexpr std::string_view kWords[] = {"none", "n/a",       "na",       "null",    "nothing",
                                           "etc",  "no topics", "no topic", "and more"};
    return std::find(std::begin(kWords), std::end(kWords), key) != std::end(kWords);
}

bool fits(const Folded& topic, const TopicLimits& limits) {
    return topic.hasWordCharacter && topic.characters <= limits.characters && topic.words <= limits.words;
}

} // namespace

Status TopicLimits::validate() const {
    if (topics == 0 || characters == 0 || words == 0)
        return Error{ErrorCode::InvalidArgument, "topics", "a limit of 0 leaves no descriptor", ""};
    return {};
}

std::string topicKey(std::string_view topic) {
    const std::string folded = foldSpace(topic).text;
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> key(
        utf8proc_NFKC_Casefold(reinterpret_cast<const utf8proc_uint8_t*>(folded.c_str())), &std::free);
    return key ? foldSpace(reinterpret_cast<const char*>(key.get())).text : folded;
}

std::vector<std::string> parseTopics(std::string_view answer, bool cutOff, const TopicLimits& limits) {
    std::string_view text = withoutThoughts(answer);
    const bool tooLong = text.size() > kLongestAnswer;
    text = text.substr(0, kLongestAnswer);
    std::vector<std::string> topics;
    std::unordered_set<std::string> known;
    for (const std::string_view item : splitAnswer(text, cutOff || tooLong)) {
        Folded topic = foldSpace(cleanedItem(item.substr(0, kLongestItem)));
        if (item.size() > kLongestItem || !fits(topic, limits))
            continue;
        const std::string key = topicKey(topic.text);
        if (saysNothing(key) || !known.insert(key).second)
            continue;
        topics.push_back(std::move(topic.text));
        if (topics.size() == limits.topics)
            break;
    }
    return topics;
}

} // namespace neuroscribe::llm
