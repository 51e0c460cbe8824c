#include "ui/dialogs/about_dialog.h"

#include "app/session/session.h"
#include "ui/theme/icons.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace neuroscribe::ui {
namespace {

constexpr int kIconSide = 72;
constexpr int kTextWidth = 340;

QString runtimeText(const app::Session& session) {
    QString text = AboutDialog::tr("Qt %1").arg(QLatin1String(qVersion()));
    if (const auto& info = session.runtimeInfo())
        text += QStringLiteral(" · ") + AboutDialog::tr("libtorch %1").arg(QString::fromStdString(info->torchVersion));
    return text;
}

} // namespace

AboutDialog::AboutDialog(const app::Session& session, QWidget* parent) : QDialog(parent) {
    setWindowTitle(tr("About Neuroscribe"));
    auto* icon = new QLabel(this);
    icon->setPixmap(applicationIcon().pixmap(QSize(kIconSide, kIconSide), devicePixelRatioF()));
    auto* name = new QLabel(tr("Neuroscribe %1").arg(QStringLiteral(NEUROSCRIBE_VERSION)), this);
    QFont large = name->font();
    large.setPointSizeF(large.pointSizeF() * 1.4);
    large.setWeight(QFont::DemiBold);
    name->setFont(large);
    auto* text = new QLabel(tr("Describes the neurons of a language model in words."), this);
    auto* licence = new QLabel(tr("Free software under the GNU General Public License, version 3 or later. Nothing you "
                                  "open here leaves this machine."),
                               this);
    auto* versions = new QLabel(runtimeText(session), this);
    for (QLabel* label : {text, licence, versions}) {
        label->setWordWrap(true);
        label->setMinimumWidth(kTextWidth);
    }
    versions->setForegroundRole(QPalette::PlaceholderText);
    auto* words = new QVBoxLayout;
    for (QWidget* part : {name, text, licence, versions})
        words->addWidget(part);
    auto* row = new QHBoxLayout;
    row->setSpacing(18);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::accept);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(14);
    column->addLayout(row);
    column->addWidget(buttons);
    setSizeGripEnabled(false);
}

} // namespace neuroscribe::ui
