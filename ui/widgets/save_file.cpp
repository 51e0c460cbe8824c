#include "ui/widgets/save_file.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

namespace neuroscribe::ui {
namespace {

constexpr qsizetype kLongestName = 80; ///< of 255 bytes that a name may have, in any script and with an ending

} // namespace

QString fileNameOf(const QString& text) {
    QString name;
    for (const QChar c : text.left(kLongestName)) {
        const bool refused = c.category() == QChar::Other_Control || QStringLiteral("/\\:*?\"<>|").contains(c);
        name += refused ? QLatin1Char('-') : c;
    }
    if (!name.isEmpty() && name.back().isHighSurrogate())
        name.chop(1);
    while (name.startsWith(QLatin1Char('.')) || name.startsWith(QLatin1Char(' '))) // hidden, or easily lost
        name.remove(0, 1);
    while (name.endsWith(QLatin1Char('.')) || name.endsWith(QLatin1Char(' ')))
        name.chop(1);
    return name.isEmpty() ? QStringLiteral("study") : name;
}

QString askWhereToSave(QWidget* parent, const SaveQuestion& question) {
    QFileDialog dialog(parent, question.title, {}, // Qt knows the last folder, also of the last start
                       QStringLiteral("%1 (*.%2)").arg(question.kind, question.ending));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setFileMode(QFileDialog::AnyFile);
    dialog.setDefaultSuffix(question.ending);
    dialog.selectFile(question.name + QLatin1Char('.') + question.ending);
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty())
        return {};
    const QFileInfo file(dialog.selectedFiles().constFirst());
    dialog.setDirectory(file.absolutePath()); // remembered, also where the folder was typed
    return file.absoluteFilePath();
}

} // namespace neuroscribe::ui
