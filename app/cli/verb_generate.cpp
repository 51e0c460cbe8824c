// `generate`: prompts in, what a language model writes (and how it would answer Yes or No) out.
#include <algorithm>
#include <optional>

#include <CLI/CLI.hpp>

#include "app/cli/engine.h"
#include "app/cli/json_output.h"
#include "app/cli/text_input.h"
#include "app/cli/verbs.h"
#include "core/llm/engine_spec.h"
#include "core/llm/local_model.h"

namespace neuroscribe::cli {
namespace {

struct GenerateVerb {
    std::string engine;
    std::string keyFile;
    std::string in;
    std::uint32_t maxTokens = 64;
    bool yesNo = false;
};

/// Answers come in any order; they are printed in that of the prompts, as soon as the ones before are there.
class OrderedLines {
public:
    explicit OrderedLines(const Context& context, std::size_t count)
        : m_lines(count), m_meter(*context.progress, "generate", count) {}

    void put(std::size_t number, Json line, bool isGap) {
        m_lines[number] = std::move(line);
        m_gaps = m_gaps || isGap;
        m_meter.update(++m_done);
        for (; m_next < m_lines.size() && m_lines[m_next]; ++m_next) {
            printJson(*m_lines[m_next]);
            m_lines[m_next] = Json(); // printed
        }
    }
    Exit exit() const { return m_gaps ? Exit::Gaps : Exit::Done; }

private:
    std::vector<std::optional<Json>> m_lines;
    ProgressMeter m_meter;
    std::size_t m_next = 0;
    std::size_t m_done = 0;
    bool m_gaps = false;
};

Json lineOf(const std::optional<std::string>& text, Json ids) {
    return {{"text", text ? Json(*text) : Json(nullptr)}, {"ids", std::move(ids)}};
}

void addFailure(Json& line, llm::Failure failure, const std::string& detail) {
    if (failure == llm::Failure::None)
        return;
    line["failure"] = llm::failureName(failure);
    line["detail"] = detail;
}

using Sequences = std::vector<nn::TokenSequence>;

void addLogits(Json& line, const std::optional<llm::YesNoLogits>& logits) {
    line["yes_logit"] = logits ? Json(logits->yes) : Json(nullptr);
    line["no_logit"] = logits ? Json(logits->no) : Json(nullptr);
    line["margin"] = logits ? Json(logits->margin) : Json(nullptr);
}

/// Sequences first .. first + count - 1 of the whole.
Status generateSlice(const Context& context, const GenerateVerb& verb, llm::LocalModel& model,
                     const Sequences& sequences, std::size_t first, OrderedLines& lines) {
    std::vector<std::optional<llm::YesNoLogits>> logits(sequences.size());
    if (verb.yesNo)
        NS_TRY(model.firstSteps(sequences, context.stop, [&](std::size_t i, const llm::YesNoLogits* step) {
            if (step)
                logits[i] = *step;
            return Status();
        }));
    return model.generateIds(sequences, verb.maxTokens, context.stop, [&](std::size_t i, const nn::TokenSequence* ids) {
        Json line = ids ? lineOf(model.decode(*ids), *ids) : lineOf({}, nullptr);
        if (verb.yesNo)
            addLogits(line, logits[i]);
        if (!ids)
            addFailure(line, llm::Failure::TooLong, "the prompt is empty or too long for the model");
        lines.put(first + i, std::move(line), !ids);
        return Status();
    });
}

Result<Exit> generateLocally(const Context& context, const GenerateVerb& verb, const llm::EngineOptions& options,
                             const std::vector<TextItem>& items) {
    NS_ASSIGN(const auto model, llm::openLocalModel(options));
    OrderedLines lines(context, items.size());
    for (std::size_t first = 0; first < items.size(); first += model->promptsAtOnce()) {
        Sequences sequences;
        for (std::size_t i = first; i < std::min(items.size(), first + model->promptsAtOnce()); ++i)
            sequences.push_back(items[i].ids.empty() ? model->tokenize({{items[i].text, false}}) : items[i].ids);
        NS_TRY(generateSlice(context, verb, *model, sequences, first, lines));
    }
    return lines.exit();
}

Status askServer(const Context& context, const GenerateVerb& verb, llm::LanguageModel& model,
                 const std::vector<llm::Prompt>& prompts, OrderedLines& lines) {
    if (!verb.yesNo)
        return model.generate(prompts, verb.maxTokens, context.stop, [&](std::size_t i, const llm::Reply& reply) {
            const bool failed = reply.failure != llm::Failure::None;
            Json line = lineOf(failed ? std::nullopt : std::optional(reply.text), nullptr);
            addFailure(line, reply.failure, reply.detail);
            lines.put(i, std::move(line), failed);
            return Status();
        });
    return model.askYesNo(prompts, context.stop, [&](std::size_t i, const llm::YesNoReply& reply) {
        Json line = lineOf(reply.text, nullptr);
        addLogits(line, std::nullopt);
        line["margin"] = reply.margin ? Json(*reply.margin) : Json(nullptr);
        addFailure(line, reply.failure, reply.detail);
        lines.put(i, std::move(line), reply.failure != llm::Failure::None);
        return Status();
    });
}

Result<Exit> generateRemotely(const Context& context, const GenerateVerb& verb, const llm::EngineOptions& options,
                              const std::vector<TextItem>& items) {
    std::vector<llm::Prompt> prompts;
    for (const TextItem& item : items) {
        if (!item.ids.empty())
            return Error{ErrorCode::Unsupported, item.where, "a server takes prompts, not input_ids", ""};
        prompts.push_back({{item.text, false}});
    }
    NS_ASSIGN(const auto model, llm::openLanguageModel(options));
    announceTraffic(*model);
    OrderedLines lines(context, items.size());
    NS_TRY(askServer(context, verb, *model, prompts, lines));
    return lines.exit();
}

Status check(const GenerateVerb& verb) {
    NS_ASSIGN(const auto spec, llm::parseEngineSpec(verb.engine));
    if (spec.kind == llm::EngineKind::Lexical)
        return Error{ErrorCode::InvalidArgument, "--engine", "the engine lexical writes no text", ""};
    return {};
}

Result<Exit> runGenerate(const Context& context, const GenerateVerb& verb) {
    NS_ASSIGN(const auto items, readPromptItems(verb.in));
    NS_ASSIGN(const auto options, engineOptions(context, verb.engine, verb.keyFile));
    NS_ASSIGN(const auto spec, llm::parseEngineSpec(verb.engine));
    if (spec.kind == llm::EngineKind::Server)
        return generateRemotely(context, verb, options, items);
    return generateLocally(context, verb, options, items);
}

} // namespace

void addGenerate(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("generate", "What a language model writes after each prompt, as JSON lines");
    auto generate = std::make_shared<GenerateVerb>();
    verb->add_option("--engine", generate->engine, "A model folder, or openai:BASE_URL#MODEL")->required();
    declareKeyFile(*verb, generate->keyFile);
    verb->add_option("--in", generate->in, "JSON lines with prompt or input_ids")->required();
    verb->add_option("--max-tokens", generate->maxTokens, "Tokens to write at most")
        ->check(CLI::Range(1, 4096))
        ->capture_default_str();
    verb->add_flag("--yes-no", generate->yesNo, "Also how the model would answer Yes or No");
    verb->callback([&context, &chosen, generate] {
        chosen.check = [generate] { return check(*generate); };
        chosen.run = [&context, generate] { return runGenerate(context, *generate); };
    });
}

} // namespace neuroscribe::cli
