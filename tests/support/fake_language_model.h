// A language model without a model: what it answers is a function of the prompt's text, so that every test can say what
// must be stored, and it keeps a log of what it was asked.
#pragma once

#include <chrono>
#include <functional>
#include <thread>

#include <fcntl.h>
#include <unistd.h>

#include "core/base/hash.h"
#include "core/llm/language_model.h"
#include "core/llm/prompt_text.h"
#include "tests/support/support.h"

namespace neuroscribe::test {

class FakeLanguageModel final : public llm::LanguageModel {
public:
    const std::string& spec() const override { return specText; }
    std::string identity() const override { return identityText; }
    std::string description() const override { return "fake"; }
    std::string wrapperText() const override { return wrapper; }
    std::size_t promptsAtOnce() const override { return atOnce; }
    std::optional<std::uint64_t> countTokens(const llm::Prompt& prompt) const override {
        return counts ? std::optional<std::uint64_t>(llm::promptText(prompt).size()) : std::nullopt;
    }

    Status generate(std::span<const llm::Prompt> prompts, std::uint32_t maxTokens, std::stop_token stop,
                    const OnReply& done) override {
        lastMaxTokens = maxTokens;
        return answerAll(prompts, stop,
                         [&](std::size_t i, const std::string& text) { return done(i, describe(text)); });
    }
    Status askYesNo(std::span<const llm::Prompt> prompts, std::stop_token stop, const OnYesNo& done) override {
        return answerAll(prompts, stop, [&](std::size_t i, const std::string& text) { return done(i, judge(text)); });
    }

    /// Every prompt since the log was begun, by this process and earlier ones.
    static std::vector<std::string> readLog(const std::string& path) {
        std::vector<std::string> prompts;
        std::string all = readFile(path);
        for (std::size_t at = 0; at < all.size(); at = all.find('\0', at) + 1)
            prompts.push_back(all.substr(at, all.find('\0', at) - at));
        return prompts;
    }

    std::string specText = "fake";
    std::string identityText = "fake 1";
    std::string wrapper = "{prompt}";
    std::size_t atOnce = 8;
    bool counts = true;
    std::function<llm::YesNoReply(const std::string&)> judge = [](const std::string& prompt) {
        const auto margin = static_cast<float>(static_cast<std::int64_t>(hashText(prompt).low)) * 0x1.0p-62F;
        return llm::YesNoReply{.verdict = margin > 0 ? llm::Verdict::Yes : llm::Verdict::No, .margin = margin};
    };
    std::function<llm::Reply(const std::string&)> describe = [](const std::string& prompt) {
        return llm::Reply{.text = "[Word " + std::to_string(hashText(prompt).low % 10) + ", Taste]"};
    };
    std::string logPath;                ///< of the prompts asked, NUL-separated; empty: none
    std::vector<std::string> asked;     ///< the same of this object
    std::chrono::microseconds delay{0}; ///< a prompt
    std::optional<Error> failure;       ///< instead of answering on after `failAfter` prompts
    std::size_t failAfter = 0;
    std::uint32_t lastMaxTokens = 0;

private:
    /// A window of prompts is taken before the first of them is answered, as a server does.
    template <class Answer>
    Status answerAll(std::span<const llm::Prompt> prompts, std::stop_token stop, const Answer& answer) {
        for (std::size_t first = 0; first < prompts.size(); first += atOnce) {
            const std::size_t end = std::min(prompts.size(), first + atOnce);
            std::vector<std::string> texts;
            for (std::size_t i = first; i < end; ++i)
                texts.push_back(take(prompts[i]));
            for (std::size_t i = first; i < end; ++i) {
                if (stop.stop_requested())
                    return Error{ErrorCode::Cancelled, "fake", "stopped", ""};
                if (failure && asked.size() > failAfter)
                    return *failure;
                std::this_thread::sleep_for(delay);
                NS_TRY(answer(i, texts[i - first]));
            }
        }
        return {};
    }

    std::string take(const llm::Prompt& prompt) {
        asked.push_back(llm::promptText(prompt));
        if (!logPath.empty()) {
            const int file = ::open(logPath.c_str(), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
            const std::string line = asked.back() + '\0';
            if (::write(file, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
                std::abort();
            ::close(file);
        }
        return asked.back();
    }
};

} // namespace neuroscribe::test
