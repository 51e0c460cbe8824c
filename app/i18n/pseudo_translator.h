// A made-up language for tests: every translatable text comes back accented, longer and in brackets, so that a text
// that is not translatable, is cut off, or is put together from pieces shows at once.
#pragma once

#include <QString>
#include <QTranslator>

namespace neuroscribe::app {

/// "Open %1..." -> "[!! Öƥéñ %1... ~~~~ !!]". Placeholders (%1, %L1, %n), markup, the & of a mnemonic and line breaks
/// are kept, so what works in English works here.
QString pseudoLocalized(const QString& source);

/// Translates every text of the program by pseudoLocalized, Qt's own texts too; only the names of keys stay.
class PseudoTranslator final : public QTranslator {
    Q_OBJECT

public:
    using QTranslator::QTranslator;
    QString translate(const char* context, const char* sourceText, const char* disambiguation, int n) const override;
    bool isEmpty() const override { return false; }
};

} // namespace neuroscribe::app
