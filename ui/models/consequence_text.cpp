#include "ui/models/consequence_text.h"

#include "ui/models/format.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace neuroscribe::ui {
namespace {

struct Sentence {
    const char* code;
    const char* text;
};
/// Sentences about clusters by name; what a number counts is said by the plural forms below.
constexpr std::array kSentences{
    Sentence{"cluster.rename", QT_TRANSLATE_NOOP("ConsequenceText", "If you rename “%1” to “%2”")},
    Sentence{"cluster.confirm", QT_TRANSLATE_NOOP("ConsequenceText", "If you confirm “%1”")},
    Sentence{"cluster.question", QT_TRANSLATE_NOOP("ConsequenceText", "If you ask about “%2” for “%1”")},
    Sentence{"cluster.merge", QT_TRANSLATE_NOOP("ConsequenceText", "If you merge “%1” into “%2”")},
    Sentence{"cluster.split", QT_TRANSLATE_NOOP("ConsequenceText", "If you split “%1” into %2")},
    Sentence{"cluster.exclude", QT_TRANSLATE_NOOP("ConsequenceText", "If you exclude “%1”")},
    Sentence{"cluster.include", QT_TRANSLATE_NOOP("ConsequenceText", "If you include “%1”")},
};

QString translated(const char* text) {
    return QCoreApplication::translate("ConsequenceText", text);
}

QString counted(const std::string& code, int count, const QString& name) {
    if (code == "cluster.merge_many")
        return QCoreApplication::translate("ConsequenceText", "If you merge %Ln cluster(s) into “%1”", nullptr, count)
            .arg(name);
    if (code == "cluster.confirm_many")
        return QCoreApplication::translate("ConsequenceText", "If you confirm %Ln cluster(s)", nullptr, count);
    if (code == "cluster.exclude_many")
        return QCoreApplication::translate("ConsequenceText", "If you exclude %Ln cluster(s)", nullptr, count);
    if (code == "cluster.include_many")
        return QCoreApplication::translate("ConsequenceText", "If you include %Ln cluster(s)", nullptr, count);
    if (code == "cluster.create")
        return QCoreApplication::translate("ConsequenceText", "If you make “%1” of %Ln member(s)", nullptr, count)
            .arg(name);
    if (code == "members.move")
        return QCoreApplication::translate("ConsequenceText", "If you move %Ln member(s) to “%1”", nullptr, count)
            .arg(name);
    if (code == "members.set_aside")
        return QCoreApplication::translate("ConsequenceText", "If you set %Ln member(s) aside", nullptr, count);
    if (code == "members.unclustered")
        return QCoreApplication::translate("ConsequenceText", "If you take %Ln member(s) out of the clusters", nullptr,
                                           count);
    return {};
}

QString pairText(const QString& first, const QString& second) {
    return QStringLiteral("%1 × %2").arg(first, second);
}

} // namespace

QString conditionText(const descriptors::CurationEdit& edit) {
    const auto argument = [&edit](std::size_t i) {
        return i < edit.arguments.size() ? QString::fromStdString(edit.arguments[i]) : QString();
    };
    for (const Sentence& sentence : kSentences) {
        if (edit.textCode != sentence.code)
            continue;
        const QString text = translated(sentence.text);
        return text.contains(QLatin1String("%2")) ? text.arg(argument(0), argument(1)) : text.arg(argument(0));
    }
    const bool nameFirst = edit.textCode == "cluster.create";
    const QString text = counted(edit.textCode, argument(nameFirst ? 1 : 0).toInt(), argument(nameFirst ? 0 : 1));
    return text.isEmpty() ? translated(QT_TRANSLATE_NOOP("ConsequenceText", "If you make this change")) : text;
}

QString countOrNone(const QLocale& locale, std::uint64_t count) {
    return count == 0 ? translated(QT_TRANSLATE_NOOP("ConsequenceText", "none")) : formatCount(locale, count);
}

QString tagMovesText(const QLocale& locale, std::uint64_t appear, std::uint64_t vanish) {
    QStringList parts;
    if (appear > 0)
        parts += QLatin1Char('+') + formatCount(locale, appear);
    if (vanish > 0)
        parts += QStringLiteral("−") + formatCount(locale, vanish);
    return parts.isEmpty() ? countOrNone(locale, 0) : parts.join(QLatin1Char(' '));
}

QStringList tagMoveLines(const QLocale& locale, const pipeline::Consequences& consequences) {
    QStringList lines;
    for (const pipeline::TagMoves& moves : consequences.tags)
        lines += QStringLiteral("%1   %2").arg(QString::fromStdString(moves.descriptor),
                                               tagMovesText(locale, moves.appear, moves.vanish));
    return lines;
}

QStringList correlationLines(const QLocale& locale, const pipeline::Consequences& consequences) {
    QStringList lines;
    for (const pipeline::CorrelationMove& move : consequences.correlations)
        lines += QStringLiteral("%1   %2 → %3")
                     .arg(pairText(QString::fromStdString(move.first), QString::fromStdString(move.second)),
                          formatFixed(locale, move.before, 2), formatFixed(locale, move.after, 2));
    return lines;
}

} // namespace neuroscribe::ui
