// The window with a session and settings of its own.
#pragma once

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "tests/support/catch.h"
#include "tests/ui/small_study.h"
#include "ui/action_registry.h"
#include "ui/main_window.h"
#include "ui/theme/appearance.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>

#include <memory>

namespace neuroscribe::test {

/// A window of its own, with settings nobody else sees.
struct ShownWindow {
    ScratchFolder scratch;
    app::Settings settings{QString::fromStdString(scratch.file("settings.ini"))};
    ui::Appearance appearance{*qApp};
    app::Session session;
    std::unique_ptr<ui::MainWindow> window;

    ShownWindow() { show(); }
    void show() {
        window = std::make_unique<ui::MainWindow>(session, settings, appearance);
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

} // namespace neuroscribe::test
