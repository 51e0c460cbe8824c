#include "app/i18n/translation.h"

#include <QCoreApplication>
#include <QLocale>

#include <memory>

#include "tests/support/catch.h"

using neuroscribe::app::Translation;

namespace {

/// Translators are installed in an application: the running one, or one for this test.
class WithApplication {
public:
    WithApplication() {
        if (!QCoreApplication::instance())
            m_application = std::make_unique<QCoreApplication>(m_count, m_arguments);
    }
    ~WithApplication() { QLocale::setDefault(QLocale::system()); }

private:
    char m_name[5] = "test";
    char* m_arguments[2] = {m_name, nullptr};
    int m_count = 1;
    std::unique_ptr<QCoreApplication> m_application;
};

QString cancelButton() {
    return QCoreApplication::translate("QPlatformTheme", "Cancel");
}

} // namespace

TEST_CASE_METHOD(WithApplication, "German brings Qt's own words and German numbers along") {
    Translation translation;
    REQUIRE(translation.use(QStringLiteral("de")));
    CHECK(cancelButton() == QStringLiteral("Abbrechen"));
    CHECK(QLocale().toString(1234.5, 'f', 1) == QStringLiteral("1.234,5"));
}

TEST_CASE_METHOD(WithApplication, "a language replaces the one before") {
    Translation translation;
    REQUIRE(translation.use(QStringLiteral("qps")));
    CHECK(cancelButton().startsWith(u"[!!"));
    REQUIRE(translation.use(QStringLiteral("en")));
    CHECK(cancelButton() == QStringLiteral("Cancel"));
}

TEST_CASE_METHOD(WithApplication, "a language without a translation is English, and says so") {
    Translation translation;
    CHECK_FALSE(translation.use(QStringLiteral("tlh")));
    CHECK(cancelButton() == QStringLiteral("Cancel"));
    CHECK(QLocale().language() == QLocale::English);
}

TEST_CASE_METHOD(WithApplication, "the translations end with their owner") {
    {
        Translation translation;
        REQUIRE(translation.use(QStringLiteral("qps")));
    }
    CHECK(cancelButton() == QStringLiteral("Cancel"));
}

TEST_CASE_METHOD(WithApplication, "every language on offer is there") {
    for (const QString& language : Translation::languages()) {
        Translation translation;
        CHECK(translation.use(language));
    }
}
