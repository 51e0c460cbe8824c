#include "core/text/word_classes.h"

#include "tests/support/catch.h"
#include "tests/support/small_wordnet.h"

using namespace neuroscribe;
using text::WordClasses;

TEST_CASE("a word's class is how WordNet's texts use it, over all its forms") {
    const test::ScratchFolder scratch;
    const std::string folder = test::writeWordNet(scratch);
    test::writeFile(scratch.file("cntlist.rev"), "car%1:06:00:: 1 9\ncar%1:06:01:: 2 1\nrun%2:38:00:: 1 7\n"
                                                 "big%3:00:01:: 1 4\nlarge%5:00:00:big:00 1 2\n");
    const auto classes = WordClasses::open(folder);
    REQUIRE(classes.ok());
    CHECK(classes->of("cars").noun == "car");
    CHECK(classes->of("cars").nounShare == 1);
    CHECK(classes->of("ran").nounShare == 0);
    CHECK(classes->of("ran").noun == "ran");
    CHECK(classes->of("bigger").adjective);
    CHECK(!classes->of("car").adjective);
    CHECK(classes->of("unheard").nounShare == 0.6);
}

TEST_CASE("counts that are none are an error that names the file") {
    const test::ScratchFolder scratch;
    const std::string folder = test::writeWordNet(scratch);
    CHECK(WordClasses::open(folder).error().code == ErrorCode::NotFound);
    for (const char* line : {"car 1 9\n", "car%9:06:00:: 1 9\n", "car%1:06:00:: 1 x\n", "car%", "%"}) {
        test::writeFile(scratch.file("cntlist.rev"), line);
        const auto classes = WordClasses::open(folder);
        REQUIRE(!classes.ok());
        CHECK(classes.error().code == ErrorCode::Parse);
        CHECK(classes.error().where == folder + "/cntlist.rev");
    }
}
