// The window: parse, compose, run.
#include "app/i18n/translation.h"
#include "app/session/session.h"
#include "app/settings/log_file.h"
#include "app/settings/settings.h"
#include "ui/action_registry.h"
#include "ui/main_window.h"
#include "ui/theme/appearance.h"

#include <QAction>
#include <QApplication>
#include <QCommandLineParser>

#include <cstdlib>

using namespace neuroscribe;

namespace {

struct Options {
    bool demo = false;
    QString study;
    QString language;
    QString theme;
};

void describeApplication() {
    QApplication::setApplicationName(QStringLiteral("neuroscribe"));
    QApplication::setApplicationDisplayName(QStringLiteral("Neuroscribe"));
    QApplication::setApplicationVersion(QStringLiteral(NEUROSCRIBE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("io.github.neuroscribe.Neuroscribe"));
}

Options parse(const QStringList& arguments) {
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Describes the neurons of a language model in words."));
    const QCommandLineOption demo(QStringLiteral("demo"), QStringLiteral("Open the built-in study."));
    const QCommandLineOption study(QStringLiteral("study"), QStringLiteral("Open this study."), QStringLiteral("DIR"));
    const QCommandLineOption language(
        QStringLiteral("language"), QStringLiteral("Language of the window: system, en, de."), QStringLiteral("CODE"));
    const QCommandLineOption theme(QStringLiteral("theme"),
                                   QStringLiteral("system, light, dark, contrast-light, contrast-dark."),
                                   QStringLiteral("NAME"));
    parser.addOptions({demo, study, language, theme});
    parser.addPositionalArgument(QStringLiteral("study"), QStringLiteral("Folder or study.neuroscribe file to open."),
                                 QStringLiteral("[study]"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(arguments);
    const QStringList places = parser.positionalArguments();
    return {parser.isSet(demo), parser.isSet(study) ? parser.value(study) : places.value(0), parser.value(language),
            parser.value(theme)};
}

void openFirst(const Options& options, app::Session& session, ui::MainWindow& window) {
    if (!options.study.isEmpty())
        session.openStudy(options.study);
    else if (options.demo)
        window.actions().action(QStringLiteral("file.demo"))->trigger();
    else
        window.restoreSession();
}

} // namespace

int main(int argc, char** argv) {
    // Idle workers of the arithmetic must sleep, not spin: the window needs the cores. Read when OpenMP is loaded.
    setenv("OMP_WAIT_POLICY", "passive", 0);
    describeApplication();
    QApplication application(argc, argv);
    const Options options = parse(QApplication::arguments());
    app::startLogFile();
    app::Settings settings;
    app::Translation translation;
    translation.use(options.language.isEmpty() ? settings.language() : options.language);
    ui::Appearance appearance(application);
    appearance.apply(options.theme.isEmpty() ? settings.theme() : app::parseTheme(options.theme),
                     settings.textPercent());
    app::Session session;
    ui::MainWindow window(session, settings, appearance);
    window.show();
    openFirst(options, session, window);
    return QApplication::exec();
}
