#include "core/descriptors/topic_prompt.h"

#include <nlohmann/json.hpp>

namespace neuroscribe::descriptors {
namespace {

std::string joined(const std::vector<std::string>& topics) {
    std::string text;
    for (const std::string& topic : topics)
        text += (text.empty() ? "" : ", ") + topic;
    return text;
}

} // namespace

Result<llm::Prompt> TopicPrompt::about(const std::string& sentence) const {
    const std::string count = std::to_string(topics);
    const std::string expected = joined(exampleTopics);
    return body.fill({{"sentence", sentence}, {"topics", count}, {"example", example}, {"example_topics", expected}});
}

std::string TopicPrompt::hash() const {
    Hasher hasher;
    hasher.add(body.text());
    hasher.add(std::uint64_t{topics});
    hasher.add(std::uint64_t{maxTokens});
    hasher.add(example);
    hasher.add(joined(exampleTopics));
    return hasher.finish().hex();
}

void TopicPrompt::describe(llm::EngineRecord& engine) const {
    engine.prompt = body.text();
    engine.promptHash = hash();
    const nlohmann::ordered_json parameters{{"topics", topics},
                                            {"max_tokens", maxTokens},
                                            {"example_id", exampleId},
                                            {"example", example},
                                            {"example_topics", exampleTopics}};
    engine.parameters = parameters.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

Result<TopicPrompt> TopicPrompt::fromRecord(const llm::EngineRecord& engine) {
    NS_ASSIGN(auto body, llm::PromptTemplate::parse(llm::TemplateKind::Topics, engine.prompt));
    TopicPrompt prompt{.body = std::move(body)};
    try {
        const auto parameters = nlohmann::json::parse(engine.parameters);
        prompt.topics = parameters.at("topics").get<std::uint32_t>();
        prompt.maxTokens = parameters.at("max_tokens").get<std::uint32_t>();
        prompt.exampleId = parameters.at("example_id").get<std::int64_t>();
        prompt.example = parameters.at("example").get<std::string>();
        prompt.exampleTopics = parameters.at("example_topics").get<std::vector<std::string>>();
    } catch (const nlohmann::json::exception&) {
        return Error{ErrorCode::Corrupt, "engine " + std::to_string(engine.id.value),
                     "the stored parameters of its prompt are damaged", "Restore the study from a copy"};
    }
    return prompt;
}

} // namespace neuroscribe::descriptors
