// 100,000 short answers of a server in this process, 64 requests at a time: answers a second, and memory on the way,
// which has to stay flat.
#include <cstdio>
#include <fstream>
#include <string>
#include <thread>

#include "core/llm/server_session.h"
#include "tests/bench/bench.h"
#include "tests/support/model_server.h"

using namespace neuroscribe;

namespace {

constexpr std::size_t kAnswers = 100'000;
constexpr std::size_t kReport = 10'000;

/// Resident memory in MiB.
double residentMebibytes() {
    std::ifstream file("/proc/self/statm");
    double total = 0;
    double resident = 0;
    file >> total >> resident;
    return resident * 4096 / (1 << 20);
}

llm::ServerQuestion question(std::size_t number) {
    return {"tiny", "Q: Does the Review: \"Love it!\" talk about \"topic " + std::to_string(number) + "\"? A:", 16,
            true};
}

} // namespace

int main() {
    test::ModelServer server([](const test::Asked&) {
        std::this_thread::sleep_for(std::chrono::milliseconds(4)); // else it is never asked 64 times at once
        return test::Answered();
    });
    server.forgetRequests();
    const auto spec = llm::parseEngineSpec(server.spec());
    auto session = llm::ServerSession::open(*spec, "", {});
    std::size_t answers = 0;
    Status status;
    const double seconds = bench::secondsOf([&] {
        status =
            (*session)->ask(kAnswers, question, {}, [&](std::size_t, llm::AnswerFailure, const llm::ServerAnswer&) {
                if (++answers % kReport == 0)
                    std::printf("%7zu answers   %7.1f MiB\n", answers, residentMebibytes());
                return Status();
            });
    });
    std::printf("%s: %zu answers, %.0f a second, at most %zu at a time\n", status ? "done" : "failed", answers,
                static_cast<double>(answers) / seconds, server.mostAtOnce());
    return status ? 0 : 1;
}
