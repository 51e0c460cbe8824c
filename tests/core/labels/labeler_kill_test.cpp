// kill -9 at any moment: what was committed is kept, nothing is asked twice but what was under way, and the result is
// that of a run that was never killed.
#include <csignal>
#include <map>

#include "core/base/random.h"
#include "core/labels/labeler.h"
#include "tests/core/labels/small_corpus.h"
#include "tests/support/child.h"
#include "tests/support/fake_language_model.h"

using namespace neuroscribe;
using namespace neuroscribe::labels;
using neuroscribe::test::FakeLanguageModel;

namespace {

constexpr int kSentences = 600;
constexpr int kDescriptors = 5;
constexpr std::size_t kAtOnce = 16;

/// A study that nobody has open.
std::string makeStudy(const test::ScratchFolder& scratch, const std::string& name) {
    auto project = store::Project::create(scratch.file(name));
    REQUIRE(project.ok());
    std::vector<std::string> texts;
    for (int i = 0; i < kSentences; ++i)
        texts.push_back("sentence " + std::to_string(i));
    test::addSentences(project->writer(), texts);
    for (int c = 0; c < kDescriptors; ++c)
        REQUIRE(addDescriptor(project->writer(), "word " + std::to_string(c)).ok());
    REQUIRE(project->close().ok());
    return scratch.file(name);
}

int labelStudy(const std::string& study, const std::string& log) {
    auto project = store::Project::open(study);
    if (!project)
        return 2;
    FakeLanguageModel model;
    model.atOnce = kAtOnce;
    model.delay = std::chrono::microseconds(100);
    model.logPath = log;
    const auto judge = model.judge;
    model.judge = [&](const std::string& prompt) {
        if (hashText(prompt).high % 50 == 0)
            return llm::YesNoReply{.failure = llm::Failure::Server, .detail = "500"};
        return judge(prompt);
    };
    NullProgress progress;
    return labelWithModel(*project, model, {}, {}, progress).ok() ? 0 : 1;
}

/// Answers, margins, reasons; all that must not depend on when a run was killed.
std::vector<std::string> contentOf(const std::string& study) {
    auto project = store::Project::open(study);
    REQUIRE(project.ok());
    CHECK(project->connection().integer("SELECT count(*) FROM label_pending").value() == 0);
    auto select = project->connection().prepare("SELECT b.answers, d.margins, d.failures, q.text FROM label_block b "
                                                "JOIN label_detail d USING (engine_id, question_id, block) "
                                                "JOIN question q ON q.id = question_id ORDER BY q.text, block");
    REQUIRE(select.ok());
    std::vector<std::string> content;
    while (select->step().value())
        for (int column = 0; column < 4; ++column) {
            const auto bytes = select->blob(column);
            content.emplace_back(reinterpret_cast<const char*>(bytes.data()), bytes.size());
        }
    return content;
}

} // namespace

TEST_CASE(
    "labelling that is killed three times ends as if it never was, and asks nothing twice but what was under way") {
    const test::ScratchFolder scratch;
    const std::string calm = makeStudy(scratch, "calm");
    REQUIRE(test::waitFor(test::startChild([&] { return labelStudy(calm, scratch.file("calm.log")); })) == 0);
    const std::string killed = makeStudy(scratch, "killed");
    const std::string log = scratch.file("killed.log");
    std::map<std::string, std::size_t> mayRepeat; // asked shortly before a kill: by how many kills
    Random random(static_cast<std::uint64_t>(::getpid()));
    std::size_t before = 0;
    for (int round = 0; round < 3; ++round) {
        const std::size_t dies = before + 1 + random.below(kSentences * kDescriptors / 4);
        INFO("killed after " << dies << " prompts");
        const pid_t child = test::startChild([&] { return labelStudy(killed, log); });
        while (!std::filesystem::exists(log) || FakeLanguageModel::readLog(log).size() < dies)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        ::kill(child, SIGKILL);
        REQUIRE(test::waitFor(child) == 128 + SIGKILL);
        const auto asked = FakeLanguageModel::readLog(log);
        for (std::size_t i = asked.size() - std::min(asked.size(), 2 * kAtOnce); i < asked.size(); ++i)
            ++mayRepeat[asked[i]];
        before = asked.size();
    }
    REQUIRE(test::waitFor(test::startChild([&] { return labelStudy(killed, log); })) == 0);
    CHECK(contentOf(killed) == contentOf(calm));
    std::map<std::string, std::size_t> asked;
    for (const std::string& prompt : FakeLanguageModel::readLog(log))
        ++asked[prompt];
    CHECK(asked.size() == kSentences * kDescriptors);
    for (const auto& [prompt, times] : asked) {
        INFO(prompt);
        const auto repeated = mayRepeat.find(prompt);
        REQUIRE(times <= 1 + (repeated == mayRepeat.end() ? 0 : repeated->second));
    }
}
