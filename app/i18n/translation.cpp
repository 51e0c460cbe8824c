#include "app/i18n/translation.h"

#include "app/i18n/pseudo_translator.h"

#include <QCoreApplication>
#include <QLibraryInfo>

#include <utility>

namespace neuroscribe::app {
namespace {

QString ownFolder() {
    return QStringLiteral(":/i18n");
}

QString ownName() {
    return QStringLiteral("neuroscribe");
}

} // namespace

Translation::~Translation() {
    removeAll();
}

bool Translation::use(const QString& language) {
    removeAll();
    const bool system = language == u"system";
    const bool pseudo = language == u"qps";
    const bool known = system || pseudo || languages().contains(language);
    const QLocale locale = system ? QLocale::system() : QLocale(known && !pseudo ? language : QStringLiteral("en"));
    QLocale::setDefault(locale);

    // English has a translation too, for its plurals; it stands in wherever another has no text.
    install(QLocale(QLocale::English), ownName(), ownFolder());
    if (pseudo) {
        install(std::make_unique<PseudoTranslator>());
        return true;
    }
    // Qt's own words only where ours are there in that language: half a translation reads worse than none.
    if (install(locale, ownName(), ownFolder()))
        install(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    return known;
}

QStringList Translation::languages() {
    return {QStringLiteral("en"), QStringLiteral("de")};
}

void Translation::install(std::unique_ptr<QTranslator> translator) {
    QCoreApplication::installTranslator(translator.get());
    m_installed.push_back(std::move(translator));
}

bool Translation::install(const QLocale& locale, const QString& name, const QString& folder) {
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(locale, name, QStringLiteral("_"), folder))
        return false;
    install(std::move(translator));
    return true;
}

void Translation::removeAll() {
    for (const auto& translator : m_installed)
        QCoreApplication::removeTranslator(translator.get());
    m_installed.clear();
}

} // namespace neuroscribe::app
