// Resources and WordNet are found where the environment, the package or the source tree put them.
#include "core/pipeline/places.h"

#include <cstdlib>

#include "tests/support/catch.h"
#include "tests/support/support.h"

namespace neuroscribe::pipeline {

TEST_CASE("resources come from NEUROSCRIBE_RESOURCES first, from the source tree of an uninstalled build last") {
    const test::ScratchFolder scratch;
    const auto tree = (test::sourceFolder() / "resources").string();
    CHECK(*findResource("CMakeLists.txt") == tree + "/CMakeLists.txt");
    test::writeFile(scratch.file("CMakeLists.txt"), "other");
    ::setenv("NEUROSCRIBE_RESOURCES", scratch.path().c_str(), 1);
    CHECK(*findResource("CMakeLists.txt") == scratch.file("CMakeLists.txt"));
    const auto missing = findResource("no/such/thing");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::NotFound);
    CHECK(missing.error().why.find(scratch.path().string()) != std::string::npos);
    CHECK_FALSE(missing.error().hint.empty());
}

TEST_CASE("WordNet is found through WNSEARCHDIR, and its absence says what to install") {
    const test::ScratchFolder scratch;
    test::writeFile(scratch.file("data.noun"), "x");
    ::setenv("WNSEARCHDIR", scratch.path().c_str(), 1);
    CHECK(*findWordNet() == scratch.file("data.noun"));
    std::filesystem::remove(scratch.file("data.noun"));
    if (const auto found = findWordNet(); !found)
        CHECK(found.error().hint.find("wordnet-base") != std::string::npos);
    else
        CHECK(found->find(scratch.path().string()) == std::string::npos);
}

TEST_CASE("studies lie in the data folder of the person") {
    ::setenv("XDG_DATA_HOME", "/data/of/mine", 1);
    CHECK(*studiesFolder() == "/data/of/mine/neuroscribe/studies");
    ::setenv("XDG_DATA_HOME", "relative/is/ignored", 1);
    ::setenv("HOME", "/home/me", 1);
    CHECK(*studiesFolder() == "/home/me/.local/share/neuroscribe/studies");
    ::unsetenv("XDG_DATA_HOME");
    ::unsetenv("HOME");
    CHECK_FALSE(studiesFolder());
}

} // namespace neuroscribe::pipeline
