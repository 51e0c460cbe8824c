#include "ui/widgets/search_field.h"

#include "ui/theme/icons.h"

#include <QAction>

namespace neuroscribe::ui {

SearchField::SearchField(const QString& purpose, QWidget* parent) : QLineEdit(parent) {
    setPlaceholderText(purpose);
    setAccessibleName(purpose);
    QAction* lens = addAction(symbolicIcon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    lens->setText(purpose);
    lens->setEnabled(false); // a picture, not a button
    setClearButtonEnabled(true);
    // The button that Qt adds is known by nothing but the name of its action.
    if (auto* clearing = findChild<QAction*>(QStringLiteral("_q_qlineeditclearaction")))
        clearing->setText(tr("Clear"));
}

} // namespace neuroscribe::ui
