#include "core/nn/loader.h"

#include <cstdlib>

#include "core/nn/api.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

using namespace neuroscribe;
using namespace neuroscribe::nn;

TEST_CASE("a module that is not there is told apart from one that does not load") {
    const char* given = std::getenv("NEUROSCRIBE_NN");
    const std::string before = given ? given : "";
    const test::ScratchFolder folder;
    const std::string path = folder.file("neuroscribe_nn.so");
    ::setenv("NEUROSCRIBE_NN", path.c_str(), 1);
    auto loaded = runtime();
    REQUIRE_FALSE(loaded.ok());
    CHECK(loaded.error().code == ErrorCode::NotBuilt);
    CHECK(loaded.error().where == path);
    test::writeFile(path, "this is not a shared object");
    loaded = runtime();
    REQUIRE_FALSE(loaded.ok());
    CHECK(loaded.error().code == ErrorCode::Io);
    CHECK(loaded.error().where == path);
    ::setenv("NEUROSCRIBE_NN", before.c_str(), 1);
}

TEST_CASE("sites and poolings have names that are read back") {
    for (const Site site : {Site::FfnOutput, Site::FfnInner, Site::AttentionOutput, Site::BlockOutput})
        CHECK(*parseSite(siteName(site)) == site);
    for (const Pooling pooling : {Pooling::Cls, Pooling::Mean, Pooling::Max})
        CHECK(*parsePooling(poolingName(pooling)) == pooling);
    CHECK(parseSite("head").error().code == ErrorCode::InvalidArgument);
    CHECK(parsePooling("").error().code == ErrorCode::InvalidArgument);
}
