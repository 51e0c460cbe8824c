// Import with everything seen before anything is committed: fields, delimiter and encoding, the first records with
// their verdict, and live counts of what would be kept and dropped.
#pragma once

#include "app/session/import_preview.h"

#include <QDialog>
#include <QStringList>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QPushButton;

namespace neuroscribe::app {
class Session;
class Settings;
} // namespace neuroscribe::app

namespace neuroscribe::ui {

class ImportForm;
class PreviewModel;

class ImportDialog : public QDialog {
    Q_OBJECT
public:
    ImportDialog(app::Session& session, app::Settings& settings, const QStringList& files, QWidget* parent = nullptr);

    void setFiles(const QStringList& files);
    void accept() override;

private:
    void buildLayout();
    void chooseFiles();
    void restart();
    void showPreview(const corpus::Preview& preview);
    void showError(const Error& error);
    void recallMapping(const corpus::Preview& preview);

    app::Session& m_session;
    app::Settings& m_settings;
    QStringList m_files;
    QString m_shape; ///< of the files shown: what their mapping is remembered by
    bool m_recalled = false;
    app::ImportPreview m_preview;
    QLabel* m_fileNames;
    QLabel* m_kept;
    QLabel* m_dropped;
    ImportForm* m_form;
    PreviewModel* m_model;
    QDialogButtonBox* m_buttons;
    QPushButton* m_import;
};

} // namespace neuroscribe::ui
