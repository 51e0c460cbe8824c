// The language of the window: which translations are installed in the application. Lives in main, on the window's
// thread, and must not outlive the application. The engine speaks English; it hands up codes, see error texts.
#pragma once

#include <QLocale>
#include <QString>
#include <QStringList>
#include <QTranslator>

#include <memory>
#include <vector>

namespace neuroscribe::app {

class Translation {
public:
    Translation() = default;
    ~Translation();
    Translation(const Translation&) = delete;
    Translation& operator=(const Translation&) = delete;

    /// "system" (the languages of the desktop, in their order), "en", "de", or "qps" (PseudoTranslator). Replaces what
    /// use() installed before and sets the default locale, so that numbers are written as the language writes them.
    /// False, and English, for a language that there is no translation for. Widgets get a LanguageChange event.
    bool use(const QString& language);

    /// What a person can choose from, by name; without "qps".
    static QStringList languages();

private:
    void install(std::unique_ptr<QTranslator> translator);
    /// False when there is no such translation.
    bool install(const QLocale& locale, const QString& name, const QString& folder);
    void removeAll();

    std::vector<std::unique_ptr<QTranslator>> m_installed;
};

} // namespace neuroscribe::app
