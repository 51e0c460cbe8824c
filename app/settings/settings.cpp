#include "app/settings/settings.h"

#include <QCryptographicHash>
#include <QSettings>

#include <algorithm>
#include <array>
#include <utility>

namespace neuroscribe::app {
namespace {

constexpr int kMostRecent = 10;
constexpr int kLeastText = 80;
constexpr int kMostText = 200;

const QString kTheme = QStringLiteral("appearance/theme");
const QString kLanguage = QStringLiteral("appearance/language");
const QString kText = QStringLiteral("appearance/textPercent");
const QString kGeometry = QStringLiteral("window/geometry");
const QString kState = QStringLiteral("window/state-");
const QString kWorkspace = QStringLiteral("window/workspace");
const QString kShortcuts = QStringLiteral("shortcuts/");
const QString kRecent = QStringLiteral("studies/recent");
const QString kOpen = QStringLiteral("studies/open");
const QString kLastFolder = QStringLiteral("folders/last");
const QString kLastModel = QStringLiteral("folders/model");
const QString kLastEncoder = QStringLiteral("folders/encoder");
const QString kMarksTags = QStringLiteral("heatMap/markTags");
const QString kLastEngine = QStringLiteral("engines/last");

constexpr std::array<std::pair<ThemeChoice, const char*>, 5> kThemes{{
    {ThemeChoice::System, "system"},
    {ThemeChoice::Light, "light"},
    {ThemeChoice::Dark, "dark"},
    {ThemeChoice::HighContrastLight, "contrast-light"},
    {ThemeChoice::HighContrastDark, "contrast-dark"},
}};

QString mappingKey(const QString& fileShape) {
    const QByteArray digest = QCryptographicHash::hash(fileShape.toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("import/") + QString::fromLatin1(digest.toHex().left(24));
}

} // namespace

QString themeName(ThemeChoice theme) {
    for (const auto& [choice, name] : kThemes)
        if (choice == theme)
            return QString::fromLatin1(name);
    return {};
}

ThemeChoice parseTheme(const QString& name) {
    for (const auto& [choice, known] : kThemes)
        if (name == QLatin1String(known))
            return choice;
    return ThemeChoice::System;
}

Settings::Settings()
    : m_store(std::make_unique<QSettings>(QSettings::IniFormat, QSettings::UserScope, QStringLiteral("neuroscribe"),
                                          QStringLiteral("neuroscribe"))) {}
Settings::Settings(const QString& file) : m_store(std::make_unique<QSettings>(file, QSettings::IniFormat)) {}
Settings::~Settings() = default;

ThemeChoice Settings::theme() const {
    return parseTheme(m_store->value(kTheme).toString());
}

void Settings::setTheme(ThemeChoice theme) {
    m_store->setValue(kTheme, themeName(theme));
}

QString Settings::language() const {
    return m_store->value(kLanguage, QStringLiteral("system")).toString();
}

void Settings::setLanguage(const QString& language) {
    m_store->setValue(kLanguage, language);
}

int Settings::textPercent() const {
    return std::clamp(m_store->value(kText, 100).toInt(), kLeastText, kMostText);
}

void Settings::setTextPercent(int percent) {
    m_store->setValue(kText, std::clamp(percent, kLeastText, kMostText));
}

QByteArray Settings::windowGeometry() const {
    return m_store->value(kGeometry).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray& geometry) {
    m_store->setValue(kGeometry, geometry);
}

QByteArray Settings::windowState(const QString& workspace) const {
    return m_store->value(kState + workspace).toByteArray();
}

void Settings::setWindowState(const QString& workspace, const QByteArray& state) {
    m_store->setValue(kState + workspace, state);
}

QString Settings::workspace() const {
    return m_store->value(kWorkspace).toString();
}

void Settings::setWorkspace(const QString& workspace) {
    m_store->setValue(kWorkspace, workspace);
}

std::optional<QString> Settings::shortcut(const QString& action) const {
    const QVariant key = m_store->value(kShortcuts + action);
    return key.isValid() ? std::optional(key.toString()) : std::nullopt;
}

void Settings::setShortcut(const QString& action, const std::optional<QString>& key) {
    if (key)
        m_store->setValue(kShortcuts + action, *key);
    else
        m_store->remove(kShortcuts + action);
}

QStringList Settings::recentStudies() const {
    return m_store->value(kRecent).toStringList().mid(0, kMostRecent);
}

void Settings::addRecentStudy(const QString& folder) {
    QStringList recent = recentStudies();
    recent.removeAll(folder);
    recent.prepend(folder);
    m_store->setValue(kRecent, recent.mid(0, kMostRecent));
}

void Settings::removeRecentStudy(const QString& folder) {
    QStringList recent = recentStudies();
    recent.removeAll(folder);
    m_store->setValue(kRecent, recent);
}

void Settings::clearRecentStudies() {
    m_store->remove(kRecent);
}

QString Settings::openStudy() const {
    return m_store->value(kOpen).toString();
}

void Settings::setOpenStudy(const QString& folder) {
    m_store->setValue(kOpen, folder);
    m_store->sync(); // read after a crash
}

QString Settings::lastFolder() const {
    return m_store->value(kLastFolder).toString();
}

void Settings::setLastFolder(const QString& folder) {
    m_store->setValue(kLastFolder, folder);
}

QString Settings::lastModel() const {
    return m_store->value(kLastModel).toString();
}

void Settings::setLastModel(const QString& folder) {
    m_store->setValue(kLastModel, folder);
}

QString Settings::lastEncoder() const {
    return m_store->value(kLastEncoder).toString();
}

void Settings::setLastEncoder(const QString& folder) {
    m_store->setValue(kLastEncoder, folder);
}

bool Settings::marksTags() const {
    return m_store->value(kMarksTags, true).toBool();
}

void Settings::setMarksTags(bool on) {
    m_store->setValue(kMarksTags, on);
}

QString Settings::lastEngine() const {
    return m_store->value(kLastEngine).toString();
}

void Settings::setLastEngine(const QString& spec) {
    m_store->setValue(kLastEngine, spec);
}

QByteArray Settings::importMapping(const QString& fileShape) const {
    return m_store->value(mappingKey(fileShape)).toByteArray();
}

void Settings::setImportMapping(const QString& fileShape, const QByteArray& mapping) {
    m_store->setValue(mappingKey(fileShape), mapping);
}

} // namespace neuroscribe::app
