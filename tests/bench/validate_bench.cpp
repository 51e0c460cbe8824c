// The workspace Validate at full size, in the window: a key answers, and the next sentence stands there. Arguments:
// [sentences] [folder of the study: made where it is missing, and kept]. The goal: the next sentence under 16 ms after
// the key, with everything that the window's thread does for it.
#include "app/session/session.h"
#include "core/base/random.h"
#include "core/corpus/importer.h"
#include "core/labels/descriptor.h"
#include "tests/bench/bench.h"
#include "tests/journey/program.h"
#include "tests/support/support.h"
#include "ui/panels/question_panel.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QTest>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>

using namespace neuroscribe;

namespace {

constexpr std::uint32_t kDescriptors = 26;
constexpr int kKeys = 300;
constexpr int kPauseMs = 30; ///< between two keys of a quick reader; what is written behind is written there

template <class T>
T must(Result<T> result) {
    if (!result) {
        std::fprintf(stderr, "%s\n", describe(result.error()).c_str());
        std::exit(1);
    }
    return std::move(*result);
}

void must(const Status& status) {
    if (!status) {
        std::fprintf(stderr, "%s\n", describe(status.error()).c_str());
        std::exit(1);
    }
}

void makeStudy(const std::string& folder, std::uint32_t sentences) {
    auto project = must(store::Project::create(folder));
    std::ofstream file(folder + ".txt");
    for (std::uint32_t s = 0; s < sentences; ++s) {
        Random random(s);
        file << s;
        for (std::uint64_t w = 10 + random.below(150); w > 0; --w)
            file << " word" << random.below(5'000);
        file << '\n';
    }
    file.close();
    corpus::ImportOptions options;
    options.format = corpus::Format::Text;
    options.language = "any";
    options.maxPerCategory = 0;
    NullProgress progress;
    must(corpus::importFiles(project, {folder + ".txt"}, options, {}, progress));
    auto transaction = must(store::Transaction::begin(project.writer()));
    const auto engine = must(labels::registerEngine(project.writer(), labels::kLabelMatrixName, "random", ""));
    for (std::uint32_t d = 0; d < kDescriptors; ++d) {
        const std::string name = "descriptor " + std::to_string(d);
        must(labels::addDescriptor(project.writer(), name));
        Random random(d);
        std::vector<labels::Answer> answers;
        for (std::uint32_t s = 0; s < sentences; ++s)
            answers.push_back(random.below(4 + d) == 0 ? labels::Answer::Yes : labels::Answer::No);
        must(labels::storeAnswers(project.writer(), engine, name, SentenceId{0}, answers));
    }
    must(transaction.commit());
}

void runUntil(const std::function<bool()>& condition) {
    while (!condition())
        QTest::qWait(2);
}

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", qgetenv("QT_QPA_PLATFORM").isEmpty() ? "offscreen" : qgetenv("QT_QPA_PLATFORM"));
    QApplication application(argc, argv);
    const auto sentences = static_cast<std::uint32_t>(argc > 1 ? std::atoi(argv[1]) : 43'000);
    test::ScratchFolder scratch;
    const std::string folder = argc > 2 ? argv[2] : scratch.file("study");
    if (!std::filesystem::exists(folder))
        makeStudy(folder, sentences);
    test::Program program(QString::fromStdString(scratch.file("settings.ini")));
    QObject::connect(&program.session, &app::Session::failed, qApp,
                     [](const Error& error) { std::fprintf(stderr, "%s\n", describe(error).c_str()); });
    program.session.openStudy(QString::fromStdString(folder), false);
    runUntil([&] { return program.session.isOpen() && program.session.study(); });
    app::ValidationController& validation = program.session.validation();
    QElapsedTimer since;
    since.start();
    program.window.setWorkspace(ui::Workspace::Validate);
    runUntil([&] { return validation.state() != app::ValidationController::State::Loading; });
    must(validation.setAnnotator(QStringLiteral("Maria")));
    runUntil([&] { return validation.canAnswer(); });
    std::printf("%u sentences x %u descriptors: the first question after %lld ms\n", sentences, kDescriptors,
                static_cast<long long>(since.elapsed()));
    auto& questions = *program.window.findChild<ui::QuestionPanel*>();
    std::vector<double> next, pause;
    constexpr Qt::Key kAnswers[] = {Qt::Key_Y, Qt::Key_N, Qt::Key_N, Qt::Key_U};
    for (int i = 0; i < kKeys; ++i) {
        const auto before = validation.question()->place;
        next.push_back(1e3 * bench::secondsOf([&] {
                           QTest::keyClick(program.window.focusWidget(), kAnswers[i % std::size(kAnswers)]);
                           QCoreApplication::processEvents(); // lays out and draws
                       }));
        if (!validation.question() || validation.question()->place == before ||
            questions.sentence().text() != validation.question()->text) {
            std::fprintf(stderr, "the key was not answered by the next sentence\n");
            return 1;
        }
        QElapsedTimer rest;
        rest.start();
        double longest = 0;
        while (rest.elapsed() < kPauseMs)
            longest = std::max(longest, bench::secondsOf([] { QCoreApplication::processEvents(); }));
        pause.push_back(1e3 * longest);
    }
    std::printf("next sentence after the key: median %.1f ms, slowest %.1f ms; longest turn of the loop in the pause: "
                "median %.1f ms, slowest %.1f ms (%d keys)\n",
                bench::median(next), std::ranges::max(next), bench::median(pause), std::ranges::max(pause), kKeys);
    return 0;
}
