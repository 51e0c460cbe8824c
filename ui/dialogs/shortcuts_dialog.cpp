#include "ui/dialogs/shortcuts_dialog.h"

#include "app/settings/settings.h"
#include "ui/action_registry.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace neuroscribe::ui {
namespace {

constexpr QSize kSize(520, 540);

QString plainText(const QAction& action) {
    QString text = action.text();
    return text.remove(QLatin1Char('&')).remove(QLatin1String("..."));
}

} // namespace

ShortcutsDialog::ShortcutsDialog(ActionRegistry& registry, app::Settings& settings, QWidget* parent)
    : QDialog(parent), m_registry(registry), m_settings(settings), m_table(new QTableWidget(0, 2, this)),
      m_key(new QKeySequenceEdit(this)), m_assign(new QPushButton(tr("&Set"), this)),
      m_default(new QPushButton(tr("&Default"), this)), m_message(new QLabel(this)) {
    setWindowTitle(tr("Keyboard shortcuts"));
    buildLayout();
    connect(m_table, &QTableWidget::currentCellChanged, this, &ShortcutsDialog::showChosen);
    connect(m_table, &QTableWidget::activated, m_key, qOverload<>(&QWidget::setFocus));
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this,
            [this](const QKeySequence& key) { m_assign->setEnabled(chosen() && !key.isEmpty()); });
    connect(m_assign, &QPushButton::clicked, this, &ShortcutsDialog::assign);
    connect(m_default, &QPushButton::clicked, this, &ShortcutsDialog::takeDefault);
    fill();
    m_table->setCurrentCell(0, 0);
}

void ShortcutsDialog::buildLayout() {
    m_table->setHorizontalHeaderLabels({tr("Command"), tr("Key")});
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->verticalHeader()->setVisible(false);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("Keyboard shortcuts"));
    m_key->setAccessibleName(tr("New key"));
    m_key->findChild<QLineEdit*>()->setAccessibleName(tr("New key"));
    m_message->setWordWrap(true);
    m_message->setForegroundRole(QPalette::PlaceholderText);
    m_assign->setAutoDefault(false); // Enter may be the key that is wanted
    m_default->setAutoDefault(false);
    auto* label = new QLabel(tr("&New key:"), this);
    label->setBuddy(m_key);
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_key, 1);
    row->addWidget(m_assign);
    row->addWidget(m_default);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_table, 1);
    column->addLayout(row);
    column->addWidget(m_message);
    column->addWidget(buttons);
    resize(kSize);
}

void ShortcutsDialog::fill() {
    const auto& actions = m_registry.actions();
    m_table->setRowCount(static_cast<int>(actions.size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QAction& action = *actions[static_cast<std::size_t>(row)];
        m_table->setItem(row, 0, new QTableWidgetItem(plainText(action)));
        const QString keys = QKeySequence::listToString(action.shortcuts(), QKeySequence::NativeText);
        m_table->setItem(row, 1, new QTableWidgetItem(keys));
    }
}

const QAction* ShortcutsDialog::chosen() const {
    const int row = m_table->currentRow();
    return row < 0 ? nullptr : m_registry.actions()[static_cast<std::size_t>(row)];
}

void ShortcutsDialog::showChosen() {
    m_key->clear();
    m_assign->setEnabled(false);
    m_message->setText(tr("Choose a command, click into the field and press the key."));
    const QAction* action = chosen();
    m_default->setEnabled(action && action->shortcuts() != m_registry.defaultKeys(action));
}

void ShortcutsDialog::assign() {
    const QKeySequence key(m_key->keySequence()[0]); // one key, not a row of keys
    if (const QAction* holder = m_registry.holderOf(key, chosen())) {
        m_message->setText(tr("%1 is the key of “%2”. Give that one another key first.")
                               .arg(key.toString(QKeySequence::NativeText), plainText(*holder)));
        return;
    }
    m_settings.setShortcut(chosen()->objectName(), key.toString(QKeySequence::PortableText));
    changed(tr("%1 is now the key of “%2”.").arg(key.toString(QKeySequence::NativeText), plainText(*chosen())));
}

void ShortcutsDialog::takeDefault() {
    for (const QKeySequence& key : m_registry.defaultKeys(chosen()))
        if (const QAction* holder = m_registry.holderOf(key, chosen())) {
            m_message->setText(tr("%1 is the key of “%2”. Give that one another key first.")
                                   .arg(key.toString(QKeySequence::NativeText), plainText(*holder)));
            return;
        }
    m_settings.setShortcut(chosen()->objectName(), std::nullopt);
    changed(tr("“%1” has its own key again.").arg(plainText(*chosen())));
}

void ShortcutsDialog::changed(const QString& message) {
    m_registry.takeKeys([this](const QString& id) { return m_settings.shortcut(id); });
    fill();
    showChosen();
    m_message->setText(message);
}

} // namespace neuroscribe::ui
