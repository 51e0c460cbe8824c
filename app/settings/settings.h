// What the program remembers about a person's wishes, by typed keys; nothing of a study is kept here. The only place
// that reads or writes QSettings.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

class QSettings;

namespace neuroscribe::app {

enum class ThemeChoice { System, Light, Dark, HighContrastLight, HighContrastDark };
/// "system", "light", "dark", "contrast-light", "contrast-dark": in the settings file and on the command line.
QString themeName(ThemeChoice theme);
/// System for a name that is none of them.
ThemeChoice parseTheme(const QString& name);

class Settings {
public:
    Settings();                             ///< the person's own
    explicit Settings(const QString& file); ///< an INI file, for tests
    ~Settings();

    ThemeChoice theme() const;
    void setTheme(ThemeChoice theme);
    QString language() const; ///< "system", "en", "de" ...
    void setLanguage(const QString& language);
    int textPercent() const; ///< 80 .. 200
    void setTextPercent(int percent);

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray& geometry);
    /// Arrangement of the docks in a workspace ("explore", "curate").
    QByteArray windowState(const QString& workspace) const;
    void setWindowState(const QString& workspace, const QByteArray& state);
    QString workspace() const; ///< the one last in front; empty: none yet
    void setWorkspace(const QString& workspace);
    /// A person's key for a command, as QKeySequence's portable text; nothing: the program's own.
    std::optional<QString> shortcut(const QString& action) const;
    void setShortcut(const QString& action, const std::optional<QString>& key);

    /// Newest first, without doubles, at most 10.
    QStringList recentStudies() const;
    void addRecentStudy(const QString& folder);
    void removeRecentStudy(const QString& folder);
    void clearRecentStudies();

    /// The study that was open and not closed by the person: to be opened again at the next start. Empty: none.
    QString openStudy() const;
    void setOpenStudy(const QString& folder);

    bool marksTags() const; ///< in the cells of the heat map; true until a person says otherwise
    void setMarksTags(bool on);

    QString lastFolder() const; ///< of file dialogs
    void setLastFolder(const QString& folder);
    QString lastModel() const; ///< folder of the model last extracted with
    void setLastModel(const QString& folder);
    QString lastEncoder() const; ///< folder of the sentence encoder last clustered with
    void setLastEncoder(const QString& folder);

    QString lastEngine() const; ///< SPEC of the engine last asked (core/llm/engine_spec.h); holds no key
    void setLastEngine(const QString& spec);

    /// Options of the import dialog as JSON, by what the file looks like (its field names); empty: none remembered.
    QByteArray importMapping(const QString& fileShape) const;
    void setImportMapping(const QString& fileShape, const QByteArray& mapping);

private:
    std::unique_ptr<QSettings> m_store;
};

} // namespace neuroscribe::app
