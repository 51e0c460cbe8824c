// Says which sentences have which descriptor: by matching words, or from a file of ready answers.
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
    void validate();

    app::Session& m_session;
    app::Settings& m_settings;
    QTabWidget* m_pages;
    QTableWidget* m_terms;
    QLineEdit* m_file;
    QComboBox* m_annotator;
    QPushButton* m_label;
};

} // namespace neuroscribe::ui
