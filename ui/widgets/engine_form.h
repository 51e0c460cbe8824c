// Which engine is asked: a model folder on this machine or a server that speaks OpenAI's protocol, with its key.
#pragma once

#include "core/llm/language_model.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace neuroscribe::app {
class Session;
class Settings;
} // namespace neuroscribe::app

namespace neuroscribe::ui {

class EngineForm : public QWidget {
    Q_OBJECT
public:
    enum class Kind { Words, Folder, Server };
    /// withWords: offers the engine that needs no model, too.
    EngineForm(app::Session& session, app::Settings& settings, bool withWords, QWidget* parent = nullptr);

    Kind kind() const;
    bool isComplete() const;
    llm::EngineOptions options() const;
    QString address() const; ///< of the server, for people
    /// For the next time: the engine in the settings, its key in the keychain where that is wanted.
    void remember();

signals:
    void changed();

private:
    QWidget* folderPage();
    QWidget* serverPage();
    void restore();
    void chooseFolder();
    void dropStoredKey();
    void readStoredKey();
    void testConnection();
    void showModels(const std::vector<std::string>& models);
    void kindChanged();

    app::Session& m_session;
    app::Settings& m_settings;
    QComboBox* m_kind;
    QStackedWidget* m_pages;
    QLineEdit* m_folder;
    QComboBox* m_device;
    QLineEdit* m_address;
    QComboBox* m_model;
    QLineEdit* m_key;
    QCheckBox* m_keep;
    QPushButton* m_test;
    QLabel* m_outcome;
    QString m_storedKey; ///< as the keychain has it
};

} // namespace neuroscribe::ui
