// The records that the last import dropped: where they stand, why, and their text; with an export.
#pragma once

#include "core/corpus/importer.h"

#include <QDialog>

#include <memory>
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
    using Rows = std::shared_ptr<const std::vector<corpus::RejectedRow>>;
    void showRows(Rows read);
    void exportRows();

    app::Session& m_session;
    Rows m_rows; ///< null: not read yet
    QLabel* m_count;
    QTableWidget* m_table;
    QPushButton* m_export;
};

} // namespace neuroscribe::ui
