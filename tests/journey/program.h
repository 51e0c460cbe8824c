// The program as app/gui_main.cpp puts it together, in this process, with settings of its own.
#pragma once

#include "app/session/session.h"
#include "app/settings/settings.h"
#include "ui/main_window.h"
#include "ui/theme/appearance.h"

#include <QApplication>

namespace neuroscribe::test {

struct Program {
    app::Settings settings;
    ui::Appearance appearance{*qApp};
    app::Session session;
    ui::MainWindow window{session, settings, appearance};

    explicit Program(const QString& settingsFile) : settings(settingsFile) {
        appearance.apply(app::ThemeChoice::Light, settings.textPercent());
        window.resize(1400, 850);
        window.show();
        window.activateWindow();
        window.restoreSession();
    }
};

} // namespace neuroscribe::test
