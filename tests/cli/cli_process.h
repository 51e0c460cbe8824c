// The real neuroscribe-cli, or another program, as a process.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>
#include <sys/types.h>

#include "tests/support/support.h"

namespace neuroscribe::test {

struct Finished {
    int status = -1; ///< exit status; 128 + signal when it was killed
    std::string out;
    std::string err;
    /// stdout as JSON; discarded when it is none.
    nlohmann::json json() const { return nlohmann::json::parse(out, nullptr, false); }
};

/// A process under way, its streams in files of a scratch folder.
class Running {
public:
    /// input: what standard input holds.
    explicit Running(const std::vector<std::string>& arguments, std::string_view input = {});
    static Running ofProgram(const std::string& program, const std::vector<std::string>& arguments);
    /// Standard input stays open and empty: the process waits for it.
    static Running waitingForInput(const std::vector<std::string>& arguments);
    ~Running(); ///< kills what still runs
    Running(const Running&) = delete;
    Running& operator=(const Running&) = delete;

    void signal(int number) const;
    /// Until the program has taken SIGINT and SIGTERM into its own hands; before that they just kill it.
    void waitUntilSignalsAreHandled() const;
    /// True once `text` stands on stderr; false when the process ends first.
    bool waitForError(std::string_view text);
    Finished wait();

private:
    Running(const std::string& program, const std::vector<std::string>& arguments, std::string_view input,
            bool keepOpen);
    bool ended();

    ScratchFolder m_scratch;
    pid_t m_pid = -1;
    int m_inputEnd = -1; ///< of the pipe of waitingForInput
    int m_status = -1;
    bool m_ended = false;
};

Finished runCli(const std::vector<std::string>& arguments, std::string_view input = {});
/// Runs, requires status 0 and a JSON document on stdout.
nlohmann::json runJson(std::vector<std::string> arguments, std::string_view input = {});

/// The nn module was built beside the program.
bool nnBuilt();
/// The model of the built-in study, in the source tree.
std::string demoModel();

} // namespace neuroscribe::test
