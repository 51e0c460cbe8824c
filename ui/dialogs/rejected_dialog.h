// The records that the last import dropped: where they stand, why, and their text; with an export.
#pragma once

#include "core/corpus/importer.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;
class QTableWidget;

namespace neuroscribe::app {
class Session;
}

namespace neuroscribe::ui {

class RejectedDialog : public QDialog {
    Q_OBJECT
public:
    explicit RejectedDialog(app::Session& session, QWidget* parent = nullptr);

private:
    void showRows(const std::vector<corpus::RejectedRow>& rows);
    void exportRows();

    app::Session& m_session;
    std::vector<corpus::RejectedRow> m_rows;
    QLabel* m_count;
    QTableWidget* m_table;
    QPushButton* m_export;
};

} // namespace neuroscribe::ui
