#include "app/session/session.h"
#include "app/settings/settings.h"
#include "core/store/project.h"
#include "tests/support/catch.h"
#include "tests/ui/small_study.h"
#include "ui/action_registry.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/main_window.h"
#include "ui/panels/corpus_panel.h"
#include "ui/theme/appearance.h"
#include "ui/widgets/notice_bar.h"
#include "ui/widgets/welcome_page.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDockWidget>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QSet>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QUrl>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;

namespace {

/// A window of its own, with settings nobody else sees.
struct Shown {
    ScratchFolder scratch;
    app::Settings settings{QString::fromStdString(scratch.file("settings.ini"))};
    Appearance appearance{*qApp};
    app::Session session;
    std::unique_ptr<MainWindow> window;

    Shown() { show(); }
    void show() {
        window = std::make_unique<MainWindow>(session, settings, appearance);
        window->resize(1400, 850);
        window->show();
    }
    void open(const char* name = "study") {
        openAndSettle(session, scratch.file(name));
        REQUIRE(waitFor([this] { return session.steps().size() == 5; }));
    }
    QAction* action(const char* id) { return window->actions().action(QString::fromLatin1(id)); }
    QDockWidget* dock(const char* name) {
        return window->findChild<QDockWidget*>(QStringLiteral("dock.") + QString::fromLatin1(name));
    }
    QStringList enabled() {
        QStringList ids;
        for (const QAction* one : window->actions().actions())
            if (one->isEnabled())
                ids += one->objectName();
        return ids;
    }
};

void collect(const QMenu* menu, QSet<const QAction*>& found) {
    for (const QAction* action : menu->actions()) {
        found.insert(action);
        if (action->menu())
            collect(action->menu(), found);
    }
}

QString mnemonicOf(const QString& text) {
    const int at = static_cast<int>(text.indexOf(QLatin1Char('&')));
    return at < 0 || at + 1 >= text.size() ? QString() : text.mid(at + 1, 1).toLower();
}

void checkMnemonics(const QList<QAction*>& actions, const QString& where) {
    QSet<QString> seen;
    for (const QAction* action : actions) {
        const QString letter = mnemonicOf(action->text());
        if (letter.isEmpty() || !action->isVisible())
            continue;
        INFO((where + QStringLiteral(": ") + action->text()).toStdString());
        CHECK_FALSE(seen.contains(letter));
        seen.insert(letter);
    }
}

bool isControl(const QWidget* widget) {
    return qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget) ||
           qobject_cast<const QAbstractItemView*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget) ||
           qobject_cast<const QAbstractSlider*>(widget) ||
           (qobject_cast<const QLineEdit*>(widget) && !qobject_cast<const QComboBox*>(widget->parentWidget()) &&
            !qobject_cast<const QAbstractSpinBox*>(widget->parentWidget()));
}

/// The widgets in which the action's key is heard; none: in the whole window.
std::vector<const QWidget*> placesOf(const QAction& action) {
    std::vector<const QWidget*> places;
    if (action.shortcutContext() == Qt::WidgetWithChildrenShortcut)
        for (const QObject* object : action.associatedObjects())
            if (const auto* widget = qobject_cast<const QWidget*>(object);
                widget && !qobject_cast<const QMenu*>(widget))
                places.push_back(widget);
    return places;
}

/// No place in which both keys would be heard.
bool liveApart(const QAction& one, const QAction& other) {
    const auto first = placesOf(one), second = placesOf(other);
    for (const QWidget* a : first)
        for (const QWidget* b : second)
            if (a == b || a->isAncestorOf(b) || b->isAncestorOf(a))
                return false;
    return !first.empty() && !second.empty();
}

} // namespace

TEST_CASE("Every command is in a menu, has a text, and a key of its own") {
    Shown shown;
    QSet<const QAction*> inMenus;
    for (const QAction* top : shown.window->menuBar()->actions())
        collect(top->menu(), inMenus);
    QSet<QString> ids;
    for (const QAction* action : shown.window->actions().actions()) {
        INFO(action->objectName().toStdString());
        CHECK(inMenus.contains(action));
        CHECK_FALSE(action->text().isEmpty());
        CHECK_FALSE(ids.contains(action->objectName()));
        ids.insert(action->objectName());
        for (const QAction* other : shown.window->actions().actions())
            for (const QKeySequence& key : action->shortcuts())
                if (other != action && other->shortcuts().contains(key)) {
                    INFO(other->objectName().toStdString());
                    CHECK(liveApart(*action, *other));
                }
    }
}

TEST_CASE("No two entries of a menu answer to the same letter") {
    Shown shown;
    checkMnemonics(shown.window->menuBar()->actions(), QStringLiteral("menu bar"));
    for (const QAction* top : shown.window->menuBar()->actions())
        checkMnemonics(top->menu()->actions(), top->text());
}

TEST_CASE("Without a study only what makes sense can be done") {
    Shown shown;
    CHECK(shown.enabled() == QStringList{QStringLiteral("file.new"), QStringLiteral("file.open"),
                                         QStringLiteral("file.demo"), QStringLiteral("file.quit"),
                                         QStringLiteral("edit.preferences"), QStringLiteral("view.textLarger"),
                                         QStringLiteral("view.textSmaller"), QStringLiteral("help.shortcuts"),
                                         QStringLiteral("help.log"), QStringLiteral("help.about")});
    for (const QDockWidget* dock : shown.window->findChildren<QDockWidget*>())
        CHECK_FALSE(dock->isVisible());
    CHECK(shown.window->findChild<WelcomePage*>()->isVisible());
}

TEST_CASE("In an empty study there is nothing yet to label, to run a model over or to look up") {
    Shown shown;
    shown.session.createStudy(QString::fromStdString(shown.scratch.file("new")));
    REQUIRE(waitFor([&] { return shown.session.isOpen(); }));
    const QStringList enabled = shown.enabled();
    for (const char* id : {"study.import", "file.saveAs", "file.close", "edit.find", "view.resetLayout"})
        CHECK(enabled.contains(QString::fromLatin1(id)));
    for (const char* id : {"study.label", "study.extract", "study.stop", "study.rejected", "edit.undo", "edit.redo"})
        CHECK_FALSE(enabled.contains(QString::fromLatin1(id)));
}

TEST_CASE("With a study everything can be done that its state allows") {
    Shown shown;
    makeSmallStudy(shown.scratch.file("study"));
    shown.open();
    const QStringList enabled = shown.enabled();
    for (const char* id : {"file.saveAs", "file.close", "edit.find", "study.import", "study.label", "study.extract",
                           "study.rejected", "view.resetLayout"})
        CHECK(enabled.contains(QString::fromLatin1(id)));
    for (const char* id : {"edit.undo", "edit.redo", "study.stop"})
        CHECK_FALSE(enabled.contains(QString::fromLatin1(id)));
    CHECK_FALSE(shown.window->findChild<WelcomePage*>()->isVisible());
    CHECK(shown.dock("study")->isVisible());
    CHECK(shown.window->windowTitle().startsWith(QStringLiteral("study")));
    shown.session.setThresholds({.tMilli = 400}, app::Gesture::Commit);
    REQUIRE(waitFor([&] { return shown.action("edit.undo")->isEnabled(); }));
    CHECK(shown.action("edit.undo")->text() == QStringLiteral("&Undo: Set t to 0.40"));
}

TEST_CASE("A study that is only read offers nothing that writes") {
    Shown shown;
    makeSmallStudy(shown.scratch.file("study"));
    shown.session.openStudy(QString::fromStdString(shown.scratch.file("study")), true);
    REQUIRE(waitFor([&] { return shown.session.isOpen(); }));
    settle(shown.session);
    const QStringList enabled = shown.enabled();
    for (const char* id : {"study.import", "study.label", "study.extract", "edit.undo"})
        CHECK_FALSE(enabled.contains(QString::fromLatin1(id)));
    CHECK(enabled.contains(QStringLiteral("file.saveAs")));
    CHECK(shown.window->windowTitle().contains(QStringLiteral("read-only")));
}

TEST_CASE("Every control says what it is to a screen reader") {
    Shown shown;
    makeSmallStudy(shown.scratch.file("study"));
    shown.open();
    shown.session.selection().setNeuron(NeuronId(1));
    shown.session.selection().setDescriptor(1);
    for (const char* name : {"descriptor", "corpus", "correlation", "jobs", "neuron"}) {
        shown.dock(name)->raise();
        QTest::qWait(50);
    }
    shown.window->notices().show({NoticeBar::Kind::Error, QStringLiteral("What"), {}, QStringLiteral("Action"), [] {}});
    for (QWidget* widget : shown.window->findChildren<QWidget*>()) {
        if (!isControl(widget) || widget->objectName().startsWith(QStringLiteral("qt_")) ||
            widget->inherits("QMenuBarExtension") || widget->inherits("QToolBarExtension") ||
            widget->inherits("QScrollBar") || widget->inherits("QHeaderView") ||
            widget->inherits("QTableCornerButton") || widget->inherits("QComboBoxListView") ||
            widget->inherits("QComboBoxPrivateScroller"))
            continue;
        QAccessibleInterface* interface = QAccessible::queryAccessibleInterface(widget);
        REQUIRE(interface != nullptr);
        const QString parent = QString::fromLatin1(widget->parent() ? widget->parent()->metaObject()->className() : "");
        INFO(widget->metaObject()->className() << " in " << parent.toStdString());
        CHECK_FALSE(interface->text(QAccessible::Name).isEmpty());
    }
}

TEST_CASE("The arrangement of the docks is there again at the next start, and can be undone") {
    Shown shown;
    makeSmallStudy(shown.scratch.file("study"));
    shown.open();
    shown.dock("jobs")->hide();
    shown.window->close();
    shown.window.reset();
    shown.show();
    REQUIRE(waitFor([&] { return shown.dock("study")->isVisible(); }));
    CHECK(shown.dock("jobs")->isHidden());
    shown.action("view.resetLayout")->trigger();
    CHECK_FALSE(shown.dock("jobs")->isHidden());
}

TEST_CASE("After a crash the last study opens again, after Close Study none does") {
    Shown shown;
    makeSmallStudy(shown.scratch.file("study"));
    shown.open();
    const QString folder = shown.session.folder();
    CHECK(shown.settings.openStudy() == folder);
    shown.session.closeStudy(); // as at the end of a process: the settings still name it
    shown.window->restoreSession();
    REQUIRE(waitFor([&] { return shown.session.isOpen(); }));
    CHECK(shown.session.folder() == folder);
    shown.action("file.close")->trigger();
    CHECK(shown.settings.openStudy().isEmpty());
    CHECK(shown.settings.recentStudies() == QStringList{folder});
}

TEST_CASE("A study that is in use elsewhere can be opened for reading from the notice") {
    Shown shown;
    makeSmallStudy(shown.scratch.file("study"));
    auto holder = store::Project::open(shown.scratch.file("study"));
    REQUIRE(holder);
    shown.session.openStudy(QString::fromStdString(shown.scratch.file("study")));
    NoticeBar& notices = shown.window->notices();
    REQUIRE(waitFor([&] { return notices.isVisible(); }));
    CHECK(notices.text().startsWith(QStringLiteral("Another process has this study open")));
    QAbstractButton* button = nullptr;
    for (auto* one : notices.findChildren<QToolButton*>())
        if (one->isVisible() && one->text() == QStringLiteral("Open read-only"))
            button = one;
    REQUIRE(button != nullptr);
    QTest::mouseClick(button, Qt::LeftButton);
    REQUIRE(waitFor([&] { return shown.session.isOpen(); }));
    CHECK(shown.session.isReadOnly());
}

TEST_CASE("Files dropped on the window go to the import dialog, a study is opened") {
    Shown shown;
    makeSmallStudy(shown.scratch.file("study"));
    writeFile(shown.scratch.file("a.txt"), "a first line of the file that is long enough to be kept by the filter\n");
    const auto drop = [&](const char* name) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QString::fromStdString(shown.scratch.file(name)))});
        // Qt hands a drop to whatever the drag went over last.
        QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(shown.window.get(), &enter);
        REQUIRE(enter.isAccepted());
        QDropEvent event(QPointF(100, 100), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(shown.window.get(), &event);
    };
    drop("study");
    REQUIRE(waitFor([&] { return shown.session.isOpen(); }));
    drop("a.txt");
    auto* dialog = shown.window->findChild<ImportDialog*>();
    REQUIRE(dialog != nullptr);
    CHECK(dialog->isVisible());
    dialog->reject();
}

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
    REQUIRE(QApplication::focusWidget() != nullptr);
    CHECK(QApplication::focusWidget()->inherits("neuroscribe::ui::HeatMapView"));
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

TEST_CASE("The window fits 1024 x 700, also with large text") {
    Shown shown;
    makeSmallStudy(shown.scratch.file("study"));
    shown.open();
    for (const int percent : {100, 150}) {
        shown.appearance.apply(app::ThemeChoice::Light, percent);
        QCoreApplication::processEvents();
        shown.window->resize(1024, 700);
        QCoreApplication::processEvents();
        INFO(percent << " %");
        CHECK(shown.window->size() == QSize(1024, 700));
        CHECK(shown.window->minimumSizeHint().width() <= 1024);
        CHECK(shown.window->minimumSizeHint().height() <= 700);
    }
    shown.appearance.apply(app::ThemeChoice::Light, 100);
}
