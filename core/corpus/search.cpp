// Full-text search over the corpus (FTS5).
#include "core/corpus/sentence.h"

namespace neuroscribe::corpus {
namespace {

/// Every word of a person in quotes, so that no operator of FTS5 is one; the last also as a beginning, while it is
/// being typed. Empty: no word.
std::string matchOf(std::string_view typed) {
    constexpr std::size_t kLongest = 2000;
    constexpr std::string_view kSpace = " \t\r\n\f\v";
    std::string match;
    typed = typed.substr(0, kLongest);
    while (true) {
        const std::size_t begin = typed.find_first_not_of(kSpace);
        if (begin == std::string_view::npos)
            break;
        typed.remove_prefix(begin);
        const std::string_view word = typed.substr(0, typed.find_first_of(kSpace));
        typed.remove_prefix(word.size());
        match += match.empty() ? "\"" : " \"";
        for (const char c : word) {
            if (c == '"')
                match += '"';
            match += c == '\0' ? ' ' : c;
        }
        match += '"';
    }
    return match.empty() ? match : match + " *";
}

std::string sqlOf(const SearchQuery& query, bool matching) {
    std::string sql = matching ? "SELECT s.id FROM sentence_fts f JOIN sentence s ON s.id = f.rowid "
                                 "WHERE f.sentence_fts MATCH ?1"
                               : "SELECT s.id FROM sentence s WHERE ?1 = ''";
    if (query.category >= 0)
        sql += " AND s.category_id = ?2";
    if (query.split >= 0)
        sql += " AND s.split = ?3";
    return sql + " ORDER BY s.id LIMIT ?4";
}

} // namespace

Result<std::vector<SentenceId>> search(store::Database& database, const SearchQuery& query, std::uint32_t limit) {
    const std::string match = matchOf(query.text);
    NS_ASSIGN(auto select, database.prepare(sqlOf(query, !match.empty())));
    select.bind(1, std::string_view(match)).bind(4, std::int64_t{limit});
    if (query.category >= 0)
        select.bind(2, std::int64_t{query.category});
    if (query.split >= 0)
        select.bind(3, std::int64_t{query.split});
    std::vector<SentenceId> ids;
    for (;;) {
        NS_ASSIGN(const bool row, select.step());
        if (!row)
            return ids;
        ids.emplace_back(static_cast<std::uint32_t>(select.integer(0)));
    }
}

} // namespace neuroscribe::corpus
