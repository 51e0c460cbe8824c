#include "core/llm/local_model.h"

#include <algorithm>
#include <cmath>

#include "core/llm/decision.h"
#include "tests/support/catch.h"

namespace neuroscribe::llm {
namespace {

/// A piece a word; special tokens only in templates.
class FakeTokenizer final : public text::PromptTokenizer {
public:
    explicit FakeTokenizer(std::vector<std::string> pieces) : m_pieces(std::move(pieces)) {}

    std::vector<text::TokenId> encode(std::string_view utf8) const override {
        const text::PromptPart part{std::string(utf8), false};
        return encodePrompt({&part, 1});
    }
    std::vector<text::TokenId> encodeForModel(std::string_view utf8, std::size_t) const override {
        return encode(utf8);
    }
    std::vector<text::TokenId> encodePrompt(std::span<const text::PromptPart> parts) const override {
        std::vector<text::TokenId> ids;
        for (const text::PromptPart& part : parts)
            ids.insert(ids.end(), part.text.size(), part.fromTemplate ? 1 : 2);
        return ids;
    }
    std::string decode(std::span<const text::TokenId> ids) const override {
        std::string text;
        for (const text::TokenId id : ids)
            text += token(id);
        return text;
    }
    std::string token(text::TokenId id) const override {
        return id >= 0 && static_cast<std::size_t>(id) < m_pieces.size() ? m_pieces[static_cast<std::size_t>(id)] : "";
    }
    std::size_t vocabularySize() const override { return m_pieces.size(); }
    Hash128 hash() const override { return {1, 2}; }

private:
    std::vector<std::string> m_pieces;
};

/// Logits and answers are functions of the prompt's length alone.
struct FakeModel final : nn::TextModel {
    bool isEncoderDecoder() const override { return encoderDecoder; }
    std::uint32_t maxTokens() const override { return limit; }
    std::uint32_t vocabularySize() const override { return 1000; }
    const std::vector<std::int32_t>& endTokens() const override { return ends; }
    Hash128 weightsHash() const override { return {3, version}; }
    std::string deviceText() const override { return "CPU, fake"; }
    std::uint64_t positionsComputed() const override { return 0; }

    Result<nn::FirstStep> firstStep(std::span<const nn::TokenSequence> prompts, std::span<const std::int32_t> ids,
                                    std::stop_token) override {
        ++calls;
        nn::FirstStep step;
        for (const auto& prompt : prompts) {
            for (const std::int32_t id : ids)
                step.logits.push_back(logit(prompt.size(), id));
            step.logSumExp.push_back(logSumExp);
        }
        return step;
    }
    Result<std::vector<nn::TokenSequence>> generate(std::span<const nn::TokenSequence> prompts,
                                                    std::uint32_t maxNewTokens, std::stop_token) override {
        ++calls;
        std::vector<nn::TokenSequence> answers;
        for (const auto& prompt : prompts)
            answers.emplace_back(std::min<std::size_t>(prompt.size(), maxNewTokens), 3);
        return answers;
    }

    static float logit(std::size_t length, std::int32_t id) {
        return static_cast<float>((static_cast<int>(length) * 7 + id * 5) % 11) - 5.0F;
    }

    bool encoderDecoder = false;
    std::uint32_t limit = 0;
    std::uint64_t version = 1;
    float logSumExp = 2.0F;
    std::vector<std::int32_t> ends{0};
    int calls = 0;
};

const std::vector<std::string> kPieces{"<|endoftext|>",   "t",           "s",  "x",          "Yes",
                                       "\xC4\xA0Yes",     "\xC4\xA0yes", "No", "\xC4\xA0No", "NO",
                                       "\xC4\xA0Nothing", "yesterday"};

struct Made {
    FakeModel* fake;
    std::unique_ptr<LocalModel> model;
};

Made make(const std::vector<std::string>& pieces = kPieces, const std::string& wrapper = {}) {
    auto fake = std::make_unique<FakeModel>();
    FakeModel* const borrowed = fake.get();
    auto model = LocalModel::make("folder", std::move(fake), std::make_unique<FakeTokenizer>(pieces), wrapper);
    REQUIRE(model);
    return {borrowed, std::move(*model)};
}

std::vector<Prompt> promptsOfLengths(const std::vector<std::size_t>& lengths) {
    std::vector<Prompt> prompts;
    for (const std::size_t length : lengths)
        prompts.push_back({{std::string(length, 's'), false}});
    return prompts;
}

std::vector<YesNoReply> ask(LocalModel& model, const std::vector<Prompt>& prompts) {
    std::vector<YesNoReply> replies(prompts.size());
    std::size_t count = 0;
    REQUIRE(model.askYesNo(prompts, {}, [&](std::size_t i, YesNoReply reply) {
        ++count;
        replies[i] = std::move(reply);
        return Status();
    }));
    CHECK(count == prompts.size());
    return replies;
}

float expectedMargin(std::size_t length) {
    const auto sum = [&](std::initializer_list<std::int32_t> ids) {
        double total = 0;
        for (const std::int32_t id : ids)
            total += std::exp(FakeModel::logit(length, id));
        return std::log(total);
    };
    return static_cast<float>(sum({4, 5, 6}) - sum({7, 8, 9}));
}

} // namespace

TEST_CASE("Spellings of Yes and No are whole tokens of the vocabulary") {
    const auto made = make();
    CHECK(made.model->spellings().yes == std::vector<text::TokenId>{4, 5, 6});
    CHECK(made.model->spellings().no == std::vector<text::TokenId>{7, 8, 9});
    CHECK(made.model->spellings().defaultYes == 5);
    CHECK(made.model->spellings().defaultNo == 8);

    const auto sentencePiece = make({"\xE2\x96\x81Yes", "Yes", "\xE2\x96\x81No", "\xE2\x96\x81no"});
    CHECK(sentencePiece.model->spellings().defaultYes == 0);
    CHECK(sentencePiece.model->spellings().defaultNo == 2);
}

TEST_CASE("OpenAssistant's turns are taken where the vocabulary has them") {
    std::vector<std::string> pieces = kPieces;
    CHECK(make(pieces).model->wrapper().text() == kPlainWrapper);
    pieces.insert(pieces.end(), {"<|prompter|>", "<|assistant|>"});
    const auto made = make(pieces);
    CHECK(made.model->wrapper().text() == kOpenAssistantWrapper);
    CHECK(made.model->spellings().defaultYes == 4);
    CHECK(made.model->tokenize({{"ab", false}}).size() == 12 + 2 + 26);
    CHECK(make(pieces, "{prompt}").model->wrapper().text() == kPlainWrapper);
}

TEST_CASE("Margins compare all spellings, whatever the batch") {
    for (const bool encoderDecoder : {false, true}) {
        auto made = make();
        made.fake->encoderDecoder = encoderDecoder;
        std::vector<std::size_t> lengths(300);
        for (std::size_t i = 0; i < lengths.size(); ++i)
            lengths[i] = 1 + i * 37 % 101;
        const auto replies = ask(*made.model, promptsOfLengths(lengths));
        CHECK(made.fake->calls > 1);
        for (std::size_t i = 0; i < lengths.size(); ++i) {
            REQUIRE(replies[i].margin);
            CHECK(*replies[i].margin == Approx(expectedMargin(lengths[i])).margin(1e-5));
            CHECK(replies[i].verdict == (*replies[i].margin > 0 ? Verdict::Yes : Verdict::No));
            CHECK(replies[i].text.empty());
        }
    }
}

TEST_CASE("Too little mass is undecided") {
    auto made = make();
    made.fake->logSumExp = 20.0F;
    const auto replies = ask(*made.model, promptsOfLengths({5}));
    CHECK(replies[0].verdict == Verdict::Unanswered);
    CHECK(replies[0].failure == Failure::Undecided);
    YesNoReply equal;
    decide(equal, 0, 1);
    CHECK(equal.failure == Failure::Undecided);
    YesNoReply likely;
    decide(likely, -0.1F, 0.05F);
    CHECK(likely.verdict == Verdict::No);
    CHECK(likely.failure == Failure::None);
}

TEST_CASE("A prompt that does not fit fails alone") {
    auto made = make();
    made.fake->limit = 10;
    const auto replies = ask(*made.model, promptsOfLengths({9, 10, 0, 3, 5000}));
    CHECK(replies[0].failure != Failure::TooLong);
    CHECK(replies[1].failure == Failure::TooLong);
    CHECK(replies[2].failure == Failure::TooLong);
    CHECK(replies[3].failure != Failure::TooLong);
    made.fake->limit = 0;
    CHECK(ask(*made.model, promptsOfLengths({5000}))[0].failure == Failure::TooLong);
}

TEST_CASE("Generated text is decoded, and known to be cut off") {
    auto made = make();
    made.fake->limit = 20;
    std::vector<Reply> replies(3);
    const auto prompts = promptsOfLengths({2, 8, 18});
    REQUIRE(made.model->generate(prompts, 4, {}, [&](std::size_t i, Reply reply) {
        replies[i] = std::move(reply);
        return Status();
    }));
    CHECK(replies[0].text == "xx");
    CHECK_FALSE(replies[0].cutOff);
    CHECK(replies[1].text == "xxxx");
    CHECK(replies[1].cutOff);
    CHECK(replies[2].failure == Failure::TooLong);
}

TEST_CASE("Another model, another wrapper or other spellings are another engine") {
    const auto one = make();
    CHECK(make().model->identity() == one.model->identity());
    CHECK(make(kPieces, "Q: {prompt}").model->identity() != one.model->identity());
    std::vector<std::string> fewer = kPieces;
    fewer[9] = "x";
    CHECK(make(fewer).model->identity() != one.model->identity());
    const auto other = make();
    other.fake->version = 2;
    CHECK(other.model->identity() != one.model->identity());
}

TEST_CASE("Stopping, errors of the taker and a vocabulary without Yes end the call") {
    auto made = make();
    const auto prompts = promptsOfLengths({1, 2, 3});
    std::stop_source stop;
    stop.request_stop();
    const auto take = [](std::size_t, YesNoReply) { return Status(); };
    CHECK(made.model->askYesNo(prompts, stop.get_token(), take).error().code == ErrorCode::Cancelled);
    const auto full = [](std::size_t, YesNoReply) { return Status(Error{ErrorCode::DiskFull, "", "", ""}); };
    CHECK(made.model->askYesNo(prompts, {}, full).error().code == ErrorCode::DiskFull);
    CHECK(make({"a", "No"}).model->askYesNo(prompts, {}, take).error().code == ErrorCode::Unsupported);
}

} // namespace neuroscribe::llm
