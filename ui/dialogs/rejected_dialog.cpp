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
    using Rows = std::vector<corpus::RejectedRow>;
    session.query<Rows>(
        QStringLiteral("rejected"),
        [](store::Database& database, std::stop_token) { return corpus::loadRejected(database, kMostRows); },
        [this](Result<Rows> rows) {
            if (rows)
                showRows(*rows);
            else
                emit m_session.failed(rows.error());
        },
        this);
}

void RejectedDialog::showRows(const std::vector<corpus::RejectedRow>& rows) {
    m_rows = rows;
    const QLocale locale;
    const int shown = std::min(static_cast<int>(rows.size()), kShownRows);
    const QString total = locale.toString(static_cast<qulonglong>(rows.size()));
    m_count->setText(
        rows.empty() ? tr("The last import dropped nothing.")
        : shown < static_cast<int>(rows.size())
            ? tr("%1 records; the first %2 are shown, the export has all").arg(total, locale.toString(shown))
            : tr("%1 records").arg(total));
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
    QSaveFile file(name);
    bool written = file.open(QIODevice::WriteOnly) && file.write("source,reason,raw\r\n") > 0;
    for (const corpus::RejectedRow& row : m_rows)
        written = written && file.write(csvField(row.source) + ',' + corpus::reasonName(row.reason) + ',' +
                                        csvField(row.raw) + "\r\n") > 0;
    if (!written || !file.commit())
        emit m_session.failed({ErrorCode::Io, name.toStdString(), file.errorString().toStdString(), ""});
}

} // namespace neuroscribe::ui
