#include "core/corpus/decoding_source.h"
#include "core/corpus/importer.h"
#include "core/corpus/language.h"

namespace neuroscribe::corpus {
namespace {

Error invalid(const std::string& what, const std::string& why, const std::string& hint) {
    return {ErrorCode::InvalidArgument, what, why, hint};
}

} // namespace

Status ImportOptions::validate() const {
    if (minWords > maxWords)
        return invalid("words", "the smallest number is larger than the largest", "Swap --min-words and --max-words");
    if (language != "en" && language != "any")
        return invalid("language " + language, "only English can be told from other languages", "Choose en or any");
    if (language == "en" && !canDetectLanguage())
        return Error{ErrorCode::NotBuilt, "language", "this build can't tell languages apart (made without CLD2)",
                     "Use --language any"};
    if (!parseEncoding(encoding))
        return invalid("encoding " + encoding, "there is no such encoding",
                       "Choose utf-8, latin-1, utf-16le or utf-16be");
    if (delimiter == '"' || delimiter == '\n' || delimiter == '\r')
        return invalid("delimiter", "a quote or a line end can't separate columns", {});
    for (std::size_t i = 0; i < labelFields.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (labelFields[i] == labelFields[j])
                return invalid("label field " + labelFields[i], "it is named twice", {});
    return {};
}

const char* reasonName(Reason reason) {
    switch (reason) {
    case Reason::TooShort:
        return "too_short";
    case Reason::TooLong:
        return "too_long";
    case Reason::Language:
        return "language";
    case Reason::Duplicate:
        return "duplicate";
    case Reason::Empty:
        return "empty";
    case Reason::Invalid:
        return "invalid";
    case Reason::OverCategoryCap:
        return "over_category_cap";
    }
    return "invalid";
}

} // namespace neuroscribe::corpus
