#include "core/llm/topic_parser.h"

#include "tests/support/catch.h"

namespace neuroscribe::llm {
namespace {

using Topics = std::vector<std::string>;

struct Case {
    const char* answer;
    Topics topics;
};

void check(const std::vector<Case>& cases, bool cutOff = false) {
    for (const Case& one : cases) {
        INFO(one.answer);
        CHECK(parseTopics(one.answer, cutOff) == one.topics);
    }
}

const Topics kThree{"Size", "Comfort", "Price"};

} // namespace

TEST_CASE("Topics in brackets") {
    check({{"[Size, Comfort, Price]", kThree},
           {"[Size, Comfort, Price].", kThree},
           {" [ Size ,Comfort;  Price ] ", kThree},
           {"Expected Concepts: [Size, Comfort, Price].", kThree},
           {"expected concepts:[Size, Comfort, Price]", kThree},
           {"**Topics:** [Size, Comfort, Price]", kThree},
           {"The topics are [Size, Comfort, Price].", kThree},
           {"Sure! [Size, Comfort, Price]", kThree},
           {"[\"Size\", \"Comfort\", \"Price\"]", kThree},
           {"['Size', 'Comfort', 'Price']", kThree},
           {"[[Size, Comfort], [Price]]", kThree},
           {"[Size], [Comfort], [Price]", kThree},
           {"[Size]\n[Comfort]\n[Price]", kThree},
           {"{\"topics\": [\"Size\", \"Comfort\", \"Price\"]}", kThree},
           {"```json\n[\"Size\", \"Comfort\", \"Price\"]\n```", kThree},
           {"[Size, Comfort, Price]\nSentence:\nI love it, really.\nExpected Concepts: [Love, Joy]", kThree},
           {"[Size, Comfort, Price] because the shoes fit, are soft, and cheap", kThree},
           {"[\"Size, fit\", \"Price\"]", {"Size, fit", "Price"}},
           {"[pigmentation: 5/5, pink color]", {"pigmentation: 5/5", "pink color"}},
           {"[]", {}},
           {"[None]", {}}});
}

TEST_CASE("Topics on one line") {
    check({{"Size, Comfort, Price", kThree},
           {"Size, Comfort, and Price.", kThree},
           {"Size; Comfort; Price", kThree},
           {"Size | Comfort | Price", kThree},
           {"Size. Comfort. Price.", kThree},
           {"Topics: Size, Comfort, Price", kThree},
           {"Expected Concepts: Size, Comfort, Price. Sentence: I like, it", kThree},
           {"The salient topics being discussed are Size, Comfort, and Price.", kThree},
           {"(Size, Comfort, Price)", kThree},
           {"\"Size\", \"Comfort\", \"Price\"", kThree},
           {"- Size - Comfort - Price", kThree},
           {"1. Size 2. Comfort 3. Price", kThree},
           {"1) Size 2) Comfort 3) Price", kThree},
           {"\xE2\x80\xA2 Size \xE2\x80\xA2 Comfort \xE2\x80\xA2 Price", kThree},
           {"Size", {"Size"}},
           {"Size and fit", {"Size and fit"}},
           {"sound (left ear), 1,000 songs, 12\" screen", {"sound (left ear)", "1,000 songs", "12\" screen"}},
           {"C++, kids' toys, 4.5 stars, 100% cotton", {"C++", "kids' toys", "4.5 stars", "100% cotton"}}});
}

TEST_CASE("Topics on lines of their own") {
    check({{"Size\nComfort\nPrice", kThree},
           {"Size\r\n\r\nComfort\r\n\r\nPrice\r\n", kThree},
           {"- Size\n- Comfort\n- Price", kThree},
           {"* Size\n* Comfort\n* Price", kThree},
           {"  \xE2\x80\xA2 Size\n  \xE2\x80\xA2 Comfort\n  \xE2\x80\xA2 Price", kThree},
           {"1. Size\n2. Comfort\n3. Price", kThree},
           {"(1) Size\n(2) Comfort\n(3) Price", kThree},
           {"[1] Size\n[2] Comfort\n[3] Price", kThree},
           {"a) Size\nb) Comfort\nc) Price", kThree},
           {"Topic 1: Size\nTopic 2: Comfort\nTopic 3: Price", kThree},
           {"Here are the topics:\n\n1. **Size**\n2. **Comfort**\n3. **Price**\n\nLet me know, please!", kThree},
           {"Sure, here they are\n- Size\n- Comfort\n- Price\nI hope, this helps", kThree},
           {"1. Size: the shoes are true to size\n2. **Comfort** - they are soft and warm\n3. Price", kThree},
           {"1. **Size:** the shoes are true\n2. Comfort (soft)\n", {"Size", "Comfort (soft)"}},
           {"The review is about many things that a customer may want to know\nSize", {"Size"}}});
}

TEST_CASE("A descriptor comes once, in its first spelling") {
    check({{"Size, size, SIZE,  Size , \"size\"", {"Size"}},
           {"Stra\xC3\x9F"
            "e, STRASSE",
            {"Stra\xC3\x9F"
             "e"}},
           {"pink  color, Pink\tColor", {"pink color"}},
           {"Size, Comfort, Size, Comfort, Size, Comfort, Si", {"Size", "Comfort", "Si"}}});
    check({{"Size, Comfort, Size, Comfort, Size, Comfort, Si", {"Size", "Comfort"}}}, true);
}

TEST_CASE("What is half written is dropped") {
    check({{"[Size, Comfort, Pri", {"Size", "Comfort"}}, {"[Siz", {}}, {"[", {}}});
    check({{"Size, Comfort, Pri", {"Size", "Comfort"}},
           {"Size\nComfort\nPri", {"Size", "Comfort"}},
           {"Size, Comfort,", {"Size", "Comfort"}},
           {"[Size, Comfort] Sentence: Th", {"Size", "Comfort"}},
           {"Size, Comfort\nSentence: Th", {"Size", "Comfort"}},
           {"1. Size\n2. Comfort\n\nI hope th", {"Size", "Comfort"}},
           {"Siz", {}}},
          true);
}

TEST_CASE("What is no descriptor is none") {
    check({{"", {}},
           {"  \n ", {}},
           {"None", {}},
           {"N/A", {}},
           {"no topics.", {}},
           {"...", {}},
           {"[,,,]", {}},
           {"\xF0\x9F\x98\x80, !!!, --", {}},
           {"I am sorry but I can not tell what this is about", {}},
           {"<think>Size, Comfort", {}},
           {"<think>Size, or not?</think>\nComfort, Price", {"Comfort", "Price"}}});
}

TEST_CASE("An endless loop is cut off") {
    std::string loop = "[";
    for (int i = 0; i < 100'000; ++i)
        loop += "topic" + std::to_string(i) + ", ";
    CHECK(parseTopics(loop, true).size() == TopicLimits().topics);
    CHECK(parseTopics(std::string(1'000'000, '['), true).empty());
    CHECK(parseTopics(std::string(1'000'000, '\n'), false).empty());
    CHECK(parseTopics(std::string(1'000'000, '"'), false).empty());
    CHECK(parseTopics(std::string(1'000'000, 'a'), false).empty());
}

TEST_CASE("Limits of a descriptor") {
    const TopicLimits limits{2, 10, 2};
    CHECK(parseTopics("one two three, four five, abcdefghijk, a, b", false, limits) == Topics{"four five", "a"});
    CHECK(parseTopics("\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4\xC3\xA4", false, limits).size() == 1);
    CHECK(limits.validate());
    CHECK_FALSE(TopicLimits{0, 10, 2}.validate());
}

TEST_CASE("Keys of descriptors fold case, width and white space") {
    CHECK(topicKey(" Pink  Color ") == "pink color");
    CHECK(topicKey("\xEF\xBC\xB3ize") == "size");
    CHECK(topicKey("\xC3\x89t\xC3\xA9") == topicKey("e\xCC\x81te\xCC\x81"));
    CHECK(topicKey("Color") != topicKey("Colour"));
}

} // namespace neuroscribe::llm
