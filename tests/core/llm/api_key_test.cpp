#include "core/llm/api_key.h"

#include <cstdlib>
#include <filesystem>

#include <sys/stat.h>

#include "tests/support/catch.h"
#include "tests/support/support.h"

namespace neuroscribe::llm {

TEST_CASE("A key file belongs to its owner alone") {
    const test::ScratchFolder scratch;
    const std::string file = scratch.file("key");
    test::writeFile(file, "sk-secret-key\nsecond line\n");
    for (const mode_t mode : {0644, 0640, 0604, 0700, 0620}) {
        REQUIRE(::chmod(file.c_str(), mode) == 0);
        const auto key = readKeyFile(file);
        REQUIRE_FALSE(key);
        CHECK(key.error().code == ErrorCode::InvalidArgument);
        CHECK(describe(key.error()).find("sk-secret") == std::string::npos);
    }
    for (const mode_t mode : {0600, 0400}) {
        REQUIRE(::chmod(file.c_str(), mode) == 0);
        CHECK(*readKeyFile(file) == "sk-secret-key");
    }
}

TEST_CASE("What is no key is refused without being shown") {
    const test::ScratchFolder scratch;
    const std::string file = scratch.file("key");
    for (const std::string& content : {std::string(), std::string("\nsk-secret"), std::string("sk secret"),
                                       std::string("sk-secret\xC3\xA9"), "sk-secret" + std::string(5000, 'x')}) {
        test::writeFile(file, content);
        REQUIRE(::chmod(file.c_str(), 0600) == 0);
        const auto key = readKeyFile(file);
        REQUIRE_FALSE(key);
        CHECK(describe(key.error()).find("secret") == std::string::npos);
    }
    CHECK(readKeyFile(scratch.file("none")).error().code == ErrorCode::NotFound);
    CHECK_FALSE(readKeyFile(scratch.path().string()));
}

TEST_CASE("Without a key file the environment has the key") {
    const test::ScratchFolder scratch;
    test::writeFile(scratch.file("key"), "from-file\r\n");
    REQUIRE(::chmod(scratch.file("key").c_str(), 0600) == 0);
    ::setenv("NEUROSCRIBE_API_KEY", "from-environment", 1);
    CHECK(*findApiKey({}) == "from-environment");
    CHECK(*findApiKey(scratch.file("key")) == "from-file");
    ::setenv("NEUROSCRIBE_API_KEY", "with space", 1);
    CHECK_FALSE(findApiKey({}));
    ::unsetenv("NEUROSCRIBE_API_KEY");
    CHECK(findApiKey({})->empty());
}

} // namespace neuroscribe::llm
