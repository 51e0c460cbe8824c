// WordNet's data.noun (wndb(5WN)): the gloss of each synset (definition and example sentences) as "text", its
// lexicographer file as "category", its offset as id.
#pragma once

#include <string_view>

#include "core/corpus/line_reader.h"
#include "core/corpus/record.h"

namespace neuroscribe::corpus {

/// The first line of the licence that WordNet's files begin with, or a synset line.
bool looksLikeWordNet(std::string_view head);

/// Name of a lexicographer file of nouns, as it is a category: "Tops" of 3 .. "time" of 28 (lexnames(5WN)).
std::string_view nounCategory(unsigned lexicographerFile);

class WordNetReader final : public RecordReader {
public:
    explicit WordNetReader(std::unique_ptr<ByteReader> reader) : m_lines(std::move(reader)) {}
    Result<bool> next(RawRecord& record) override;
    std::uint64_t position() const override { return m_lines.position(); }

private:
    LineReader m_lines;
    Line m_line;
};

} // namespace neuroscribe::corpus
