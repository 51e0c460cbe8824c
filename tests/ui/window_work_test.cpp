// The window while work is under way, and while a study opens: what it asks, what it does then.
#include "core/corpus/importer.h"
#include "tests/support/catch.h"
#include "tests/ui/shown_window.h"
#include "ui/widgets/notice_bar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFileDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QTimer>

#include <functional>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;
using Shown = ShownWindow;

namespace {

/// Lines for an import that lasts.
QString manyLines(const ScratchFolder& scratch) {
    std::string lines;
    for (int i = 0; i < 300'000; ++i)
        lines += "a line of its own with the number " + std::to_string(i) + " in it and some more words\n";
    writeFile(scratch.file("many.txt"), lines);
    return QString::fromStdString(scratch.file("many.txt"));
}

app::JobId importAll(app::Session& session, const QString& file) {
    corpus::ImportOptions options;
    options.language = "any";
    return session.importFiles({file}, options);
}

/// The question of the window, once it is asked.
void whenAsked(QObject* context, std::function<void(QMessageBox&)> act) {
    QTimer::singleShot(20, context, [context, act = std::move(act)] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        if (box)
            act(*box);
        else
            whenAsked(context, act);
    });
}

void press(QMessageBox& box, QMessageBox::ButtonRole role) {
    for (QAbstractButton* button : box.buttons())
        if (box.buttonRole(button) == role)
            return button->click();
}

} // namespace

TEST_CASE("When the work ends before the question about it is answered, the window closes") {
    Shown shown;
    makeBareStudy(shown.scratch.file("study"));
    shown.session.openStudy(QString::fromStdString(shown.scratch.file("study")));
    REQUIRE(waitFor([&] { return shown.session.isOpen(); }));
    importAll(shown.session, manyLines(shown.scratch));
    bool answered = false;
    whenAsked(shown.window.get(), [&](QMessageBox& box) {
        shown.session.cancelAllJobs(); // as if it had ended by itself
        const bool ended = waitFor([&] { return !shown.session.jobs().anyActive(); });
        answered = ended && box.isVisible();
        if (answered)
            press(box, QMessageBox::AcceptRole);
    });
    shown.window->close();
    CHECK_FALSE(answered);
    CHECK(waitFor([&] { return !shown.window->isVisible(); }));
}

TEST_CASE("A copy that is ready while other work is under way asks after everyone has heard of it") {
    Shown shown;
    makeBareStudy(shown.scratch.file("study"));
    shown.session.openStudy(QString::fromStdString(shown.scratch.file("study")));
    REQUIRE(waitFor([&] { return shown.session.isOpen(); }));
    const QString copy = QString::fromStdString(shown.scratch.file("copy"));
    QTimer::singleShot(0, shown.window.get(), [&] {
        auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        REQUIRE(dialog != nullptr);
        dialog->findChild<QLineEdit*>()->setText(copy);
        QMetaObject::invokeMethod(dialog, "accept");
    });
    shown.action("file.saveAs")->trigger();
    REQUIRE(shown.session.jobs().anyActive());
    const app::JobId id = shown.session.jobs().active()->id;
    importAll(shown.session, manyLines(shown.scratch));
    bool heard = false, heardWhenAsked = false;
    QObject::connect(&shown.session.jobs(), &app::JobList::jobChanged, shown.window.get(), [&](app::JobId changed) {
        heard |= changed == id && shown.session.jobs().find(id)->state == app::JobState::Done;
    });
    whenAsked(shown.window.get(), [&](QMessageBox& box) {
        heardWhenAsked = heard;
        press(box, QMessageBox::AcceptRole);
    });
    REQUIRE(waitFor([&] { return shown.session.isOpen() && shown.session.folder() == copy; }));
    CHECK(heardWhenAsked);
}

TEST_CASE("A study asked for twice is opened once") {
    Shown shown;
    makeSmallStudy(shown.scratch.file("study"));
    const auto openLast = [&] { shown.window->restoreSession(); };
    shown.settings.setOpenStudy(QString::fromStdString(shown.scratch.file("study")));
    int openings = 0;
    QObject::connect(&shown.session, &app::Session::changed, shown.window.get(), [&](const app::ChangeSet& change) {
        openings += change.study && shown.session.isOpening() ? 1 : 0;
    });
    openLast();
    openLast();
    REQUIRE(waitFor([&] { return shown.session.isOpen(); }));
    const auto study = shown.session.study();
    openLast();
    CHECK(openings == 1);
    CHECK(shown.session.study() == study);
}

TEST_CASE("The study of last time has the keys, and says that it is only read, as any other") {
    Shown shown;
    makeSmallStudy(shown.scratch.file("study"));
    const QString folder = QString::fromStdString(shown.scratch.file("study"));
    shown.settings.setOpenStudy(folder);
    shown.window->activateWindow();
    REQUIRE(waitFor([&] { return shown.window->isActiveWindow(); }));
    shown.session.openStudy(folder, true);
    REQUIRE(waitFor([&] { return shown.session.isOpen(); }));
    CHECK(shown.window->notices().isVisible());
    CHECK(shown.window->notices().text().contains(QStringLiteral("reading only")));
    CHECK(waitFor([] {
        const QWidget* focus = QApplication::focusWidget();
        return focus && focus->inherits("neuroscribe::ui::HeatMapView");
    }));
}

TEST_CASE("Closing while work is under way asks, stops the work, and closes when it has stopped") {
    Shown shown;
    makeBareStudy(shown.scratch.file("study"));
    shown.session.openStudy(QString::fromStdString(shown.scratch.file("study")));
    REQUIRE(waitFor([&] { return shown.session.isOpen(); }));
    const app::JobId job = importAll(shown.session, manyLines(shown.scratch));
    bool asked = false;
    QTimer::singleShot(0, shown.window.get(), [&] {
        auto* box = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        asked = box != nullptr;
        for (QAbstractButton* button : box->buttons())
            if (box->buttonRole(button) == QMessageBox::AcceptRole)
                button->click();
    });
    shown.window->close();
    REQUIRE(asked);
    CHECK(shown.window->isVisible());
    REQUIRE(waitFor([&] { return !shown.window->isVisible(); }));
    CHECK(shown.session.jobs().find(job)->state == app::JobState::Cancelled);
}
