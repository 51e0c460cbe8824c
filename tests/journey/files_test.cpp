// Files that the window makes are, byte for byte, those that neuroscribe-cli makes of the same study.
#include "app/session/file_jobs.h"
#include "core/labels/person_answers.h"
#include "tests/cli/cli_process.h"
#include "tests/journey/hand.h"
#include "tests/journey/program.h"
#include "tests/journey/screen.h"
#include "tests/support/catch.h"
#include "tests/ui/judged_study.h"
#include "ui/dialogs/export_text.h"
#include "ui/file_commands.h"
#include "ui/widgets/notice_bar.h"

#include <QComboBox>
#include <QDialog>
#include <QFile>
#include <QListWidget>
#include <QSpinBox>

#include <filesystem>
#include <memory>
#include <regex>

using namespace neuroscribe;
using namespace neuroscribe::test;
using nlohmann::json;
using pipeline::CorrelationView;
using pipeline::ExportFormat;
using pipeline::ExportKind;
using Value = tagging::Tagger::Value;

namespace {

/// Maria's first answers, yes and no by turns.
ui::Answerers addAnswers(const std::string& study, std::uint32_t count) {
    auto project = store::Project::open(study);
    REQUIRE(project);
    const auto descriptors = labels::loadDescriptors(project->connection());
    REQUIRE(descriptors);
    labels::PersonAnswer answer;
    answer.question = descriptors->front().question;
    for (std::uint32_t s = 0; s < count; ++s) {
        answer.sentence = SentenceId(s);
        answer.verdict = s % 2 ? labels::Verdict::No : labels::Verdict::Yes;
        REQUIRE(labels::storePersonAnswer(project->writer(), "Maria", answer));
    }
    return {{QStringLiteral("Ann"), QStringLiteral("Maria")}, count};
}

/// A study with topics and a second annotator, in a window.
struct Files {
    ScratchFolder scratch;
    std::string study = scratch.file("Reviews");
    ui::Answerers answerers;
    std::unique_ptr<Program> program;

    explicit Files(std::uint32_t answers = 0) {
        makeSmallStudy(study);
        addAnnotator(study, "Ann");
        answerers = addAnswers(study, answers);
        runJson({"describe", "-p", study, "--engine", "lexical"});
        program = std::make_unique<Program>(QString::fromStdString(scratch.file("settings.ini")));
        REQUIRE(waitFor([this] { return program->window.isActiveWindow(); }));
        openAndSettle(program->session, study);
        program->session.setThresholds({.kMilli = 4000, .tMilli = 300}, app::Gesture::Commit);
        settle(program->session);
        REQUIRE(waitFor([this] { return program->session.canUndo(); })); // stored: the command line sees it
        REQUIRE(program->session.tagger()->summary().tags > 0);
    }
    QString path(const char* name) { return QString::fromStdString(scratch.file(name)); }
    app::FileJobs& jobs() { return program->window.files().jobs(); }
    void waitForFile(const char* name) {
        REQUIRE(eventually(
            [&] { return std::filesystem::exists(scratch.file(name)) && !program->session.jobs().anyActive(); }));
    }
};

json byCommandLine(const Files& files, const pipeline::ExportRequest& request, const std::string& out) {
    std::vector<std::string> arguments{"export",
                                       "-p",
                                       files.study,
                                       "--what",
                                       kindName(request.kind),
                                       "--format",
                                       formatName(request.format),
                                       "--out",
                                       out,
                                       "--view",
                                       pipeline::viewName(request.view),
                                       "--value"};
    static constexpr const char* kValues[] = {"f", "lift", "p", "q", "x"};
    arguments.emplace_back(request.rule ? tagging::ruleName(*request.rule)
                                        : kValues[static_cast<std::size_t>(request.value)]);
    if (!request.annotator.empty())
        arguments.insert(arguments.end(), {"--as", request.annotator});
    return runJson(arguments);
}

std::vector<pipeline::ExportRequest> allRequests() {
    std::vector<pipeline::ExportRequest> requests;
    for (std::size_t kind = 0; kind < pipeline::kExportKinds; ++kind)
        for (const ExportFormat format : formatsOf(static_cast<ExportKind>(kind))) {
            pipeline::ExportRequest request{.kind = static_cast<ExportKind>(kind), .format = format};
            if (request.kind == ExportKind::ReferenceLabels)
                request.annotator = "Ann";
            requests.push_back(request);
            if (request.kind == ExportKind::Correlation)
                for (const auto view : {CorrelationView::Neurons, CorrelationView::Difference}) {
                    request.view = view;
                    requests.push_back(request);
                }
            if (request.kind == ExportKind::HeatMap && (format == ExportFormat::Svg || format == ExportFormat::Csv)) {
                for (const auto value : {Value::Lift, Value::P, Value::Q, Value::X}) {
                    request.value = value;
                    requests.push_back(request);
                }
                for (const auto rule : {tagging::Rule::Share, tagging::Rule::Iou, tagging::Rule::Auprc}) {
                    request.rule = rule;
                    requests.push_back(request);
                }
            }
        }
    return requests;
}

/// The time of making is the only thing that may differ.
std::string timeless(const std::string& html) {
    static const std::regex kTime("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z</footer>");
    REQUIRE(std::regex_search(html, kTime));
    return std::regex_replace(html, kTime, "</footer>");
}

} // namespace

TEST_CASE("Every part in every format is what neuroscribe-cli export writes, of the size that was promised") {
    Files files(5);
    app::Session& session = files.program->session;
    for (const pipeline::ExportRequest& request : allRequests()) {
        INFO(kindName(request.kind) << " " << formatName(request.format) << " " << viewName(request.view) << " "
                                    << static_cast<int>(request.value));
        REQUIRE(ui::whyNoExport(session, files.answerers, request).isEmpty());
        const pipeline::ExportSize promised = ui::exportSize(session, files.answerers, request);
        const app::JobId id = files.jobs().exportPart(files.path("window"), request);
        REQUIRE(eventually([&session] { return !session.jobs().anyActive(); }));
        REQUIRE(session.jobs().find(id)->state == app::JobState::Done);
        const json told = byCommandLine(files, request, files.scratch.file("cli"));
        CHECK(promised == pipeline::ExportSize{told["rows"].get<std::size_t>(), told["columns"].get<std::size_t>()});
        REQUIRE(readFile(files.scratch.file("window")) == readFile(files.scratch.file("cli")));
        REQUIRE(readFile(files.scratch.file("cli")).size() > 20);
    }
}

TEST_CASE("A part is exported by keys alone") {
    Files files;
    QMainWindow& window = files.program->window;
    press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QDialog& dialog = dialogShown();
    REQUIRE(eventually([&dialog] { return seen<QListWidget>(dialog, "What to export").hasFocus(); }));
    type(QStringLiteral("Ref"));
    auto& annotator = seen<QComboBox>(dialog, "Annotator");
    REQUIRE(eventually([&annotator] { return annotator.currentText() == QStringLiteral("Ann"); }));
    press(Qt::Key_Tab);
    REQUIRE(seen<QComboBox>(dialog, "Format").hasFocus());
    press(Qt::Key_End);
    press(Qt::Key_Up);
    CHECK(seen<QComboBox>(dialog, "Format").currentText() == QStringLiteral("JSON lines"));
    CHECK(shows(dialog, QStringLiteral("600 rows × 6 columns")));
    answerFileDialog(files.path("ann"), [] { press(Qt::Key_Return); });
    files.waitForFile("ann.jsonl"); // the ending was left out
    byCommandLine(files, {.kind = ExportKind::ReferenceLabels, .format = ExportFormat::JsonLines, .annotator = "Ann"},
                  files.scratch.file("cli"));
    CHECK(readFile(files.scratch.file("ann.jsonl")) == readFile(files.scratch.file("cli")));
    const auto& notices = *window.findChild<ui::NoticeBar*>();
    REQUIRE(eventually([&notices] { return !notices.text().isEmpty(); }));
    CHECK(notices.text() == QStringLiteral("%1 was written: 600 rows, 6 columns.").arg(files.path("ann.jsonl")));
}

TEST_CASE("The report written through the window is the command line's, with what Evaluate shows") {
    Files files;
    ui::MainWindow& window = files.program->window;
    press(Qt::Key_4, Qt::ControlModifier);
    auto& truth = seen<QComboBox>(window, "Truth");
    REQUIRE(eventually([&truth] { return truth.currentText().startsWith(QStringLiteral("Ann ")); }));
    auto& count = seen<QSpinBox>(window, "Number of random neurons");
    count.setFocus();
    count.selectAll();
    type(QStringLiteral("7"));
    press(Qt::Key_Tab);
    type(QStringLiteral("3"));
    press(Qt::Key_Tab);
    REQUIRE(seen<QSpinBox>(window, "Seed of the random neurons").value() == 3);
    answerFileDialog(files.path("report"),
                     [&window] { chooseFromMenu(window, QStringLiteral("File"), QStringLiteral("Report...")); });
    files.waitForFile("report.html");
    runJson({"report", "-p", files.study, "--out", files.scratch.file("cli.html"), "--truth", "Ann", "--neurons",
             "random:7", "--seed", "3"});
    const std::string written = readFile(files.scratch.file("report.html"));
    CHECK(timeless(written) == timeless(readFile(files.scratch.file("cli.html"))));
    CHECK(written.find("7 random, seed 3") != std::string::npos);
    CHECK(window.notices().text() == QStringLiteral("The report was written to %1.").arg(files.path("report.html")));
}
