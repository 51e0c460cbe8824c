// Runs a function in a forked child: other owners of locks, other users, sudden death.
#pragma once

#include <cstdlib>
#include <functional>

#include <sys/wait.h>
#include <unistd.h>

namespace neuroscribe::test {

/// Starts `body` in a child that exits with what it returns.
inline pid_t startChild(const std::function<int()>& body) {
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(body());
    return child;
}

/// Exit status, or 128 + signal.
inline int waitFor(pid_t child) {
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// Runs `body` as a user who may not write what root made; a test that runs as somebody else runs it as that one.
inline int runUnprivileged(const std::function<int()>& body) {
    constexpr uid_t kNobody = 65534;
    return waitFor(startChild([&] {
        if (::getuid() == 0 && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0))
            return 99;
        return body();
    }));
}

} // namespace neuroscribe::test
