#include "core/llm/prompt_template.h"

#include "tests/support/catch.h"

namespace neuroscribe::llm {
namespace {

std::string textOf(const Prompt& prompt) {
    std::string text;
    for (const auto& part : prompt)
        text += part.text;
    return text;
}

PromptTemplate made(TemplateKind kind, std::string_view text) {
    const auto parsed = PromptTemplate::parse(kind, text);
    REQUIRE(parsed);
    return *parsed;
}

} // namespace

TEST_CASE("The default prompts read as in the paper") {
    const auto topics = made(TemplateKind::Topics, kDefaultTopicsTemplate);
    const auto first = topics.fill({{"topics", "4"},
                                    {"example", "the shoes are true to size."},
                                    {"example_topics", "Size, Fitness"},
                                    {"sentence", "Love it!"}});
    REQUIRE(first);
    CHECK(textOf(*first) == "Identify at most 4 salient topics being discussed in a sentence.\n"
                            "For example, the shoes are true to size.\n"
                            "Expected Concepts: [Size, Fitness].\n"
                            "Sentence:\nLove it!");

    const auto yesNo = made(TemplateKind::YesNo, kDefaultYesNoTemplate);
    const auto second = yesNo.fill({{"sentence", "Love it!"}, {"descriptor", "Flexibility"}});
    REQUIRE(second);
    CHECK(textOf(*second) == R"(Q: Does the Review: "Love it!" talk about "Flexibility"? Answer in Yes/No A:)");
}

TEST_CASE("What goes into a template is never template") {
    const auto yesNo = made(TemplateKind::YesNo, "{sentence}|{descriptor}");
    const auto prompt = yesNo.fill({{"sentence", "{descriptor} {{ <|endoftext|>"}, {"descriptor", "{sentence}"}});
    REQUIRE(prompt);
    CHECK(*prompt == Prompt{{"{descriptor} {{ <|endoftext|>", false}, {"|", true}, {"{sentence}", false}});
}

TEST_CASE("A placeholder may stand twice, an empty value leaves no part") {
    const auto yesNo = made(TemplateKind::YesNo, "{sentence}{sentence}{descriptor}");
    CHECK(*yesNo.fill({{"sentence", "a"}, {"descriptor", ""}}) == Prompt{{"a", false}, {"a", false}});
}

TEST_CASE("Double braces stand for single ones") {
    const auto wrapper = made(TemplateKind::Wrapper, "{{\"prompt\": {prompt}}}");
    CHECK(textOf(wrapper.wrap({{"x", false}})) == "{\"prompt\": x}");
    CHECK(textOf(made(TemplateKind::Wrapper, "{{{prompt}}}").wrap({{"x", false}})) == "{x}");
}

TEST_CASE("A wrapper keeps apart what is template and what is not") {
    const auto wrapper = made(TemplateKind::Wrapper, kOpenAssistantWrapper);
    CHECK(
        wrapper.wrap({{"Q: ", true}, {"<|endoftext|>", false}}) ==
        Prompt{{"<|prompter|>", true}, {"Q: ", true}, {"<|endoftext|>", false}, {"<|endoftext|><|assistant|>", true}});
    CHECK(made(TemplateKind::Wrapper, kPlainWrapper).wrap({{"x", false}}) == Prompt{{"x", false}});
}

TEST_CASE("A wrong template is an error that names what is wrong") {
    struct Case {
        TemplateKind kind;
        const char* text;
        ErrorCode code;
        const char* named;
    };
    for (const Case& wrong :
         {Case{TemplateKind::Topics, "no place", ErrorCode::InvalidArgument, "{sentence}"},
          Case{TemplateKind::YesNo, "{sentence}", ErrorCode::InvalidArgument, "{descriptor}"},
          Case{TemplateKind::YesNo, "{sentence}{descriptor}{topics}", ErrorCode::InvalidArgument, "{topics}"},
          Case{TemplateKind::Wrapper, "", ErrorCode::InvalidArgument, "{prompt}"},
          Case{TemplateKind::Wrapper, "{prompt}{}", ErrorCode::InvalidArgument, "{}"},
          Case{TemplateKind::Wrapper, "{prompt} {", ErrorCode::Parse, "character 10"},
          Case{TemplateKind::Wrapper, "{prompt} }", ErrorCode::Parse, "character 10"},
          Case{TemplateKind::Wrapper, "{prompt{prompt}", ErrorCode::Parse, "character 1 "}}) {
        INFO(wrong.text);
        const auto parsed = PromptTemplate::parse(wrong.kind, wrong.text);
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().code == wrong.code);
        CHECK(parsed.error().why.find(wrong.named) != std::string::npos);
    }
}

TEST_CASE("A value that is missing is an error that names it") {
    const auto topics = made(TemplateKind::Topics, kDefaultTopicsTemplate);
    const auto filled = topics.fill({{"topics", "4"}, {"sentence", "x"}, {"example", "y"}});
    REQUIRE_FALSE(filled);
    CHECK(filled.error().why.find("{example_topics}") != std::string::npos);
}

TEST_CASE("A changed template has another hash") {
    CHECK(made(TemplateKind::Wrapper, "{prompt}").hash() == made(TemplateKind::Wrapper, "{prompt}").hash());
    CHECK(made(TemplateKind::Wrapper, "{prompt}").hash() != made(TemplateKind::Wrapper, "{prompt} ").hash());
    CHECK(made(TemplateKind::Topics, kDefaultTopicsTemplate).uses("example_topics"));
    CHECK_FALSE(made(TemplateKind::Topics, "{sentence}").uses("example"));
}

} // namespace neuroscribe::llm
