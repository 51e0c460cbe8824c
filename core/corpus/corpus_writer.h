// Writes one import into the database, inside the caller's transaction. Private to core/corpus.
#pragma once

#include "core/corpus/present_corpus.h"

namespace neuroscribe::corpus {

class CorpusWriter {
public:
    /// Makes the row of the import and forgets the rejected rows of the one before.
    static Result<CorpusWriter> begin(store::Database& database, const std::vector<std::string>& files,
                                      const ImportOptions& options);

    /// source and raw are cut to what the table keeps; rows beyond 10,000 of a reason are only counted.
    Status reject(Reason reason, std::string_view source, std::string_view raw);
    /// New categories in order of name, sentences with ids from present.sentences on, full-text index, corpus hash.
    /// Adds to kept, categories and split of `counts`.
    Status addSentences(const std::vector<Candidate>& sentences, const std::vector<Split>& sides,
                        PresentCorpus& present, ImportCounts& counts, std::stop_token stop, ProgressSink& progress);
    Status finish(const ImportCounts& counts);

private:
    CorpusWriter(store::Database& database, std::int64_t import, store::Statement insertRejected)
        : m_database(&database), m_import(import), m_insertRejected(std::move(insertRejected)) {}
    Status addCategories(const std::vector<Candidate>& sentences, PresentCorpus& present);

    store::Database* m_database;
    std::int64_t m_import;
    store::Statement m_insertRejected;
    std::map<Reason, std::uint64_t> m_rejected;
};

} // namespace neuroscribe::corpus
