#include "tests/cli/cli_process.h"

#include <csignal>
#include <thread>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/catch.h"
#include "tests/support/support.h"

namespace neuroscribe::test {
namespace {

std::string cli() {
    return (programFolder() / "neuroscribe-cli").string();
}

int statusOf(int waited) {
    return WIFEXITED(waited) ? WEXITSTATUS(waited) : 128 + WTERMSIG(waited);
}

} // namespace

Running::Running(const std::vector<std::string>& arguments, std::string_view input)
    : Running(cli(), arguments, input, false) {}

Running Running::ofProgram(const std::string& program, const std::vector<std::string>& arguments) {
    return Running(program, arguments, {}, false);
}

Running Running::waitingForInput(const std::vector<std::string>& arguments) {
    return Running(cli(), arguments, {}, true);
}

Running::Running(const std::string& program, const std::vector<std::string>& arguments, std::string_view input,
                 bool keepOpen) {
    writeFile(m_scratch.file("in"), input);
    int ends[2] = {-1, -1};
    if (keepOpen) {
        REQUIRE(::pipe2(ends, O_CLOEXEC) == 0);
        m_inputEnd = ends[1];
    }
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    if (keepOpen)
        posix_spawn_file_actions_adddup2(&files, ends[0], 0);
    else
        posix_spawn_file_actions_addopen(&files, 0, m_scratch.file("in").c_str(), O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&files, 1, m_scratch.file("out").c_str(), O_WRONLY | O_CREAT, 0600);
    posix_spawn_file_actions_addopen(&files, 2, m_scratch.file("err").c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> argv;
    for (std::string& word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    const int spawned = ::posix_spawn(&m_pid, program.c_str(), &files, nullptr, argv.data(), environ);
    posix_spawn_file_actions_destroy(&files);
    if (keepOpen)
        ::close(ends[0]);
    REQUIRE(spawned == 0);
}

Running::~Running() {
    if (!m_ended) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
    if (m_inputEnd >= 0)
        ::close(m_inputEnd);
}

void Running::signal(int number) const {
    REQUIRE(::kill(m_pid, number) == 0);
}

void Running::waitUntilSignalsAreHandled() const {
    const std::string file = "/proc/" + std::to_string(m_pid) + "/status";
    for (;;) {
        const std::string status = readFile(file);
        const std::size_t at = status.find("SigBlk:");
        REQUIRE(at != std::string::npos);
        const unsigned long long blocked = std::stoull(status.substr(at + 7), nullptr, 16);
        if (blocked >> (SIGINT - 1) & 1U)
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
}

bool Running::ended() {
    int waited = 0;
    if (!m_ended && ::waitpid(m_pid, &waited, WNOHANG) == m_pid) {
        m_ended = true;
        m_status = statusOf(waited);
    }
    return m_ended;
}

bool Running::waitForError(std::string_view text) {
    while (readFile(m_scratch.file("err")).find(text) == std::string::npos) {
        if (ended())
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    return true;
}

Finished Running::wait() {
    if (!m_ended) {
        int waited = 0;
        REQUIRE(::waitpid(m_pid, &waited, 0) == m_pid);
        m_ended = true;
        m_status = statusOf(waited);
    }
    return {m_status, readFile(m_scratch.file("out")), readFile(m_scratch.file("err"))};
}

Finished runCli(const std::vector<std::string>& arguments, std::string_view input) {
    Running running(arguments, input);
    return running.wait();
}

nlohmann::json runJson(std::vector<std::string> arguments, std::string_view input) {
    arguments.emplace_back("--json");
    const Finished finished = runCli(arguments, input);
    INFO(finished.err);
    REQUIRE(finished.status == 0);
    nlohmann::json document = finished.json();
    REQUIRE_FALSE(document.is_discarded());
    return document;
}

bool nnBuilt() {
    return std::filesystem::exists(programFolder() / "neuroscribe_nn.so");
}

std::string demoModel() {
    return (sourceFolder() / "resources/demo/reviews-bert-mini").string();
}

} // namespace neuroscribe::test
