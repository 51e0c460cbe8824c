#include <algorithm>

#include "core/corpus/importer.h"
#include "core/corpus/sentence.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

using namespace neuroscribe;
using namespace neuroscribe::corpus;

namespace {
struct Corpus {
    test::ScratchFolder scratch;
    store::Project project = std::move(*store::Project::create(scratch.file("study")));

    Corpus() {
        test::writeFile(scratch.file("in.csv"), "text,category\n"
                                                "the battery lasts long,tech\n"
                                                "batteries not included,tech\n"
                                                "a long walk AND a café,out\n"
                                                "NOT near the battery,out\n");
        ImportOptions options;
        options.language = "any";
        options.minWords = 1;
        NullProgress progress;
        REQUIRE(importFiles(project, {scratch.file("in.csv")}, options, {}, progress));
    }
    std::vector<std::string> find(const SearchQuery& query, std::uint32_t limit = 100) {
        const auto ids = search(project.connection(), query, limit);
        REQUIRE(ids);
        REQUIRE(std::is_sorted(ids->begin(), ids->end()));
        std::vector<std::string> sources;
        for (const SentenceId id : *ids)
            sources.push_back(loadSentence(project.connection(), id)->source.substr(7));
        std::sort(sources.begin(), sources.end());
        return sources;
    }
};
using Lines = std::vector<std::string>;
} // namespace

TEST_CASE("search finds all words, the last also as a beginning") {
    Corpus corpus;
    CHECK(corpus.find({"battery"}) == Lines{"2", "5"});
    CHECK(corpus.find({"batter"}) == Lines{"2", "3", "5"});
    CHECK(corpus.find({"LONG bat"}) == Lines{"2"});
    CHECK(corpus.find({"cafe"}) == Lines{"4"});
    CHECK(corpus.find({"nowhere"}).empty());
    CHECK(corpus.find({""}).size() == 4);
    CHECK(corpus.find({"  "}, 3).size() == 3);
}

TEST_CASE("search filters by category and split") {
    Corpus corpus;
    const auto index = loadIndex(corpus.project.connection()).value();
    REQUIRE(index.categories == Lines{"out", "tech"});
    CHECK(corpus.find({"battery", 0}) == Lines{"5"});
    CHECK(corpus.find({"", 1}) == Lines{"2", "3"});
    CHECK(corpus.find({"", -1, 0}).size() == index.members[0].size());
    CHECK(corpus.find({"", 0, 1}).size() == 1);
    CHECK(corpus.find({"", 99}).empty());
}

TEST_CASE("whatever a person types is words, never an operator or an error") {
    Corpus corpus;
    CHECK(corpus.find({"AND"}) == Lines{"4"});
    CHECK(corpus.find({"NOT"}) == Lines{"3", "5"});
    for (const std::string& typed :
         {std::string("\""), std::string("\"\"\""), std::string("a\"b"), std::string("*"), std::string("battery OR"),
          std::string("text:battery"), std::string("NEAR("), std::string("^a - + ( ) { }"), std::string("a\0b", 3),
          std::string("\xff\xfe"), std::string("';DROP TABLE sentence;--"), std::string(100'000, 'x'),
          std::string("!!!")}) {
        INFO(typed.substr(0, 50));
        CHECK(search(corpus.project.connection(), {typed}, 10));
    }
    CHECK(corpus.find({"text:battery"}).empty());
    CHECK(corpus.find({"\"battery\""}) == Lines{"2", "5"});
}
