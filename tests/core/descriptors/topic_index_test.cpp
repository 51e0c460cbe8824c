#include "core/descriptors/topic_index.h"

#include "core/descriptors/describe.h"
#include "tests/core/labels/small_corpus.h"

using namespace neuroscribe;
using namespace neuroscribe::descriptors;
using neuroscribe::test::SmallCorpus;

namespace {

/// Two engines: the first said a and b of sentence 0 and a of 1, the second a of sentence 0 and c of 1.
void sayTwice(SmallCorpus& corpus) {
    REQUIRE(
        corpus.database()
            .execute("INSERT INTO engine (id, task, annotator, spec, identity, prompt_hash, prompt, wrapper, device, "
                     "parameters, created_at) VALUES (1, 'topics', '', 'x', 'x', '', '', '', '', '{}', ''), "
                     "(2, 'topics', '', 'y', 'y', '', '', '', '', '{}', '');"
                     "INSERT INTO raw_descriptor VALUES (1, 'a'), (2, 'b'), (4, 'c'), (5, 'd');"
                     "INSERT INTO description VALUES (1, 0, '', 0, '', 0), (1, 1, '', 0, '', 0), "
                     "(2, 0, '', 0, '', 0), (2, 1, '', 0, '', 0);"
                     "INSERT INTO description_descriptor VALUES (1, 0, 0, 1), (1, 0, 1, 2), (1, 1, 0, 1), "
                     "(2, 0, 0, 1), (2, 1, 0, 4)")
            .ok());
}

std::vector<std::uint32_t> sentencesOf(const TopicIndex& index, std::uint32_t id) {
    std::vector<std::uint32_t> values;
    for (const SentenceId sentence : index.sentences(RawDescriptorId(id)))
        values.push_back(sentence.value);
    return values;
}

} // namespace

TEST_CASE("a topic knows how often it was said and in which sentences, each once") {
    SmallCorpus corpus({"first sentence", "second sentence"});
    sayTwice(corpus);
    const auto index = TopicIndex::load(corpus.database());
    REQUIRE(index.ok());
    REQUIRE(index->size() == 6);
    CHECK(index->name(RawDescriptorId(4)) == "c");
    CHECK(index->name(RawDescriptorId(3)).empty());
    CHECK(index->said(RawDescriptorId(1)) == 3);
    CHECK(sentencesOf(*index, 1) == std::vector<std::uint32_t>{0, 1});
    CHECK(sentencesOf(*index, 2) == std::vector<std::uint32_t>{0});
    CHECK(sentencesOf(*index, 4) == std::vector<std::uint32_t>{1});
    CHECK(index->said(RawDescriptorId(5)) == 0);
    const RawDescriptorId two[] = {RawDescriptorId(2), RawDescriptorId(4)};
    CHECK(index->sentencesOfAny(two) == 2);
}

TEST_CASE("what an engine said that left the union is not counted, its topics are there") {
    SmallCorpus corpus({"first sentence", "second sentence"});
    sayTwice(corpus);
    REQUIRE(corpus.database().execute("UPDATE engine SET in_union = 0 WHERE id = 2").ok());
    const auto index = TopicIndex::load(corpus.database());
    REQUIRE(index.ok());
    CHECK(index->said(RawDescriptorId(1)) == 2);
    CHECK(index->said(RawDescriptorId(4)) == 0);
    CHECK(index->name(RawDescriptorId(4)) == "c");
}

TEST_CASE("a study in which nothing was said has no topics") {
    SmallCorpus corpus({"first sentence"});
    const auto index = TopicIndex::load(corpus.database());
    REQUIRE(index.ok());
    CHECK(index->size() == 0);
}
