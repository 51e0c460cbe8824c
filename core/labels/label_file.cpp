#include "core/labels/label_file.h"

#include <charconv>
#include <utility>

#include "core/corpus/clean_text.h"
#include "core/corpus/format.h"
#include "core/corpus/present_corpus.h"
#include "core/labels/answer_store.h"

namespace neuroscribe::labels {

Result<std::unique_ptr<corpus::RecordReader>> openLabelFile(const std::string& file, std::stop_token stop) {
    NS_ASSIGN(auto bytes, corpus::openDecoded(file, "utf-8", std::move(stop)));
    NS_ASSIGN(const auto head, bytes->lookAhead());
    const corpus::Format format = corpus::detectFormat(file, head);
    using corpus::Format;
    if (format != Format::Csv && format != Format::Tsv && format != Format::JsonLines && format != Format::Json)
        return Error{ErrorCode::Unsupported, file, "labels are read from CSV, TSV or JSON lines",
                     "Write one column a descriptor and a column id or text"};
    return corpus::makeReader(format, std::move(bytes), 0);
}

Result<SentenceFinder> SentenceFinder::make(store::Database& database) {
    NS_ASSIGN(const std::uint32_t sentences, countSentences(database));
    NS_ASSIGN(auto byHash, database.prepare("SELECT id FROM sentence WHERE text_hash = ?"));
    return SentenceFinder(sentences, std::move(byHash));
}

Result<std::optional<std::uint32_t>> SentenceFinder::find(const corpus::RawRecord& record, const std::string& where) {
    if (const corpus::Field* text = record.find("text"))
        return byText(text->value);
    const corpus::Field* id = record.find("id");
    if (!id)
        return Error{ErrorCode::Parse, where, "the row has neither text nor id",
                     "Name the column of the sentences text or id"};
    return byId(id->value, where);
}

Result<std::optional<std::uint32_t>> SentenceFinder::byText(const std::string& text) {
    m_byHash.reset();
    const auto hash = corpus::hashColumn(hashText(corpus::cleanText(text).text));
    NS_ASSIGN(const bool row, m_byHash.bind(1, std::span<const std::byte>(hash)).step());
    if (!row)
        return std::optional<std::uint32_t>{};
    return std::optional(static_cast<std::uint32_t>(m_byHash.integer(0)));
}

Result<std::optional<std::uint32_t>> SentenceFinder::byId(const std::string& written, const std::string& where) const {
    const std::string digits = corpus::cleanText(written).text;
    std::uint32_t id = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
    if (error == std::errc::result_out_of_range)
        return std::optional<std::uint32_t>{};
    if (error != std::errc{} || end != digits.data() + digits.size())
        return Error{ErrorCode::Parse, where, "the id is not a sentence's number: " + digits.substr(0, 40), ""};
    return id < m_sentences ? std::optional(id) : std::nullopt;
}

} // namespace neuroscribe::labels
