// From files to sentences: read, filter, drop duplicates, cap, shuffle, split (SCIENCE, rows "corpus" and "split").
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "core/base/ids.h"
#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/store/project.h"

namespace neuroscribe::corpus {

enum class Format : std::uint8_t { Auto, JsonLines, Json, Csv, Tsv, Amazon, Text, WordNet };
const char* formatName(Format format); ///< "auto", "jsonl", "json", "csv", "tsv", "amazon", "text", "wordnet"
Result<Format> parseFormat(const std::string& name);

struct ImportOptions {
    Format format = Format::Auto;
    std::string textField;     ///< empty: guessed ("text", "reviewText", "review", "content", ...), else an error
    std::string categoryField; ///< empty: guessed ("category"); records without one get a category named after the file
    std::vector<std::string> labelFields; ///< 0/1 or yes/no columns, imported as labels of descriptors of the same name
    char delimiter = 0;                   ///< CSV: 0 = guessed from the first lines
    std::string encoding = "utf-8";       ///< "utf-8", "latin-1", "utf-16le", "utf-16be"; a BOM wins
    std::uint32_t minWords = 10;          ///< whitespace-separated, included
    std::uint32_t maxWords = 200;         ///< included
    std::uint32_t maxPerCategory = 5000;  ///< 0: none
    std::string language = "en";          ///< "en" or "any"
    std::uint64_t seed = 20230101;        ///< of cap, shuffle and split

    Status validate() const;
};

enum class Reason : std::uint8_t { TooShort, TooLong, Language, Duplicate, Empty, Invalid, OverCategoryCap };
const char* reasonName(Reason reason); ///< "too_short", ..., "over_category_cap"

struct ImportCounts {
    std::uint64_t read = 0; ///< records seen
    std::uint64_t kept = 0; ///< sentences added
    std::map<Reason, std::uint64_t> dropped;
    std::uint64_t replacedUtf8 = 0;     ///< kept or dropped records in which invalid UTF-8 was replaced by U+FFFD
    std::uint64_t unreadableLabels = 0; ///< values of label fields that are neither yes nor no: left unanswered
    std::map<std::string, std::uint64_t> categories; ///< of the kept
    std::uint64_t split[2] = {0, 0};
};

struct RejectedRow {
    std::string source; ///< "file:line"
    Reason reason = Reason::Invalid;
    std::string raw; ///< at most 1,000 bytes of it
};

/// One parsed record, before filtering, for the import dialog's preview.
struct PreviewRecord {
    std::string source;
    std::string text;
    std::string category;
    std::vector<std::string> labels; ///< as written, one per label field
    std::string verdict;             ///< "kept" or a reason name (before duplicates and cap)
};
struct Preview {
    Format format = Format::Auto;    ///< as detected
    std::vector<std::string> fields; ///< names seen, in order
    std::string textField;
    std::string categoryField;
    char delimiter = 0;
    std::vector<PreviewRecord> records; ///< the first 50
    ImportCounts counts;                ///< of the part read (all of it unless stopped)
    bool complete = false;
};

/// Commits nothing. Calls `partial` with the first 50 records as soon as they are there, every 200 ms after that, and
/// with the names of the fields before an error says that none holds the text. Stopped, the result is not complete.
/// What the study has already is not known here. Errors: as importFiles, but being stopped is none.
Result<Preview> previewImport(const std::vector<std::string>& files, const ImportOptions& options, std::stop_token stop,
                              const std::function<void(const Preview&)>& partial);

/// The label columns of the sentences that an import added.
struct ImportedLabelColumns {
    SentenceId first;                               ///< of the new sentences
    std::vector<std::string> names;                 ///< ImportOptions::labelFields
    std::vector<std::vector<std::uint8_t>> answers; ///< [names][new sentences, in id order]: 0 unanswered, 1 no, 2 yes
};
/// Stores them (core/labels knows how); called once, inside the import's transaction, before it commits. An error
/// undoes the import.
using LabelHook = std::function<Status(store::Database&, const ImportedLabelColumns&)>;

/// One transaction: killed or cancelled, nothing has happened. Re-import adds new texts only, their ids follow the old
/// ones; old ids and sides stay. The result depends on the records and the options, not on the order of the files.
/// storeLabels: needed where labelFields are given.
/// Errors: NotFound, Io, Truncated, Corrupt, Parse (of a file), InvalidArgument (options, fields), NotBuilt (language),
/// Cancelled, DiskFull, Overflow (over 65,535 categories or 2^32-1 sentences).
Result<ImportCounts> importFiles(store::Project& project, const std::vector<std::string>& files,
                                 const ImportOptions& options, std::stop_token stop, ProgressSink& progress,
                                 const LabelHook& storeLabels = {});

/// Rejected rows of the newest import, at most `limit`. At most 10,000 of each reason are kept; the counts are
/// complete.
Result<std::vector<RejectedRow>> loadRejected(store::Database& database, std::uint32_t limit);

} // namespace neuroscribe::corpus
