#include "app/i18n/pseudo_translator.h"

#include <QString>

#include "tests/support/catch.h"

using neuroscribe::app::pseudoLocalized;
using neuroscribe::app::PseudoTranslator;

TEST_CASE("the pseudo language marks, accents and lengthens a text") {
    CHECK(pseudoLocalized(QStringLiteral("Open")) == QStringLiteral("[!! Öƥéñ ~~ !!]"));
    const QString source = QStringLiteral("Neurons tagged with this descriptor");
    const QString made = pseudoLocalized(source);
    CHECK(made.size() >= source.size() * 14 / 10);
    CHECK_FALSE(made.contains(QStringLiteral("tagged")));
}

TEST_CASE("the pseudo language keeps what the program reads") {
    const QString made = pseudoLocalized(QStringLiteral("&File %1 of %L2\n%Ln row(s), 95 % <b>more</b> &amp; less"));
    for (const char* kept : {"&F", "%1", "%L2", "\n", "%Ln", "95 % ", "<b>", "</b>", "&amp;"})
        CHECK(made.contains(QLatin1String(kept)));
    CHECK(made.count(u'%') == 4);
}

TEST_CASE("an empty text stays empty in the pseudo language") {
    CHECK(pseudoLocalized(QString()).isEmpty());
}

TEST_CASE("the pseudo translator answers for every context but the names of keys") {
    const PseudoTranslator translator;
    CHECK(translator.translate("MainWindow", "Open", nullptr, -1) == QStringLiteral("[!! Öƥéñ ~~ !!]"));
    CHECK(translator.translate("QPlatformTheme", "Cancel", nullptr, -1).startsWith(u"[!!"));
    CHECK(translator.translate("QShortcut", "Ctrl", nullptr, -1).isNull());
}
