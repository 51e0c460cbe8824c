// A study with given sentences, without an import.
#pragma once

#include <string>
#include <vector>

#include "core/base/hash.h"
#include "core/corpus/clean_text.h"
#include "core/corpus/present_corpus.h"
#include "core/labels/descriptor.h"
#include "core/store/project.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

namespace neuroscribe::test {

inline void addSentences(store::Database& database, const std::vector<std::string>& texts) {
    auto transaction = store::Transaction::begin(database);
    REQUIRE(transaction.ok());
    REQUIRE(database
                .execute("INSERT OR IGNORE INTO category(id, name) VALUES (0, 'all');"
                         "INSERT OR IGNORE INTO import(id, sources, options, counts, finished_at) "
                         "VALUES (1, '[]', '{}', '{}', '')")
                .ok());
    auto insert =
        database.prepare("INSERT INTO sentence(id, text, text_hash, category_id, words, split, import_id, "
                         "source) VALUES ((SELECT coalesce(max(id) + 1, 0) FROM sentence), ?, ?, 0, 1, 0, 1, '')");
    REQUIRE(insert.ok());
    for (const std::string& text : texts) {
        const auto hash = corpus::hashColumn(hashText(corpus::cleanText(text).text));
        REQUIRE(insert->bind(1, text).bind(2, std::span<const std::byte>(hash)).run().ok());
    }
    REQUIRE(transaction->commit().ok());
}

struct SmallCorpus {
    ScratchFolder scratch;
    store::Project project;

    explicit SmallCorpus(const std::vector<std::string>& texts)
        : project(store::Project::create(scratch.file("study")).value()) {
        addSentences(project.writer(), texts);
    }
    store::Database& database() { return project.writer(); }
    void add(const std::string& name, const std::vector<std::string>& synonyms = {}) {
        REQUIRE(labels::addDescriptor(database(), name, synonyms).ok());
    }
    std::vector<labels::Descriptor> descriptors() { return labels::loadDescriptors(database()).value(); }
    /// Answers as a word, one letter a sentence: y, n, - (unanswered); by descriptor.
    std::vector<std::string> answers(const std::string& annotator = labels::kLabelMatrixName) {
        const auto matrix = labels::loadLabels(database(), descriptors(), annotator);
        REQUIRE(matrix.ok());
        std::vector<std::string> words;
        for (std::uint32_t c = 0; c < matrix->descriptors(); ++c) {
            std::string word;
            for (const std::uint8_t answer : matrix->column(c))
                word += "-ny"[answer];
            words.push_back(word);
        }
        return words;
    }
    std::int64_t count(const std::string& table) {
        return database().integer("SELECT count(*) FROM " + table).value().value();
    }
};

} // namespace neuroscribe::test
