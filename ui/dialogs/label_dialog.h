// Says which sentences have which descriptor: by matching words, by a language model, or from a file of answers.
#pragma once

#include <QDialog>

#include <vector>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QTabWidget;

namespace neuroscribe::app {
class Session;
class Settings;
} // namespace neuroscribe::app

namespace neuroscribe::ui {

class AskPage;

class LabelDialog : public QDialog {
    Q_OBJECT
public:
    LabelDialog(app::Session& session, app::Settings& settings, QWidget* parent = nullptr);
    void accept() override;

private:
    QWidget* wordsPage();
    QWidget* filePage();
    void fillDescriptors();
    void addRow(const QString& name, const QString& synonyms);
    void keepEmptyRow();
    void chooseFile();
    void labelByWords();
    void importFile();
    void validate();

    app::Session& m_session;
    app::Settings& m_settings;
    QTabWidget* m_pages;
    QTableWidget* m_terms;
    QLineEdit* m_file;
    QComboBox* m_annotator;
    AskPage* m_ask;
    QPushButton* m_label;
};

} // namespace neuroscribe::ui
