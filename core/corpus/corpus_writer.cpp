#include "core/corpus/corpus_writer.h"

#include <limits>
#include <set>

#include "core/corpus/corpus_hash.h"
#include "core/corpus/import_json.h"
#include "core/corpus/utf8.h"

namespace neuroscribe::corpus {
namespace {

constexpr std::uint64_t kRejectedPerReason = 10'000;
constexpr std::size_t kStopPeriod = 256;
constexpr std::size_t kMostCategories = 65'535; ///< CorpusIndex counts them in 16 bits
constexpr std::int64_t kMostSentences = std::numeric_limits<std::uint32_t>::max();

Status refuseTooMany(std::int64_t sentences) {
    if (sentences <= kMostSentences)
        return {};
    return Error{ErrorCode::Overflow, "import", "the corpus would have more than 4,294,967,295 sentences",
                 "Lower --max-per-category"};
}

} // namespace

Result<CorpusWriter> CorpusWriter::begin(store::Database& database, const std::vector<std::string>& files,
                                         const ImportOptions& options) {
    NS_TRY(database.execute("DELETE FROM rejected"));
    NS_ASSIGN(auto insert, database.prepare("INSERT INTO import(sources, options, counts, finished_at) "
                                            "VALUES(?, ?, '{}', '')"));
    NS_TRY(insert.bind(1, std::string_view(toJson(files))).bind(2, std::string_view(toJson(options))).run());
    const std::int64_t import = database.lastInsertId();
    NS_ASSIGN(auto rejected,
              database.prepare("INSERT INTO rejected(import_id, source, reason, raw) VALUES(?, ?, ?, ?)"));
    return CorpusWriter(database, import, std::move(rejected));
}

Status CorpusWriter::reject(Reason reason, std::string_view source, std::string_view raw) {
    if (++m_rejected[reason] > kRejectedPerReason)
        return {};
    std::string shown(raw.substr(0, kRawBytes));
    repairUtf8(shown);
    return m_insertRejected.bind(1, m_import)
        .bind(2, source)
        .bind(3, std::string_view(reasonName(reason)))
        .bind(4, std::string_view(shown))
        .run();
}

Status CorpusWriter::addCategories(const std::vector<Candidate>& sentences, PresentCorpus& present) {
    std::set<std::string> names;
    for (const Candidate& sentence : sentences)
        if (!present.categoryIds.contains(sentence.category))
            names.insert(sentence.category);
    if (present.categoryIds.size() + names.size() > kMostCategories)
        return Error{ErrorCode::Overflow, "import", "there are more than 65,535 categories",
                     "Choose another field with --category-field"};
    NS_ASSIGN(auto insert, m_database->prepare("INSERT INTO category(id, name) VALUES(?, ?)"));
    for (const std::string& name : names) {
        const auto id = static_cast<std::int64_t>(present.categoryIds.size());
        NS_TRY(insert.bind(1, id).bind(2, std::string_view(name)).run());
        present.categoryIds[name] = id;
    }
    return {};
}

Status CorpusWriter::addSentences(const std::vector<Candidate>& sentences, const std::vector<Split>& sides,
                                  PresentCorpus& present, ImportCounts& counts, std::stop_token stop,
                                  ProgressSink& progress) {
    NS_TRY(refuseTooMany(present.sentences + static_cast<std::int64_t>(sentences.size())));
    NS_TRY(addCategories(sentences, present));
    NS_ASSIGN(auto insert, m_database->prepare("INSERT INTO sentence(id, text, text_hash, category_id, words, split, "
                                               "import_id, source) VALUES(?, ?, ?, ?, ?, ?, ?, ?)"));
    NS_ASSIGN(auto index, m_database->prepare("INSERT INTO sentence_fts(rowid, text) VALUES(?, ?)"));
    NS_ASSIGN(Hash128 corpus, storedCorpusHash(*m_database));
    ProgressMeter meter(progress, "store", sentences.size());
    for (std::size_t i = 0; i < sentences.size(); ++i) {
        if (i % kStopPeriod == 0 && stop.stop_requested())
            return Error{ErrorCode::Cancelled, "import", "the import was cancelled; nothing was added", {}};
        const Candidate& sentence = sentences[i];
        const std::int64_t id = present.sentences + static_cast<std::int64_t>(i);
        const auto side = static_cast<std::size_t>(sides[i]);
        NS_TRY(insert.bind(1, id)
                   .bind(2, std::string_view(sentence.text))
                   .bind(3, hashColumn(sentence.hash))
                   .bind(4, present.categoryIds[sentence.category])
                   .bind(5, std::int64_t{sentence.words})
                   .bind(6, static_cast<std::int64_t>(side))
                   .bind(7, m_import)
                   .bind(8, std::string_view(sentence.source))
                   .run());
        NS_TRY(index.bind(1, id).bind(2, std::string_view(sentence.text)).run());
        corpus = chain(corpus, sentence.hash);
        ++counts.kept;
        ++counts.categories[sentence.category];
        ++counts.split[side];
        meter.update(i + 1);
    }
    return storeCorpusHash(*m_database, corpus);
}

Status CorpusWriter::finish(const ImportCounts& counts) {
    NS_ASSIGN(auto update, m_database->prepare("UPDATE import SET counts = ?1, finished_at = "
                                               "strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE id = ?2"));
    return update.bind(1, std::string_view(toJson(counts))).bind(2, m_import).run();
}

} // namespace neuroscribe::corpus
