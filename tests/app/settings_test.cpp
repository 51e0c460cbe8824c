#include "app/i18n/error_text.h"
#include "app/settings/settings.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

#include <QSet>

using namespace neuroscribe;
using namespace neuroscribe::app;

namespace {

QString fileIn(const test::ScratchFolder& scratch) {
    return QString::fromStdString(scratch.file("settings.ini"));
}

} // namespace

TEST_CASE("Wishes are there again at the next start") {
    const test::ScratchFolder scratch;
    {
        Settings settings(fileIn(scratch));
        settings.setTheme(ThemeChoice::HighContrastDark);
        settings.setLanguage(QStringLiteral("de"));
        settings.setTextPercent(150);
        settings.setMarksTags(false);
        settings.setOpenStudy(QStringLiteral("/a/b"));
        settings.setImportMapping(QStringLiteral("csv\nid\ntext"), "{\"text\":\"body\"}");
    }
    const Settings settings(fileIn(scratch));
    CHECK(settings.theme() == ThemeChoice::HighContrastDark);
    CHECK(settings.language() == QStringLiteral("de"));
    CHECK(settings.textPercent() == 150);
    CHECK_FALSE(settings.marksTags());
    CHECK(settings.openStudy() == QStringLiteral("/a/b"));
    CHECK(Settings(QString::fromStdString(scratch.file("other.ini"))).marksTags()); // until someone says otherwise
    CHECK(settings.importMapping(QStringLiteral("csv\nid\ntext")) == "{\"text\":\"body\"}");
    CHECK(settings.importMapping(QStringLiteral("csv\nid\nbody")).isEmpty());
}

TEST_CASE("A settings file that someone broke gives the defaults, not nonsense") {
    const test::ScratchFolder scratch;
    test::writeFile(scratch.file("settings.ini"), "[appearance]\ntheme=pink\ntextPercent=100000\n");
    const Settings settings(fileIn(scratch));
    CHECK(settings.theme() == ThemeChoice::System);
    CHECK(settings.textPercent() == 200);
    CHECK(settings.recentStudies().isEmpty());
}

TEST_CASE("Recent studies: newest first, each once, ten at most") {
    const test::ScratchFolder scratch;
    Settings settings(fileIn(scratch));
    for (int i = 0; i < 12; ++i)
        settings.addRecentStudy(QStringLiteral("/study/%1").arg(i));
    settings.addRecentStudy(QStringLiteral("/study/5"));
    REQUIRE(settings.recentStudies().size() == 10);
    CHECK(settings.recentStudies().at(0) == QStringLiteral("/study/5"));
    CHECK(settings.recentStudies().at(1) == QStringLiteral("/study/11"));
    settings.removeRecentStudy(QStringLiteral("/study/5"));
    CHECK(settings.recentStudies().at(0) == QStringLiteral("/study/11"));
    settings.clearRecentStudies();
    CHECK(settings.recentStudies().isEmpty());
}

TEST_CASE("Theme names are understood as they are written") {
    for (const ThemeChoice theme : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark,
                                    ThemeChoice::HighContrastLight, ThemeChoice::HighContrastDark})
        CHECK(parseTheme(themeName(theme)) == theme);
}

TEST_CASE("Every kind of error has a text of its own, and the details keep what core said") {
    QSet<QString> titles;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code)
        titles += errorTitle(static_cast<ErrorCode>(code));
    CHECK(titles.size() == static_cast<int>(ErrorCode::Internal) + 1);
    const Error error{ErrorCode::Truncated, "model.safetensors", "the file ends in its header", "Copy it again"};
    CHECK(errorSentence(error) == QStringLiteral("The file ends too early: model.safetensors"));
    CHECK(errorDetails(error) == QStringLiteral("The file ends too early: model.safetensors\nthe file ends in its "
                                                "header\nCopy it again\n[truncated]"));
    CHECK(errorSentence({ErrorCode::Cancelled, "", "", ""}) == QStringLiteral("Stopped"));
}
