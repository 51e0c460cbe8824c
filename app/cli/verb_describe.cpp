#include <algorithm>

#include <CLI/CLI.hpp>

#include "app/cli/ask_options.h"
#include "app/cli/table.h"
#include "app/cli/verbs.h"
#include "core/descriptors/describe.h"
#include "core/llm/engine_spec.h"

namespace neuroscribe::cli {
namespace {

using descriptors::DescribeCounts;
using descriptors::DescribeRequest;

struct DescribeVerb {
    std::vector<std::string> engines;
    std::uint32_t topics = 4;
    std::optional<std::uint32_t> example;
    std::vector<std::string> exampleTopics;
    std::uint32_t maxTokens = 64;
    AskOptions ask;
};

bool isLexical(const std::string& engine) {
    return engine == "lexical";
}

Result<DescribeRequest> requestOf(const DescribeVerb& verb) {
    DescribeRequest request;
    request.topics = verb.topics;
    if (verb.example)
        request.example = SentenceId(*verb.example);
    request.exampleTopics = verb.exampleTopics;
    request.maxTokens = verb.maxTokens;
    request.retryFailed = verb.ask.retryFailed;
    NS_ASSIGN(request.prompt, promptTemplate(verb.ask, llm::kDefaultTopicsTemplate));
    return request;
}

Status check(const Context& context, const DescribeVerb& verb) {
    NS_TRY(requireFolder(context));
    if (std::ranges::all_of(verb.engines, isLexical))
        NS_TRY(requireNoAskOptions(verb.ask));
    for (const std::string& engine : verb.engines) {
        if (isLexical(engine))
            continue;
        NS_TRY(llm::parseEngineSpec(engine));
        NS_ASSIGN(const DescribeRequest request, requestOf(verb));
        NS_TRY(request.validate());
    }
    return {};
}

Result<Exit> dryRun(const Context& context, const DescribeVerb& verb, store::Project& project) {
    NS_ASSIGN(const DescribeRequest request, requestOf(verb));
    Json engines = Json::array();
    for (const std::string& engine : verb.engines) {
        if (isLexical(engine))
            continue; // asks nobody
        NS_ASSIGN(const auto model, openEngine(context, engine, verb.ask));
        NS_ASSIGN(const auto estimate,
                  descriptors::estimateDescribe(project, *model, request, context.stop, *context.progress));
        engines.push_back(estimateJson(engine, estimate));
        if (!context.json)
            printEstimate(engine, estimate);
    }
    if (context.json)
        printJson({{"engines", engines}});
    return Exit::Done;
}

/// isFirst: the union of earlier calls is left once its engine is there, not before.
Status askEngine(const Context& context, const DescribeVerb& verb, store::Project& project, const std::string& engine,
                 bool isFirst) {
    const auto leaveUnion = [&] { return isFirst ? descriptors::leaveUnion(project.writer()) : Status(); };
    if (isLexical(engine)) {
        NS_TRY(leaveUnion());
        return descriptors::describeLexically(project, verb.topics, context.stop, *context.progress);
    }
    NS_ASSIGN(const DescribeRequest request, requestOf(verb));
    NS_ASSIGN(const auto model, openEngine(context, engine, verb.ask));
    NS_TRY(leaveUnion());
    return descriptors::describeWithModel(project, *model, request, context.stop, *context.progress);
}

void report(const Context& context, const DescribeCounts& counts) {
    if (context.json) {
        printJson({{"answered", counts.answered},
                   {"unanswered", counts.unanswered},
                   {"failed", counts.failed},
                   {"descriptors", counts.descriptors},
                   {"distinct", counts.distinct}});
        return;
    }
    Table table({{"topics"}, {"count", Align::Right}});
    table.add({"answered", std::to_string(counts.answered)});
    table.add({"unanswered", std::to_string(counts.unanswered)});
    table.add({"of these failed", std::to_string(counts.failed)});
    table.add({"descriptors", std::to_string(counts.descriptors)});
    table.add({"distinct", std::to_string(counts.distinct)});
    table.print();
}

Result<Exit> runDescribe(const Context& context, const DescribeVerb& verb) {
    NS_ASSIGN(store::Project project, openProject(context, store::Access::ReadWrite));
    if (verb.ask.dryRun)
        return dryRun(context, verb, project);
    for (std::size_t i = 0; i < verb.engines.size(); ++i)
        NS_TRY(askEngine(context, verb, project, verb.engines[i], i == 0));
    NS_ASSIGN(const DescribeCounts counts, descriptors::countDescriptions(project.connection()));
    report(context, counts);
    return counts.unanswered ? Exit::Gaps : Exit::Done;
}

void declare(CLI::App& verb, DescribeVerb& describe) {
    verb.add_option("--engine", describe.engines,
                    "lexical (keyphrases), a model folder, or openai:BASE_URL#MODEL; repeatable: the union")
        ->required()
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    verb.add_option("--topics", describe.topics, "Descriptors of a sentence at most")
        ->check(CLI::Range(1, 16))
        ->capture_default_str();
    verb.add_option("--example", describe.example, "Sentence that every prompt shows as an example");
    verb.add_option("--example-topics", describe.exampleTopics, "What is expected of it: a,b,c")->delimiter(',');
    verb.add_option("--max-tokens", describe.maxTokens, "Tokens of an answer at most")
        ->check(CLI::Range(1, 1024))
        ->capture_default_str();
    declareAskOptions(verb, describe.ask);
}

} // namespace

void addDescribe(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("describe", "Let engines name the topics of each sentence");
    auto describe = std::make_shared<DescribeVerb>();
    declare(*verb, *describe);
    verb->callback([&context, &chosen, describe] {
        chosen.check = [&context, describe] { return check(context, *describe); };
        chosen.run = [&context, describe] { return runDescribe(context, *describe); };
    });
}

} // namespace neuroscribe::cli
