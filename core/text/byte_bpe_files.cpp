#include "core/text/byte_bpe_files.h"

#include <limits>

#include "core/text/unicode.h"

namespace neuroscribe::text {
namespace {

using nlohmann::json;

constexpr std::size_t kMaxSteps = 16; ///< of a sequence of pre-tokenizers or post-processors

Error parseError(const std::string& where, const std::string& why) {
    return {ErrorCode::Parse, where, why, ""};
}

/// The value of a key; null where it is missing or `object` is none.
const json& at(const json& object, const char* key) {
    static const json kNull;
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found == object.end() ? kNull : *found;
}

std::string textAt(const json& object, const char* key) {
    const json& value = at(object, key);
    return value.is_string() ? value.get<std::string>() : "";
}

bool flagAt(const json& object, const char* key, bool otherwise) {
    const json& value = at(object, key);
    return value.is_boolean() ? value.get<bool>() : otherwise;
}

/// `what` may be nested deeply: only words of it are quoted.
Error unsupported(const std::string& where, const std::string& part, const json& what) {
    const json& type = what.is_object() ? at(what, "type") : what;
    const std::string name = type.is_string() ? type.get<std::string>() : type.type_name();
    return {ErrorCode::Unsupported, where, part + " " + validUtf8(name.substr(0, 40)) + " is not supported",
            "Byte-level BPE as of GPT-2, GPT-NeoX or RoBERTa is"};
}

Result<TokenId> readId(const json& value, const std::string& piece, const std::string& where) {
    const std::int64_t id = value.is_number_integer() ? value.get<std::int64_t>() : -1;
    if (id < 0 || id > std::numeric_limits<TokenId>::max())
        return parseError(where,
                          "the id of \"" + validUtf8(piece.substr(0, 40)) + "\" is not a whole number of 31 bits");
    return static_cast<TokenId>(id);
}

Status readPieces(const json& vocabulary, const std::string& where, ByteBpeFiles& files) {
    if (!vocabulary.is_object() || vocabulary.empty())
        return parseError(where, "the vocabulary is not a table of pieces and ids");
    files.pieces.reserve(vocabulary.size());
    for (const auto& [piece, value] : vocabulary.items()) {
        NS_ASSIGN(const TokenId id, readId(value, piece, where));
        files.pieces.emplace_back(piece, id);
    }
    return {};
}

/// "left right"
Status addMerge(std::string_view line, const std::string& where, ByteBpeFiles& files) {
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos || line.find(' ', space + 1) != std::string_view::npos)
        return parseError(where, "merge " + std::to_string(files.merges.size()) + " is not a pair");
    files.merges.emplace_back(line.substr(0, space), line.substr(space + 1));
    return {};
}

Status readMerges(const json& merges, const std::string& where, ByteBpeFiles& files) {
    if (!merges.is_array())
        return parseError(where, "model.merges is not a list");
    files.merges.reserve(merges.size());
    for (const json& merge : merges) {
        if (merge.is_string())
            NS_TRY(addMerge(merge.get_ref<const std::string&>(), where, files));
        else if (merge.is_array() && merge.size() == 2 && merge[0].is_string() && merge[1].is_string())
            files.merges.emplace_back(merge[0].get<std::string>(), merge[1].get<std::string>());
        else
            return parseError(where, "merge " + std::to_string(files.merges.size()) + " is not a pair");
    }
    return {};
}

Status readModel(const json& model, const std::string& where, ByteBpeFiles& files) {
    for (const char* key : {"continuing_subword_prefix", "end_of_word_suffix"})
        if (!textAt(model, key).empty())
            return unsupported(where, key, at(model, key));
    if (at(model, "dropout").is_number() && at(model, "dropout") != 0)
        return unsupported(where, "a dropout of", at(model, "dropout"));
    files.unknown = textAt(model, "unk_token");
    files.wholeWordsFirst = flagAt(model, "ignore_merges", false);
    NS_TRY(readPieces(at(model, "vocab"), where, files));
    return readMerges(at(model, "merges"), where, files);
}

Status readAdded(const json& tokens, const std::string& where, ByteBpeFiles& files) {
    if (!tokens.is_array() && !tokens.is_null())
        return parseError(where, "added_tokens is not a list");
    for (const json& one : tokens) {
        AddedToken token;
        token.text = textAt(one, "content");
        NS_ASSIGN(token.id, readId(at(one, "id"), token.text, where));
        token.special = flagAt(one, "special", false);
        token.normalized = flagAt(one, "normalized", !token.special);
        token.singleWord = flagAt(one, "single_word", false);
        token.stripLeft = flagAt(one, "lstrip", false);
        token.stripRight = flagAt(one, "rstrip", false);
        files.added.push_back(std::move(token));
    }
    return {};
}

/// The steps of a "Sequence", or the one step there is; none for null. Borrowed: what is nested deeply is not copied.
Result<std::vector<const json*>> stepsOf(const json& part, const char* list, const std::string& where) {
    std::vector<const json*> steps;
    if (textAt(part, "type") != "Sequence") {
        if (!part.is_null())
            steps.push_back(&part);
        return steps;
    }
    const json& all = at(part, list);
    if (!all.is_array() || all.size() > kMaxSteps)
        return parseError(where, std::string(list) + " is not a list of up to 16 steps");
    for (const json& step : all)
        steps.push_back(&step);
    return steps;
}

Status readNormalizer(const json& normalizer, const std::string& where, ByteBpeFiles& files) {
    NS_ASSIGN(const auto steps, stepsOf(normalizer, "normalizers", where));
    for (const json* step : steps) {
        if (textAt(*step, "type") != "NFC")
            return unsupported(where, "the normalizer", *step);
        files.compose = true;
    }
    return {};
}

Result<PreTokenizer::Step> splitStep(const json& split, const std::string& where) {
    const json& pattern = at(split, "pattern");
    const bool literal = at(pattern, "String").is_string();
    const json& text = literal ? at(pattern, "String") : at(pattern, "Regex");
    const std::string behaviour = textAt(split, "behavior");
    if (!text.is_string() || (behaviour != "Isolated" && behaviour != "Removed"))
        return unsupported(where, "the pre-tokenizer", split);
    PreTokenizer::Step step;
    NS_ASSIGN(step.pattern, Pattern::compile(text.get<std::string>(),
                                             literal ? Pattern::Syntax::Literal : Pattern::Syntax::Regex, where));
    if (behaviour == "Removed")
        (flagAt(split, "invert", false) ? step.keepRest : step.keepMatches) = false;
    return step;
}

Result<PreTokenizer::Step> gpt2Step(bool prefixSpace, bool cut, const std::string& where) {
    PreTokenizer::Step step;
    step.prefixSpace = prefixSpace;
    if (cut) {
        NS_ASSIGN(step.pattern, Pattern::compile(kGpt2Pattern, Pattern::Syntax::Regex, where));
    }
    return step;
}

Result<PreTokenizer::Step> digitsStep(const json& digits, const std::string& where) {
    PreTokenizer::Step step;
    const char* const pattern = flagAt(digits, "individual_digits", false) ? "\\p{N}" : "\\p{N}+";
    NS_ASSIGN(step.pattern, Pattern::compile(pattern, Pattern::Syntax::Regex, where));
    return step;
}

Result<PreTokenizer::Step> readStep(const json& step, const std::string& where) {
    const std::string type = textAt(step, "type");
    if (type == "ByteLevel")
        return gpt2Step(flagAt(step, "add_prefix_space", true), flagAt(step, "use_regex", true), where);
    if (type == "Split")
        return splitStep(step, where);
    if (type == "Digits")
        return digitsStep(step, where);
    return unsupported(where, "the pre-tokenizer", step);
}

Status readPreTokenizer(const json& part, const std::string& where, ByteBpeFiles& files) {
    NS_ASSIGN(const auto parts, stepsOf(part, "pretokenizers", where));
    std::vector<PreTokenizer::Step> steps;
    bool byteLevel = false;
    for (const json* one : parts) {
        byteLevel = byteLevel || textAt(*one, "type") == "ByteLevel";
        NS_ASSIGN(PreTokenizer::Step step, readStep(*one, where));
        steps.push_back(std::move(step));
    }
    if (!byteLevel)
        return unsupported(where, "BPE without a byte-level pre-tokenizer, with", part);
    files.preTokenizer = PreTokenizer(std::move(steps));
    return {};
}

/// What a TemplateProcessing puts before and behind a single text.
Status readTemplate(const json& parts, const std::string& where, ByteBpeFiles& files) {
    if (!parts.is_array())
        return parseError(where, "the post-processor has no template for a single text");
    bool behind = false;
    for (const json& part : parts) {
        if (at(part, "Sequence").is_object())
            behind = true;
        else
            (behind ? files.end : files.start).push_back(textAt(at(part, "SpecialToken"), "id"));
    }
    return {};
}

Status readPostProcessor(const json& part, const std::string& where, ByteBpeFiles& files) {
    NS_ASSIGN(const auto steps, stepsOf(part, "processors", where));
    for (const json* step : steps) {
        const std::string type = textAt(*step, "type");
        if (type == "TemplateProcessing") {
            NS_TRY(readTemplate(at(*step, "single"), where, files));
        } else if (type == "RobertaProcessing" || type == "BertProcessing") {
            for (const auto& [key, names] : {std::pair("cls", &files.start), std::pair("sep", &files.end)}) {
                const json& token = at(*step, key); // [text, id]
                names->push_back(
                    token.is_array() && !token.empty() && token[0].is_string() ? token[0].get<std::string>() : "");
            }
        } else if (type != "ByteLevel") {
            return unsupported(where, "the post-processor", *step);
        }
    }
    return {};
}

} // namespace

bool isBpeJson(const json& json) {
    const auto& model = at(json, "model");
    return at(model, "type").is_null() ? !at(model, "merges").is_null() : at(model, "type") == "BPE";
}

Result<ByteBpeFiles> parseByteBpeJson(const json& json, const std::string& where) {
    if (!isBpeJson(json))
        return Error{ErrorCode::Unsupported, where, "the model of this tokenizer is not BPE", ""};
    ByteBpeFiles files;
    NS_TRY(readNormalizer(at(json, "normalizer"), where, files));
    NS_TRY(readPreTokenizer(at(json, "pre_tokenizer"), where, files));
    NS_TRY(readPostProcessor(at(json, "post_processor"), where, files));
    NS_TRY(readModel(at(json, "model"), where, files));
    NS_TRY(readAdded(at(json, "added_tokens"), where, files));
    return files;
}

Result<ByteBpeFiles> parseByteBpeLists(const json& vocabulary, std::string_view merges, const std::string& where) {
    ByteBpeFiles files;
    NS_TRY(readPieces(vocabulary, where, files));
    while (!merges.empty()) {
        const std::size_t end = merges.find('\n');
        std::string_view line = merges.substr(0, end);
        merges.remove_prefix(end == std::string_view::npos ? merges.size() : end + 1);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        if (!line.empty() && !line.starts_with("#version"))
            NS_TRY(addMerge(line, where, files));
    }
    const auto special = [&](const char* text) {
        const auto& id = at(vocabulary, text);
        if (id.is_null())
            return false;
        // Only <mask> takes the space before it along.
        files.added.push_back({.text = text,
                               .id = static_cast<TokenId>(id.get<std::int64_t>()),
                               .special = true,
                               .stripLeft = std::string_view(text) == "<mask>"});
        return true;
    };
    for (const char* text : {"<pad>", "<unk>", "<mask>", "<|endoftext|>"})
        special(text);
    const bool hasStart = special("<s>");
    if (special("</s>") && hasStart) {
        files.start = {"<s>"};
        files.end = {"</s>"};
    }
    NS_ASSIGN(auto step, gpt2Step(false, true, where));
    files.preTokenizer = PreTokenizer({std::move(step)});
    return files;
}

} // namespace neuroscribe::text
