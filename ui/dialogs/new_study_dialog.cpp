#include "ui/dialogs/new_study_dialog.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace neuroscribe::ui {
namespace {

constexpr int kNameWidth = 360;
constexpr int kMostCharacters = 100;

/// The first of "Study", "Study 2", ... that does not exist.
QString freeName(const QString& parent, const QString& base) {
    QString name = base;
    for (int i = 2; QFileInfo::exists(QDir(parent).filePath(name)); ++i)
        name = base + QLatin1Char(' ') + QString::number(i);
    return name;
}

} // namespace

NewStudyDialog::NewStudyDialog(const QString& parentFolder, QWidget* parent)
    : QDialog(parent), m_parent(parentFolder), m_name(new QLineEdit(this)), m_place(new QLabel(this)) {
    setWindowTitle(tr("New study"));
    m_name->setMinimumWidth(kNameWidth);
    m_name->setMaxLength(kMostCharacters);
    m_name->setText(freeName(parentFolder, tr("Study")));
    m_name->selectAll();
    m_place->setWordWrap(true);
    m_place->setForegroundRole(QPalette::PlaceholderText);
    m_place->setTextFormat(Qt::PlainText);
    auto* form = new QFormLayout;
    form->addRow(tr("&Name"), m_name);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_create = buttons->addButton(tr("C&reate"), QDialogButtonBox::AcceptRole);
    m_create->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, this, &NewStudyDialog::validate);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addLayout(form);
    column->addWidget(m_place);
    column->addStretch(1);
    column->addWidget(buttons);
    validate();
}

QString NewStudyDialog::folder() const {
    return QDir(m_parent).filePath(m_name->text().trimmed());
}

void NewStudyDialog::validate() {
    const QString name = m_name->text().trimmed();
    const bool wellFormed = !name.isEmpty() && !name.contains(QLatin1Char('/')) && !name.startsWith(QLatin1Char('.'));
    const bool taken = wellFormed && QFileInfo::exists(folder());
    m_place->setText(!wellFormed ? tr("A name without slashes that does not begin with a dot.")
                     : taken
                         ? tr("There is a study of this name already.")
                         : tr("It is kept in %1 until you save it elsewhere.").arg(QDir::toNativeSeparators(m_parent)));
    m_create->setEnabled(wellFormed && !taken);
}

} // namespace neuroscribe::ui
