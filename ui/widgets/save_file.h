// Where to write a file: the question, and the name that is proposed.
#pragma once

#include <QString>

class QWidget;

namespace neuroscribe::ui {

/// `text` as a file's name on every system: what can't stand in one becomes "-". "study" where nothing is left.
QString fileNameOf(const QString& text);

struct SaveQuestion {
    QString title;
    QString name;   ///< proposed, without the ending
    QString ending; ///< "csv"; added where a person leaves it out
    QString kind;   ///< translated: "Web page"
};
/// Starts where the last file dialog ended. Asks before an existing file is chosen, also where the ending was left out.
/// Empty: never mind.
QString askWhereToSave(QWidget* parent, const SaveQuestion& question);

} // namespace neuroscribe::ui
