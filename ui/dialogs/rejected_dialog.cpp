#include "ui/dialogs/rejected_dialog.h"

#include "app/session/session.h"
#include "ui/models/import_text.h"
#include "ui/widgets/save_file.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSaveFile>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace neuroscribe::ui {
namespace {

constexpr QSize kSize(820, 520);
constexpr std::uint32_t kMostRows = 70'000; ///< more than an import keeps
constexpr int kShownRows = 2'000;
constexpr qsizetype kShownCharacters = 300;
enum Column { Source, Reason, Raw, Columns };

QByteArray csvField(const std::string& text) {
    QByteArray field = QByteArray::fromStdString(text);
    field.replace("\"", "\"\"");
    return '"' + field + '"';
}

/// Whole or not at all.
Status writeCsv(const std::vector<corpus::RejectedRow>& rows, const QString& name) {
    QSaveFile file(name);
    bool written = file.open(QIODevice::WriteOnly) && file.write("source,reason,raw\r\n") > 0;
    for (const corpus::RejectedRow& row : rows)
        written = written && file.write(csvField(row.source) + ',' + corpus::reasonName(row.reason) + ',' +
                                        csvField(row.raw) + "\r\n") > 0;
    if (!written || !file.commit())
        return Error{ErrorCode::Io, name.toStdString(), file.errorString().toStdString(), ""};
    return {};
}

} // namespace

RejectedDialog::RejectedDialog(app::Session& session, QWidget* parent)
    : QDialog(parent), m_session(session), m_count(new QLabel(tr("Reading..."), this)),
      m_table(new QTableWidget(0, Columns, this)) {
    setWindowTitle(tr("Rejected records"));
    m_table->setHorizontalHeaderLabels({tr("Where"), tr("Why"), tr("Record")});
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setColumnWidth(Source, 200);
    m_table->verticalHeader()->setVisible(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setWordWrap(false);
    m_table->setAccessibleName(tr("Rejected records"));
    m_count->setForegroundRole(QPalette::PlaceholderText);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_export = buttons->addButton(tr("&Export as CSV..."), QDialogButtonBox::ActionRole);
    m_export->setEnabled(false);
    connect(m_export, &QPushButton::clicked, this, &RejectedDialog::exportRows);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_count);
    column->addWidget(m_table, 1);
    column->addWidget(buttons);
    resize(kSize);
    session.query<Rows>(
        QStringLiteral("rejected"),
        [](store::Database& database, std::stop_token) -> Result<Rows> {
            NS_ASSIGN(auto rows, corpus::loadRejected(database, kMostRows));
            return Rows(std::make_shared<const std::vector<corpus::RejectedRow>>(std::move(rows)));
        },
        [this](Result<Rows> rows) {
            if (rows)
                showRows(std::move(*rows));
            else
                emit m_session.failed(rows.error());
        },
        this);
}

void RejectedDialog::showRows(Rows read) {
    m_rows = std::move(read);
    const auto& rows = *m_rows;
    const QLocale locale;
    const int count = static_cast<int>(rows.size());
    const int shown = std::min(count, kShownRows);
    m_count->setText(rows.empty()    ? tr("The last import dropped nothing.")
                     : shown < count ? tr("%Ln record(s); the first %1 are shown, the export has all", nullptr, count)
                                           .arg(locale.toString(shown))
                                     : tr("%Ln record(s)", nullptr, count));
    m_table->setRowCount(shown);
    for (int row = 0; row < shown; ++row) {
        const corpus::RejectedRow& record = rows[static_cast<std::size_t>(row)];
        m_table->setItem(row, Source, new QTableWidgetItem(QString::fromStdString(record.source)));
        m_table->setItem(row, Reason, new QTableWidgetItem(reasonText(record.reason)));
        m_table->setItem(row, Raw,
                         new QTableWidgetItem(QString::fromStdString(record.raw).left(kShownCharacters).simplified()));
    }
    m_export->setEnabled(!rows.empty());
}

void RejectedDialog::exportRows() {
    const QString name = askWhereToSave(this, {tr("Export rejected records"), QStringLiteral("rejected"),
                                               QStringLiteral("csv"), tr("%1 files").arg(QStringLiteral("CSV"))});
    if (name.isEmpty())
        return;
    // The session tells how it ended: the dialog may be closed by then.
    m_session.query<bool>(
        QStringLiteral("export ") + name,
        [rows = m_rows, name](store::Database&, std::stop_token) -> Result<bool> {
            NS_TRY(writeCsv(*rows, name));
            return true;
        },
        [&session = m_session, name](const Result<bool>& written) {
            if (written)
                emit session.noticed(tr("The rejected records were written to %1.").arg(name));
            else
                emit session.failed(written.error());
        });
}

} // namespace neuroscribe::ui
