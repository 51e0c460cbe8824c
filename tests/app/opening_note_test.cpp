#include "app/i18n/opening_note.h"
#include "app/i18n/pseudo_translator.h"
#include "tests/support/catch.h"
#include "tests/support/support.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace neuroscribe;
using namespace neuroscribe::app;

namespace {

/// What the store says when it opens a study, read from its source: literals joined as the compiler joins them.
QStringList sentencesOfCore() {
    const QString source =
        QString::fromStdString(test::readFile((test::sourceFolder() / "core/store/project.cpp").string()));
    static const QRegularExpression call(QStringLiteral("->say\\(((?:\\s*\"[^\"]*\")+)\\)"));
    static const QRegularExpression between(QStringLiteral("\"\\s*\""));
    QStringList sentences;
    for (auto match = call.globalMatch(source); match.hasNext();) {
        QString text = match.next().captured(1).trimmed();
        sentences += text.remove(between).remove(QLatin1Char('"'));
    }
    return sentences;
}

} // namespace

TEST_CASE("Whatever the store says about opening a study is known to the translators") {
    const QStringList sentences = sentencesOfCore();
    REQUIRE(sentences.size() >= 5);
    PseudoTranslator pseudo;
    QCoreApplication::installTranslator(&pseudo);
    for (const QString& sentence : sentences) {
        INFO(sentence.toStdString());
        CHECK(openingNoteText(sentence.toStdString()) != sentence);
    }
    QCoreApplication::removeTranslator(&pseudo);
}

TEST_CASE("An unknown remark is shown as it is") {
    CHECK(openingNoteText("Something else.") == QStringLiteral("Something else."));
}
