// A bench has nothing to go on with after a failure: it tells the error and ends.
#pragma once

#include "core/base/result.h"

#include <cstdio>
#include <cstdlib>
#include <utility>

namespace neuroscribe::bench {

[[noreturn]] inline void fail(const Error& error) {
    std::fprintf(stderr, "%s\n", describe(error).c_str());
    std::exit(1);
}

template <class T>
T must(Result<T> result) {
    if (!result)
        fail(result.error());
    return std::move(*result);
}

inline void must(const Status& status) {
    if (!status)
        fail(status.error());
}

} // namespace neuroscribe::bench
