// Any bytes as what a model wrote and as a template: descriptors keep their limits and come once, a word alone reads as
// the whole answer does, a filled template holds what was put in. The first byte chooses.
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>

#include "core/llm/prompt_template.h"
#include "core/llm/topic_parser.h"
#include "core/llm/yes_no_parser.h"

using namespace neuroscribe;
using namespace neuroscribe::llm;

namespace {

void require(bool holds) {
    if (!holds)
        std::abort();
}

void checkTopics(std::string_view answer, bool cutOff) {
    const TopicLimits limits;
    const auto topics = parseTopics(answer, cutOff, limits);
    require(topics.size() <= limits.topics);
    std::set<std::string> keys;
    for (const std::string& topic : topics) {
        require(!topic.empty() && topic.size() <= 4 * limits.characters);
        require(keys.insert(topicKey(topic)).second);
    }
}

void checkYesNo(std::string_view answer) {
    const Verdict verdict = parseYesNo(answer);
    require(verdict == parseYesNo(" " + std::string(answer)));
    require(yesNoWord(answer) == Verdict::Unanswered || verdict == Verdict::Unanswered || verdict == yesNoWord(answer));
}

void checkTemplate(std::string_view text) {
    const auto parsed = PromptTemplate::parse(TemplateKind::YesNo, text);
    if (!parsed)
        return;
    const auto prompt = parsed->fill({{"sentence", text}, {"descriptor", "{"}});
    require(prompt.ok());
    bool found = false;
    for (const auto& part : *prompt)
        found = found || (!part.fromTemplate && part.text == text);
    require(found);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    checkTopics(text, data[0] % 2 == 1);
    checkYesNo(text);
    checkTemplate(text);
    return 0;
}
