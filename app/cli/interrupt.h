// SIGINT and SIGTERM as a stop token.
#pragma once

#include <stop_token>
#include <thread>

namespace neuroscribe::cli {

/// One per process, made before any other thread. The first signal asks the work to stop; where the work is in a call
/// that can't be asked (a library being loaded), the process ends by itself just under a second later: a study is a
/// database and whole files, safe against that, and half-written files are removed.
class Interrupt {
public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    std::stop_token token() const { return m_stop.get_token(); }

private:
    void wait(std::stop_token ended);

    std::stop_source m_stop;
    std::jthread m_waiter; ///< last: it uses the members above
};

} // namespace neuroscribe::cli
