#include "app/i18n/error_text.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace neuroscribe::app {
namespace {

/// In the order of ErrorCode; a missing entry does not compile.
constexpr std::array kTitles = {
    QT_TRANSLATE_NOOP("ErrorText", "Reading or writing failed"),
    QT_TRANSLATE_NOOP("ErrorText", "Not found"),
    QT_TRANSLATE_NOOP("ErrorText", "It is already there and was not overwritten"),
    QT_TRANSLATE_NOOP("ErrorText", "It can be read but not written"),
    QT_TRANSLATE_NOOP("ErrorText", "There is not enough free space"),
    QT_TRANSLATE_NOOP("ErrorText", "Another process has this study open"),
    QT_TRANSLATE_NOOP("ErrorText", "The data are damaged"),
    QT_TRANSLATE_NOOP("ErrorText", "It was made by a newer version of Neuroscribe"),
    QT_TRANSLATE_NOOP("ErrorText", "The file ends too early"),
    QT_TRANSLATE_NOOP("ErrorText", "The file does not follow its format"),
    QT_TRANSLATE_NOOP("ErrorText", "A value is not possible here"),
    QT_TRANSLATE_NOOP("ErrorText", "This kind of file or model is not supported"),
    QT_TRANSLATE_NOOP("ErrorText", "This is a Git-LFS pointer, not the file it stands for"),
    QT_TRANSLATE_NOOP("ErrorText", "The configuration of the model makes no sense"),
    QT_TRANSLATE_NOOP("ErrorText", "The model lacks a tensor"),
    QT_TRANSLATE_NOOP("ErrorText", "A tensor of the model has the wrong shape or type"),
    QT_TRANSLATE_NOOP("ErrorText", "A number is not finite"),
    QT_TRANSLATE_NOOP("ErrorText", "A number does not fit the chosen type"),
    QT_TRANSLATE_NOOP("ErrorText", "There is not enough memory"),
    QT_TRANSLATE_NOOP("ErrorText", "Stopped"),
    QT_TRANSLATE_NOOP("ErrorText", "This build lacks the part that does it"),
    QT_TRANSLATE_NOOP("ErrorText", "An earlier step is missing"),
    QT_TRANSLATE_NOOP("ErrorText", "It was made from data that have changed since"),
    QT_TRANSLATE_NOOP("ErrorText", "Two things that do not belong together"),
    QT_TRANSLATE_NOOP("ErrorText", "An error inside Neuroscribe"),
};
static_assert(kTitles.size() == static_cast<std::size_t>(ErrorCode::Internal) + 1);

} // namespace

QString errorTitle(ErrorCode code) {
    return QCoreApplication::translate("ErrorText", kTitles[static_cast<std::size_t>(code)]);
}

QString errorSentence(const Error& error) {
    const QString title = errorTitle(error.code);
    if (error.where.empty())
        return title;
    //: %1: what happened, %2: the file, row or tensor
    return QCoreApplication::translate("ErrorText", "%1: %2").arg(title, QString::fromStdString(error.where));
}

QString errorDetails(const Error& error) {
    QStringList lines{errorSentence(error)};
    if (!error.why.empty())
        lines += QString::fromStdString(error.why);
    if (!error.hint.empty())
        lines += QString::fromStdString(error.hint);
    lines += QStringLiteral("[%1]").arg(QLatin1String(errorName(error.code)));
    return lines.join(QLatin1Char('\n'));
}

} // namespace neuroscribe::app
