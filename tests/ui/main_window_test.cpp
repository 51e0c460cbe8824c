#include "ui/main_window.h"

#include "core/store/project.h"
#include "tests/support/catch.h"
#include "tests/ui/shown_window.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/panels/descriptor_panel.h"
#include "ui/panels/neuron_panel.h"
#include "ui/panels/tag_counts.h"
#include "ui/panels/thresholds_panel.h"
#include "ui/widgets/bar_list.h"
#include "ui/widgets/cell_list.h"
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
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QSet>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace neuroscribe;
using namespace neuroscribe::test;
using namespace neuroscribe::ui;
using Shown = ShownWindow;

namespace {

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

TEST_CASE("X excludes the descriptor at hand, Alt and the arrows go to the next neuron, and both keys can be changed") {
    Shown shown;
    makeSmallStudy(shown.scratch.file("study"));
    shown.window->activateWindow();
    REQUIRE(waitFor([&] { return shown.window->isActiveWindow(); }));
    shown.open();
    BarList& bars = shown.window->findChild<ThresholdsPanel*>()->counts().byDescriptor();
    REQUIRE(waitFor([&] { return bars.model()->rowCount() == static_cast<int>(kDescriptors); }));
    bars.setFocus();
    bars.setCurrentIndex(bars.model()->index(2, 0));
    QTest::keyClick(&bars, Qt::Key_X);
    CHECK(shown.session.isExcluded(2));
    QTest::keyClick(&bars, Qt::Key_X);
    CHECK_FALSE(shown.session.isExcluded(2));
    shown.action("descriptor.exclude")->setShortcut(Qt::Key_Y);
    QTest::keyClick(&bars, Qt::Key_X);
    CHECK_FALSE(shown.session.isExcluded(2));
    QTest::keyClick(&bars, Qt::Key_Y);
    CHECK(shown.session.isExcluded(2));
    CHECK(bars.toolTip().contains(QStringLiteral("Y")));
    shown.session.selection().setDescriptor(1);
    auto* descriptor = shown.window->findChild<DescriptorPanel*>();
    shown.dock("descriptor")->raise();
    REQUIRE(waitFor([&] { return descriptor->neurons().isVisible(); }));
    descriptor->neurons().setFocus();
    QTest::keyClick(&descriptor->neurons(), Qt::Key_Y);
    CHECK(shown.session.isExcluded(1));
    shown.session.selection().setNeuron(NeuronId(5));
    auto* neuron = shown.window->findChild<NeuronPanel*>();
    shown.dock("neuron")->raise();
    REQUIRE(waitFor([&] { return neuron->cells().isVisible(); }));
    neuron->cells().setFocus();
    QTest::keyClick(&neuron->cells(), Qt::Key_Down, Qt::AltModifier);
    CHECK(shown.session.selection().neuron() == NeuronId(6));
    QTest::keyClick(&neuron->cells(), Qt::Key_Up, Qt::AltModifier);
    CHECK(shown.session.selection().neuron() == NeuronId(5));
}

TEST_CASE("An & in the name of a study is shown in the list of recent ones") {
    Shown shown;
    shown.settings.addRecentStudy(QString::fromStdString(shown.scratch.file("R&D")));
    QStringList texts;
    for (QMenu* menu : shown.window->findChildren<QMenu*>()) {
        emit menu->aboutToShow();
        for (const QAction* action : menu->actions())
            texts += action->text();
    }
    const auto recent = texts.filter(QStringLiteral("D  ("));
    REQUIRE(recent.size() == 1);
    CHECK(recent.front().startsWith(QStringLiteral("R&&D  (")));
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
