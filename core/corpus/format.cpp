#include "core/corpus/format.h"

#include <algorithm>
#include <array>

#include "core/corpus/csv_reader.h"
#include "core/corpus/decoding_source.h"
#include "core/corpus/gzip_source.h"
#include "core/corpus/json_lines_reader.h"
#include "core/corpus/json_reader.h"
#include "core/corpus/python_dict.h"
#include "core/corpus/text_reader.h"
#include "core/corpus/wordnet_reader.h"

namespace neuroscribe::corpus {
namespace {

constexpr std::array<const char*, 8> kNames = {"auto", "jsonl", "json", "csv", "tsv", "amazon", "text", "wordnet"};

std::string_view fileName(std::string_view path) {
    return path.substr(path.rfind('/') + 1); // npos + 1 is 0
}

std::string lowerName(std::string_view path) {
    std::string name(fileName(path));
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    if (name.ends_with(".gz"))
        name.resize(name.size() - 3);
    return name;
}

bool endsWithAny(const std::string& name, std::initializer_list<const char*> endings) {
    return std::any_of(endings.begin(), endings.end(), [&](const char* ending) { return name.ends_with(ending); });
}

/// JSON by what the first object looks like; Auto: the text is no JSON.
Format detectJson(std::string_view head) {
    const std::size_t first = head.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || (head[first] != '{' && head[first] != '['))
        return Format::Auto;
    if (head[first] == '[')
        return Format::Json;
    const std::string_view line = head.substr(first, head.find('\n', first) - first);
    if (looksLikePythonDict(line) || line.find("\"reviewText\"") != std::string_view::npos)
        return Format::Amazon;
    const std::size_t last = line.find_last_not_of(" \t\r");
    const bool wholeObject = line[last] == '}' || head.size() >= ByteReader::kBufferBytes;
    return wholeObject && line.size() > 1 ? Format::JsonLines : Format::Json;
}

bool isNumber(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

} // namespace

const char* formatName(Format format) {
    return kNames[static_cast<std::size_t>(format)];
}

Result<Format> parseFormat(const std::string& name) {
    for (std::size_t i = 0; i < kNames.size(); ++i)
        if (name == kNames[i])
            return static_cast<Format>(i);
    return Error{ErrorCode::InvalidArgument, name, "there is no such format",
                 "Choose auto, jsonl, json, csv, tsv, amazon, text or wordnet"};
}

Format detectFormat(std::string_view path, std::string_view head) {
    const std::string name = lowerName(path);
    if (looksLikeWordNet(head))
        return Format::WordNet;
    if (endsWithAny(name, {".csv"}))
        return Format::Csv;
    if (endsWithAny(name, {".tsv", ".tab"}))
        return Format::Tsv;
    if (endsWithAny(name, {".txt", ".text"}))
        return Format::Text;
    const Format json = detectJson(head);
    if (endsWithAny(name, {".jsonl", ".ndjson"}))
        return json == Format::Amazon ? Format::Amazon : Format::JsonLines;
    if (json != Format::Auto)
        return json;
    return endsWithAny(name, {".json"}) ? Format::JsonLines : Format::Text;
}

Result<std::unique_ptr<RecordReader>> makeReader(Format format, std::unique_ptr<ByteReader> reader, char delimiter) {
    using Made = std::unique_ptr<RecordReader>;
    switch (format) {
    case Format::JsonLines:
        return Made(std::make_unique<JsonLinesReader>(std::move(reader), false));
    case Format::Amazon:
        return Made(std::make_unique<JsonLinesReader>(std::move(reader), true));
    case Format::Json:
        return Made(std::make_unique<JsonReader>(std::move(reader)));
    case Format::Csv:
        if (delimiter == 0) {
            NS_ASSIGN(const std::string_view head, reader->lookAhead());
            delimiter = guessDelimiter(head);
        }
        return Made(std::make_unique<CsvReader>(std::move(reader), delimiter));
    case Format::Tsv:
        return Made(std::make_unique<CsvReader>(std::move(reader), delimiter ? delimiter : '\t'));
    case Format::WordNet:
        return Made(std::make_unique<WordNetReader>(std::move(reader)));
    case Format::Text:
        return Made(std::make_unique<TextReader>(std::move(reader)));
    case Format::Auto:
        break;
    }
    return Error{ErrorCode::InvalidArgument, formatName(format), "the format is not known yet", {}};
}

Result<std::unique_ptr<ByteReader>> openDecoded(const std::string& path, const std::string& encoding,
                                                std::stop_token stop) {
    const auto declared = parseEncoding(encoding);
    if (!declared)
        return Error{ErrorCode::InvalidArgument, encoding, "there is no such encoding",
                     "Choose utf-8, latin-1, utf-16le or utf-16be"};
    NS_ASSIGN(auto file, openFile(path, std::move(stop)));
    auto reader = std::make_unique<ByteReader>(std::move(file));
    NS_ASSIGN(const std::string_view head, reader->lookAhead());
    const bool packed = looksLikeGzip(head);
    auto source = sourceOf(std::move(reader));
    if (packed)
        source = makeGzipSource(std::move(source), path);
    NS_ASSIGN(source, decode(std::move(source), *declared));
    return std::make_unique<ByteReader>(std::move(source));
}

std::string categoryFromFileName(std::string_view path) {
    std::string_view name = fileName(path);
    name = name.substr(0, name.find('.', 1));
    if (name.starts_with("reviews_"))
        name.remove_prefix(8);
    const std::size_t core = name.rfind('_'); // "_5": of users and things with at least five reviews
    if (core != std::string_view::npos && isNumber(name.substr(core + 1)))
        name = name.substr(0, core);
    std::string category(name);
    std::replace(category.begin(), category.end(), '_', ' ');
    return category;
}

} // namespace neuroscribe::corpus
