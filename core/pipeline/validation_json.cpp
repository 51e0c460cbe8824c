#include "core/pipeline/validation_json.h"

#include <nlohmann/json.hpp>

namespace neuroscribe::pipeline {
namespace {

using Json = nlohmann::ordered_json;
using labels::Answer;
using labels::Drawn;
using labels::PersonAnswer;
using labels::Verdict;

Error damaged(const char* what) {
    return {ErrorCode::Corrupt, what, "what is stored can't be read", "Restore the study from a copy"};
}

/// A whole number from 0 to `most` into `value`, by name.
template <class Value>
bool read(const Json& json, const char* name, std::uint64_t most, Value& value) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_number_unsigned() || found->template get<std::uint64_t>() > most)
        return false;
    value = static_cast<Value>(found->template get<std::uint64_t>());
    return true;
}

bool readText(const Json& json, const char* name, std::string& text) {
    const auto found = json.find(name);
    if (found == json.end() || !found->is_string())
        return false;
    text = found->get<std::string>();
    return true;
}

/// Nothing: not an answer.
std::optional<PersonAnswer> readAnswer(const Json& json, const AnswerEdit& about) {
    PersonAnswer answer;
    answer.question = about.question;
    answer.sentence = about.sentence;
    const auto weight = json.find("weight");
    const bool fine = read(json, "verdict", 2, answer.verdict) && read(json, "drawn", 1, answer.drawn) &&
                      read(json, "model", 2, answer.model) && weight != json.end() && weight->is_number() &&
                      read(json, "at", INT64_MAX, answer.answeredAt);
    if (!fine)
        return std::nullopt;
    answer.weight = weight->get<double>();
    return answer;
}

struct Side {
    AnswerEdit about;
    std::optional<PersonAnswer> answer;
};

Result<Side> readSide(const std::string& text) {
    const Json json = Json::parse(text, nullptr, false);
    Side side;
    std::uint32_t sentence = 0;
    const bool fine = json.is_object() && readText(json, "annotator", side.about.annotator) &&
                      readText(json, "question", side.about.question) && read(json, "sentence", UINT32_MAX, sentence);
    if (!fine)
        return damaged("an answer in the history");
    side.about.sentence = SentenceId(sentence);
    const auto answer = json.find("answer");
    if (answer == json.end() || answer->is_null())
        return side;
    side.answer = readAnswer(*answer, side.about);
    if (!side.answer)
        return damaged("an answer in the history");
    return side;
}

} // namespace

std::string setupToJson(const ValidationSetup& setup) {
    Json leftOut = Json::array();
    for (const DescriptorId id : setup.leftOut)
        leftOut.push_back(id.value);
    return Json{{"annotator", setup.annotator},
                {"drawn", static_cast<unsigned>(setup.drawn)},
                {"each", setup.each},
                {"seed", setup.seed},
                {"left_out", leftOut}}
        .dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<ValidationSetup> setupFromJson(const std::string& text) {
    const Json json = Json::parse(text, nullptr, false);
    ValidationSetup setup;
    const bool fine = json.is_object() && readText(json, "annotator", setup.annotator) &&
                      read(json, "drawn", 1, setup.drawn) && read(json, "each", UINT32_MAX, setup.each) &&
                      read(json, "seed", UINT64_MAX, setup.seed) && json.contains("left_out") &&
                      json["left_out"].is_array();
    if (!fine)
        return damaged("the setup of the validation");
    for (const Json& id : json["left_out"]) {
        if (!id.is_number_unsigned() || id.get<std::uint64_t>() > UINT32_MAX)
            return damaged("the setup of the validation");
        setup.leftOut.insert(DescriptorId(id.get<std::uint32_t>()));
    }
    return setup;
}

std::string answerToJson(const AnswerEdit& edit, const std::optional<PersonAnswer>& answer) {
    Json json{{"annotator", edit.annotator},
              {"question", edit.question},
              {"sentence", edit.sentence.value},
              {"answer", nullptr}};
    if (answer)
        json["answer"] = {{"verdict", static_cast<unsigned>(answer->verdict)},
                          {"drawn", static_cast<unsigned>(answer->drawn)},
                          {"model", static_cast<unsigned>(answer->model)},
                          {"weight", answer->weight},
                          {"at", static_cast<std::uint64_t>(answer->answeredAt)}};
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string argumentsToJson(const AnswerEdit& edit) {
    return Json::array({edit.question}).dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<AnswerEdit> answerEditFromJson(const std::string& before, const std::string& after) {
    NS_ASSIGN(Side first, readSide(before));
    NS_ASSIGN(Side second, readSide(after));
    const AnswerEdit& about = first.about;
    if (!(about == second.about))
        return damaged("an answer in the history");
    AnswerEdit edit = about;
    edit.before = std::move(first.answer);
    edit.after = std::move(second.answer);
    return edit;
}

} // namespace neuroscribe::pipeline
