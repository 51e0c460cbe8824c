#include "app/i18n/pseudo_translator.h"

#include <algorithm>

namespace neuroscribe::app {
namespace {

/// German and Finnish run about this much longer than English.
constexpr double kExpansion = 0.4;
constexpr qsizetype kLongestWord = 8;

QChar accented(QChar letter) {
    static const QString plain = QStringLiteral("ACDEGHIJKLNOPRSTUWYZacdeghijklnoprstuwyz");
    static const QString marked = QStringLiteral("ÅÇĎÉĜĤÎĴĶĻÑÖƤŔŠŢÛŴÝŽåçďéĝĥîĵķļñöƥŕšţûŵýž");
    const qsizetype at = plain.indexOf(letter);
    return at < 0 ? letter : marked.at(at);
}

/// Length of the piece at `at` that must stay as it is: a placeholder, a tag or an entity; 0 for plain text.
qsizetype keptLength(const QString& text, qsizetype at) {
    const QChar first = text.at(at);
    qsizetype end = at + 1;
    if (first == u'%') {
        if (end < text.size() && text.at(end) == u'L')
            ++end;
        if (end < text.size() && text.at(end) == u'n')
            return end + 1 - at;
        while (end < text.size() && text.at(end).isDigit())
            ++end;
        return end - at;
    }
    if (first == u'<') {
        const qsizetype close = text.indexOf(u'>', at);
        return close < 0 ? 0 : close + 1 - at;
    }
    if (first == u'&') {
        while (end < text.size() && text.at(end).isLetter())
            ++end;
        return end < text.size() && text.at(end) == u';' && end > at + 1 ? end + 1 - at : 0;
    }
    return 0;
}

/// Padding in words, so that a label that may wrap still can.
QString padding(qsizetype length) {
    QString filler;
    while (length > 0) {
        const qsizetype word = std::min(length, kLongestWord);
        filler += u' ' + QString(word, u'~');
        length -= word + 1;
    }
    return filler;
}

} // namespace

QString pseudoLocalized(const QString& source) {
    if (source.isEmpty())
        return source;
    QString body;
    qsizetype visible = 0;
    for (qsizetype at = 0; at < source.size();) {
        const qsizetype kept = keptLength(source, at);
        if (kept > 0) {
            body += source.mid(at, kept);
            at += kept;
            continue;
        }
        body += accented(source.at(at++));
        ++visible;
    }
    const auto longer = static_cast<qsizetype>(static_cast<double>(visible) * kExpansion + 0.5);
    return QStringLiteral("[!! %1 !!]").arg(body + padding(longer));
}

QString PseudoTranslator::translate(const char* context, const char* sourceText, const char* /*disambiguation*/,
                                    int /*n*/) const {
    // The names of keys, which are compared with what a person reads on the keyboard.
    if (context && qstrcmp(context, "QShortcut") == 0)
        return {};
    return pseudoLocalized(QString::fromUtf8(sourceText));
}

} // namespace neuroscribe::app
