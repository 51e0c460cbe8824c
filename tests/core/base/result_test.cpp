// A failure never passes for a value, in no build.
#include "core/base/result.h"

#include <csignal>

#include "tests/support/catch.h"
#include "tests/support/child.h"

namespace neuroscribe {

TEST_CASE("asking a failure for its value ends the program with its error") {
    const int status = test::waitFor(test::startChild([] {
        ::signal(SIGABRT, SIG_DFL);
        Result<int> failed = Error{ErrorCode::NotFound, "there", "it is gone", ""};
        return failed.value();
    }));
    CHECK(status == 128 + SIGABRT);
}

} // namespace neuroscribe
