#include "core/llm/yes_no_parser.h"

#include <string>

#include "tests/support/catch.h"

namespace neuroscribe::llm {

TEST_CASE("An answer that begins with Yes is a Yes") {
    for (const char* answer : {"Yes",
                               "yes",
                               "YES",
                               "Yes.",
                               "yes!",
                               " Yes",
                               "\n\nYes\n",
                               "yes, because it is soft",
                               "Yes because it is soft",
                               "Yes - it does",
                               "Yes\xE2\x80\x94it does",
                               "Yes: the fit is praised",
                               "**Yes**",
                               "*yes*",
                               "__Yes__",
                               "`Yes`",
                               "\"Yes\"",
                               "'Yes'",
                               "\xE2\x80\x98Yes\xE2\x80\x99",
                               "\xE2\x80\x9CYes.\xE2\x80\x9D",
                               "(Yes)",
                               "[Yes]",
                               "- Yes",
                               "Answer: Yes",
                               "A: Yes",
                               "answer: yes.",
                               "Final answer: **Yes**",
                               "The answer is yes.",
                               "My answer is: Yes",
                               "Answer:\nYes",
                               "{\"answer\": \"Yes\"}",
                               "Yes it does",
                               "Yes, it has no laces",
                               "Yes, yes it does",
                               "Yes</s>",
                               "Yes<|endoftext|>",
                               "\xE2\x9C\x85 Yes",
                               "Yes\n\nSentence:",
                               "Yes and it is cheap",
                               "<think>No? Maybe.</think>\n\nYes",
                               "\xC2\xA0Yes"}) {
        INFO(answer);
        CHECK(parseYesNo(answer) == Verdict::Yes);
    }
}

TEST_CASE("An answer that begins with No is a No") {
    for (const char* answer :
         {"No", "no", "NO", "No.", "no, it does not", "No it does not", "No, not at all", "**No**", "**No.**",
          "Answer: No", "A: no", "The answer is \"no\".", "No; it names none", "No, the review says yes to colour",
          "> No", "# No", "\"No\", since it names no price", "No...", "No\nQ: Does the Review"}) {
        INFO(answer);
        CHECK(parseYesNo(answer) == Verdict::No);
    }
}

TEST_CASE("Everything else is no answer") {
    for (const char* answer : {"",
                               " ",
                               "\n",
                               ".",
                               "maybe",
                               "Maybe yes",
                               "Yes and no",
                               "yes or no",
                               "Yes/No",
                               "yes / no",
                               "Yes, no",
                               "No, yes",
                               "no but yes",
                               "Yes\nNo",
                               "I can't",
                               "I can't answer yes or no",
                               "I cannot say no",
                               "Not sure",
                               "not",
                               "Nothing",
                               "None",
                               "yesterday",
                               "Yesterday, no",
                               "yess",
                               "nope",
                               "yeah",
                               "y",
                               "n",
                               "No idea",
                               "No comment",
                               "no one",
                               "No-one",
                               "no-brainer",
                               "Yes?",
                               "No?",
                               "Yes, maybe",
                               "Yes, perhaps",
                               "It does: yes",
                               "Unknown",
                               "a no",
                               "The no",
                               "N/A",
                               "Answer:",
                               "Answer: maybe",
                               "is",
                               "1",
                               "No 5",
                               "Ja",
                               "Sure",
                               "<think>Yes",
                               "Yes man",
                               "\xD0\x9D\xD0\xBE no",
                               "No\xCC\x83",
                               "noé",
                               "\xFF\xFE",
                               "Answer the question: is it yes"}) {
        INFO(answer);
        CHECK(parseYesNo(answer) == Verdict::Unanswered);
    }
}

TEST_CASE("A token is Yes or No by itself only") {
    CHECK(yesNoWord(" Yes") == Verdict::Yes);
    CHECK(yesNoWord("NO") == Verdict::No);
    CHECK(yesNoWord("\xE2\x96\x81no") == Verdict::No);
    CHECK(yesNoWord("Yes sir") == Verdict::Unanswered);
    CHECK(yesNoWord("Not") == Verdict::Unanswered);
    CHECK(yesNoWord("") == Verdict::Unanswered);
}

TEST_CASE("A long answer without a word ends") {
    CHECK(parseYesNo(std::string(1'000'000, '.')) == Verdict::Unanswered);
    CHECK(parseYesNo(std::string(1'000'000, 'y')) == Verdict::Unanswered);
    CHECK(parseYesNo("Yes" + std::string(1'000'000, '!')) == Verdict::Yes);
}

} // namespace neuroscribe::llm
