// Which format a file has, and the reader for it. Private to core/corpus (and its fuzz targets).
#pragma once

#include "core/corpus/byte_reader.h"
#include "core/corpus/importer.h"
#include "core/corpus/record.h"

namespace neuroscribe::corpus {

/// name: the file's name, whose ending is asked first; head: its first bytes, unpacked and decoded.
Format detectFormat(std::string_view name, std::string_view head);
/// format: not Auto. delimiter: of CSV, 0: guessed.
Result<std::unique_ptr<RecordReader>> makeReader(Format format, std::unique_ptr<ByteReader> reader, char delimiter);

/// File -> unpacked if it is gzip -> UTF-8, with the first bytes at hand. Errors: NotFound, Io, Truncated, Corrupt.
Result<std::unique_ptr<ByteReader>> openDecoded(const std::string& path, const std::string& encoding,
                                                std::stop_token stop);

/// "reviews_Grocery_and_Gourmet_Food_5.json.gz" -> "Grocery and Gourmet Food": the category of a file that names none.
std::string categoryFromFileName(std::string_view path);

} // namespace neuroscribe::corpus
