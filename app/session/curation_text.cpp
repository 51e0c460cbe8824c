// Edits of the curation in the words of the window.
#include "app/session/curation_controller.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace neuroscribe::app {
namespace {

/// The sentences with one argument or two; what a number counts is said by the plural forms below.
struct Sentence {
    const char* code;
    const char* text;
};
constexpr std::array kSentences{
    Sentence{"cluster.rename", QT_TRANSLATE_NOOP("CurationText", "Rename “%1” to %2")},
    Sentence{"cluster.confirm", QT_TRANSLATE_NOOP("CurationText", "Confirm “%1”")},
    Sentence{"cluster.question", QT_TRANSLATE_NOOP("CurationText", "Ask about “%2” for %1")},
    Sentence{"cluster.merge", QT_TRANSLATE_NOOP("CurationText", "Merge “%1” into %2")},
    Sentence{"cluster.split", QT_TRANSLATE_NOOP("CurationText", "Split “%1” into %2")},
    Sentence{"cluster.exclude", QT_TRANSLATE_NOOP("CurationText", "Exclude “%1”")},
    Sentence{"cluster.include", QT_TRANSLATE_NOOP("CurationText", "Include “%1”")},
    Sentence{"cluster.leave", QT_TRANSLATE_NOOP("CurationText", "Leave “%1” as it is")},
};

QString counted(const std::string& code, int count, const QString& name) {
    if (code == "cluster.create")
        return QCoreApplication::translate("CurationText", "New cluster “%1” of %Ln member(s)", nullptr, count)
            .arg(name);
    if (code == "members.move")
        return QCoreApplication::translate("CurationText", "Move %Ln member(s) to %1", nullptr, count).arg(name);
    if (code == "members.set_aside")
        return QCoreApplication::translate("CurationText", "Set %Ln member(s) aside", nullptr, count);
    if (code == "members.unclustered")
        return QCoreApplication::translate("CurationText", "Take %Ln member(s) out of their clusters", nullptr, count);
    if (code == "cluster.take")
        return QCoreApplication::translate("CurationText", "Take %Ln topic(s) for %1", nullptr, count).arg(name);
    if (code == "cluster.merge_many")
        return QCoreApplication::translate("CurationText", "Merge %Ln cluster(s) into %1", nullptr, count).arg(name);
    if (code == "cluster.confirm_many")
        return QCoreApplication::translate("CurationText", "Confirm %Ln cluster(s)", nullptr, count);
    if (code == "cluster.exclude_many")
        return QCoreApplication::translate("CurationText", "Exclude %Ln cluster(s)", nullptr, count);
    if (code == "cluster.include_many")
        return QCoreApplication::translate("CurationText", "Include %Ln cluster(s)", nullptr, count);
    if (code == "cluster.unname")
        return QCoreApplication::translate("CurationText", "Leave %Ln cluster(s) without a name", nullptr, count);
    if (code == "cluster.recluster")
        return QCoreApplication::translate("CurationText", "Cluster anew: %Ln cluster(s)", nullptr, count);
    return {};
}

} // namespace

QString curationText(const descriptors::CurationEdit& edit) {
    const auto argument = [&edit](std::size_t i) {
        return i < edit.arguments.size() ? QString::fromStdString(edit.arguments[i]) : QString();
    };
    for (const Sentence& sentence : kSentences) {
        if (edit.textCode != sentence.code)
            continue;
        const QString text = QCoreApplication::translate("CurationText", sentence.text);
        return text.contains(QLatin1String("%2")) ? text.arg(argument(0), argument(1)) : text.arg(argument(0));
    }
    const bool nameFirst = edit.textCode == "cluster.create" || edit.textCode == "cluster.take";
    const QString text = counted(edit.textCode, argument(nameFirst ? 1 : 0).toInt(), argument(nameFirst ? 0 : 1));
    return text.isEmpty() ? QCoreApplication::translate("CurationText", "Change the clusters") : text;
}

} // namespace neuroscribe::app
