#include "ui/dialogs/export_dialog.h"

#include "app/session/file_jobs.h"
#include "app/session/session.h"
#include "app/settings/settings.h"
#include "core/labels/person_answers.h"
#include "core/store/project.h"
#include "tests/support/catch.h"
#include "tests/ui/judged_study.h"
#include "ui/action_registry.h"
#include "ui/dialogs/export_text.h"
#include "ui/main_window.h"
#include "ui/models/rule_text.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/save_file.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QTest>
#include <QTimer>

#include <filesystem>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;
using pipeline::ExportFormat;
using pipeline::ExportKind;

namespace {

struct Shown {
    ScratchFolder scratch;
    app::Session session;
    app::FileJobs jobs{session};
    std::unique_ptr<ExportDialog> dialog;

    void show() {
        dialog = std::make_unique<ExportDialog>(session, jobs);
        dialog->show();
    }
    QListWidget& kinds() { return *dialog->findChild<QListWidget*>(); }
    QAbstractButton& exportButton() {
        for (auto* button : dialog->findChildren<QAbstractButton*>())
            if (button->text() == QStringLiteral("&Export..."))
                return *button;
        throw std::logic_error("no such button");
    }
    QComboBox* combo(const char* name) {
        for (auto* each : dialog->findChildren<QComboBox*>())
            if (each->accessibleName() == QLatin1String(name))
                return each;
        return nullptr;
    }
    bool says(const QString& text) {
        const auto labels = dialog->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) { return label->text() == text; });
    }
    void choose(ExportKind kind) { kinds().setCurrentRow(static_cast<int>(kind)); }
};

/// Answers the file dialog by the name, and the question whether to replace by `replace`.
QString ask(const SaveQuestion& question, const QString& name, bool replace, int& asked) {
    QTimer look;
    bool typed = false;
    bool refused = false;
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
        if (auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget())) {
            ++asked;
            refused = !replace;
            box->button(replace ? QMessageBox::Yes : QMessageBox::No)->click();
            return;
        }
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (!dialog)
            return;
        if (refused) {
            dialog->reject();
            return;
        }
        auto* field = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
        if (!typed) {
            typed = true;
            field->selectAll();
            QTest::keyClicks(field, name);
        }
        // Once more where the first one took up a completion. Later: a timer is not heard while its own slot waits for
        // the question.
        QTimer::singleShot(0, field, [field] { QTest::keyClick(field, Qt::Key_Return); });
    });
    look.start(20);
    return askWhereToSave(nullptr, question);
}

} // namespace

TEST_CASE("A name for a file keeps what every system takes, and is never empty or hidden") {
    CHECK(fileNameOf(QStringLiteral("Reviews 2024, größer")) == QStringLiteral("Reviews 2024, größer"));
    CHECK(fileNameOf(QStringLiteral("a/b\\c:d*e?f\"g<h>i|j\nk")) == QStringLiteral("a-b-c-d-e-f-g-h-i-j-k"));
    CHECK(fileNameOf(QStringLiteral(".hidden")) == QStringLiteral("hidden"));
    CHECK(fileNameOf(QStringLiteral(" ends. ")) == QStringLiteral("ends"));
    CHECK(fileNameOf(QStringLiteral("..")) == QStringLiteral("study"));
    CHECK(fileNameOf({}) == QStringLiteral("study"));
    const QString faces = fileNameOf(QString(79, QLatin1Char('x')) + QStringLiteral("😀"));
    CHECK(faces == QString(79, QLatin1Char('x'))); // not half a character
}

TEST_CASE("A file is saved where the last one was, with the ending that was left out, and then too an existing one is "
          "asked about") {
    const ScratchFolder scratch;
    writeFile(scratch.file("old.csv"), "mine");
    const SaveQuestion question{QStringLiteral("Save"), QStringLiteral("name"), QStringLiteral("csv"),
                                QStringLiteral("CSV table")};
    int asked = 0;
    const QString first = QString::fromStdString(scratch.file("new"));
    CHECK(ask(question, first, true, asked) == first + QStringLiteral(".csv"));
    CHECK(asked == 0);
    CHECK(ask(question, QStringLiteral("old"), true, asked) == QString::fromStdString(scratch.file("old.csv")));
    CHECK(asked == 1);
    CHECK(ask(question, QStringLiteral("old"), false, asked).isEmpty());
    CHECK(asked == 2);
}

TEST_CASE("The export dialog tells what each part is and how large, and offers its formats alone") {
    Shown shown;
    makeSmallStudy(shown.scratch.file("study"));
    addAnnotator(shown.scratch.file("study"), "Ann");
    openAndSettle(shown.session, shown.scratch.file("study"));
    shown.show();
    REQUIRE(shown.kinds().count() == static_cast<int>(pipeline::kExportKinds));
    for (std::size_t i = 0; i < pipeline::kExportKinds; ++i) {
        const auto kind = static_cast<ExportKind>(i);
        shown.choose(kind);
        INFO(kindName(kind));
        CHECK(shown.says(exportAbout(kind)));
        CHECK(shown.combo("Format")->count() == static_cast<int>(formatsOf(kind).size()));
        CHECK(shown.combo("Annotator")->isVisible() == (kind == ExportKind::ReferenceLabels));
        CHECK(shown.combo("View of the correlation")->isVisible() == (kind == ExportKind::Correlation));
        CHECK(shown.combo("Value of the heat map")->isVisible() == (kind == ExportKind::HeatMap));
    }
    shown.choose(ExportKind::Activations);
    CHECK(shown.says(QStringLiteral("600 rows × 24 columns, 56.25 KiB")));
    shown.choose(ExportKind::Matrix);
    CHECK(shown.combo("Format")->currentData().toInt() == static_cast<int>(ExportFormat::Npy)); // it was NumPy
    CHECK(shown.says(QStringLiteral("24 rows × 5 columns, 120 bytes")));
    CHECK(shown.says(
        QStringLiteral("At the thresholds in force: k = 1 %, share of sentences above 0.35, calibration half, top "
                       "tail.")));
    shown.choose(ExportKind::Sentences);
    CHECK(shown.says(QStringLiteral("600 rows × 5 columns")));
    for (const QLabel* label : shown.dialog->findChildren<QLabel*>())
        CHECK_FALSE(label->text().contains(QStringLiteral("thresholds in force")));
    shown.choose(ExportKind::ReferenceLabels);
    REQUIRE(waitFor([&shown] { return shown.exportButton().isEnabled(); }));
    CHECK(shown.dialog->request().annotator == "Ann");
    shown.choose(ExportKind::Answers);
    CHECK(shown.says(QStringLiteral("No person has answered yet."))); // Ann's labels were imported
    CHECK_FALSE(shown.exportButton().isEnabled());
}

TEST_CASE("The heat map is exported as the value of any rule") {
    Shown shown;
    makeSmallStudy(shown.scratch.file("study"));
    openAndSettle(shown.session, shown.scratch.file("study"));
    shown.show();
    shown.choose(ExportKind::HeatMap);
    QComboBox& values = *shown.combo("Value of the heat map");
    CHECK_FALSE(shown.dialog->request().rule);
    for (const tagging::Rule rule : tagging::allRules()) {
        if (rule == tagging::Rule::Lift)
            continue; // a value of its own
        const int item = values.findText(ruleTitle(rule));
        INFO(tagging::ruleName(rule));
        REQUIRE(item >= 0);
        values.setCurrentIndex(item);
        CHECK(shown.dialog->request().rule == rule);
    }
    values.setCurrentIndex(values.findText(QStringLiteral("lift")));
    CHECK_FALSE(shown.dialog->request().rule);
    CHECK(shown.dialog->request().value == tagging::Tagger::Value::Lift);
}

TEST_CASE("Answers of people are exported once somebody has answered") {
    Shown shown;
    const std::string study = shown.scratch.file("study");
    makeSmallStudy(study);
    {
        auto project = store::Project::open(study);
        REQUIRE(project);
        const auto descriptors = labels::loadDescriptors(project->connection());
        REQUIRE(descriptors);
        labels::PersonAnswer answer;
        answer.question = descriptors->front().question;
        REQUIRE(labels::storePersonAnswer(project->writer(), "Maria", answer));
    }
    openAndSettle(shown.session, study);
    shown.show();
    shown.choose(ExportKind::Answers);
    REQUIRE(waitFor([&shown] { return shown.exportButton().isEnabled(); }));
    CHECK(shown.says(QStringLiteral("1 rows × 9 columns")));
}

TEST_CASE("What a study does not have is told, and can't be exported") {
    Shown shown;
    makeBareStudy(shown.scratch.file("study"));
    shown.session.openStudy(QString::fromStdString(shown.scratch.file("study")));
    REQUIRE(waitFor([&shown] { return shown.session.isOpen(); }));
    shown.show();
    const std::pair<ExportKind, const char*> reasons[] = {
        {ExportKind::Tags, "Label the sentences first."},
        {ExportKind::Labels, "Label the sentences first."},
        {ExportKind::ReferenceLabels, "Label the sentences first."},
        {ExportKind::Correlation, "Label the sentences first."},
        {ExportKind::Activations, "Extract activations first."},
        {ExportKind::Topics, "Name the topics first."},
    };
    for (const auto& [kind, reason] : reasons) {
        shown.choose(kind);
        CHECK(shown.says(QString::fromLatin1(reason)));
        CHECK_FALSE(shown.exportButton().isEnabled());
    }
    shown.choose(ExportKind::Sentences);
    CHECK(shown.exportButton().isEnabled());
}

TEST_CASE("Every control of the export dialog has a name") {
    Shown shown;
    makeSmallStudy(shown.scratch.file("study"));
    openAndSettle(shown.session, shown.scratch.file("study"));
    shown.show();
    for (const QComboBox* combo : shown.dialog->findChildren<QComboBox*>())
        CHECK_FALSE(combo->accessibleName().isEmpty());
    CHECK_FALSE(shown.kinds().accessibleName().isEmpty());
}

TEST_CASE("Report and export say why they can't be done") {
    const ScratchFolder scratch;
    app::Settings settings(QString::fromStdString(scratch.file("settings.ini")));
    Appearance appearance(*qApp);
    app::Session session;
    MainWindow window(session, settings, appearance);
    const auto told = [&window](const char* id) {
        const QAction* action = window.actions().action(QLatin1String(id));
        return action->isEnabled() ? QString() : action->toolTip();
    };
    for (const char* id : {"file.report", "file.export"})
        CHECK(told(id) == QStringLiteral("Open a study first"));
    { REQUIRE(store::Project::create(scratch.file("empty"))); }
    session.openStudy(QString::fromStdString(scratch.file("empty")));
    REQUIRE(waitFor([&session] { return session.isOpen(); }));
    for (const char* id : {"file.report", "file.export"})
        CHECK(told(id) == QStringLiteral("Import sentences first"));
    session.closeStudy();
    makeBareStudy(scratch.file("bare"));
    session.openStudy(QString::fromStdString(scratch.file("bare")));
    REQUIRE(waitFor([&session] { return session.isOpen(); }));
    for (const char* id : {"file.report", "file.export"})
        CHECK(told(id).isEmpty());
}
