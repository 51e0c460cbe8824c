#include "app/i18n/opening_note.h"

#include <QCoreApplication>

namespace neuroscribe::app {
namespace {

/// As core/store/project.cpp says them; tests/app/opening_note_test.cpp compares.
constexpr const char* kSentences[] = {
    QT_TRANSLATE_NOOP("OpeningNote", "This file system has no locks: don't open the study in two programs at once."),
    QT_TRANSLATE_NOOP(
        "OpeningNote",
        "The study was not closed properly; what was committed is there, unfinished work was rolled back."),
    QT_TRANSLATE_NOOP("OpeningNote", "The study was made by a newer Neuroscribe; it is open read-only."),
    QT_TRANSLATE_NOOP("OpeningNote",
                      "The study lies on a network file system: saving is slower, and a lost connection may lose the "
                      "newest edit."),
    QT_TRANSLATE_NOOP("OpeningNote",
                      "The study was not closed properly and its folder can't be written: a temporary copy is open."),
    QT_TRANSLATE_NOOP("OpeningNote",
                      "The study was made by an older Neuroscribe: a temporary copy in today's form is open read-only. "
                      "Open it once for writing to bring it up to date."),
};

} // namespace

QString openingNoteText(const std::string& note) {
    QString text = QString::fromStdString(note);
    for (const char* sentence : kSentences)
        text.replace(QString::fromUtf8(sentence), QCoreApplication::translate("OpeningNote", sentence));
    return text;
}

} // namespace neuroscribe::app
