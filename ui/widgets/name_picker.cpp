#include "ui/widgets/name_picker.h"

#include "ui/theme/theme.h"
#include "ui/widgets/search_field.h"

#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QStringListModel>
#include <QVBoxLayout>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr int kWidth = 380;
constexpr int kHeight = 320;
constexpr int kMargin = 8;

} // namespace

NamePicker::NamePicker(QWidget* over)
    : QFrame(over), m_title(new QLabel(this)), m_input(new SearchField(tr("Type a name"), this)),
      m_list(new QListView(this)), m_model(new QStringListModel(this)) {
    hide();
    m_title->setTextFormat(Qt::PlainText);
    m_title->setForegroundRole(QPalette::PlaceholderText);
    m_list->setModel(m_model);
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setAccessibleName(tr("Names"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(kMargin, kMargin, kMargin, kMargin);
    column->addWidget(m_title);
    column->addWidget(m_input);
    column->addWidget(m_list, 1);
    m_input->installEventFilter(this);
    connect(m_input, &QLineEdit::textChanged, this, &NamePicker::filter);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &NamePicker::point);
    connect(m_list, &QAbstractItemView::clicked, this, &NamePicker::choose);
}

void NamePicker::popUp(const QString& title, std::vector<Choice> choices) {
    m_choices = std::move(choices);
    m_title->setText(title);
    setAccessibleName(title);
    const QSize room = parentWidget()->size();
    const QSize size(std::min(kWidth, room.width() - 2 * kMargin), std::min(kHeight, room.height() - 2 * kMargin));
    setGeometry(QRect(QPoint((room.width() - size.width()) / 2, std::min(64, room.height() - size.height())), size));
    m_input->clear();
    filter({});
    show();
    raise();
    m_input->setFocus(Qt::PopupFocusReason);
    point();
}

/// Names that begin so come first.
void NamePicker::filter(const QString& text) {
    const QString wanted = text.trimmed();
    std::vector<const Choice*> found;
    for (const Choice& choice : m_choices)
        if (choice.name.contains(wanted, Qt::CaseInsensitive))
            found.push_back(&choice);
    std::stable_partition(found.begin(), found.end(), [&wanted](const Choice* choice) {
        return choice->name.startsWith(wanted, Qt::CaseInsensitive);
    });
    QStringList names;
    m_shown.clear();
    for (const Choice* choice : found) {
        names << choice->name;
        m_shown.push_back(choice->id);
    }
    m_model->setStringList(names);
    m_list->setCurrentIndex(m_model->index(0));
}

void NamePicker::point() {
    const int row = m_list->currentIndex().row();
    if (row >= 0 && isVisible())
        emit pointedAt(m_shown[static_cast<std::size_t>(row)]);
}

void NamePicker::move(int by) {
    const int last = m_model->rowCount() - 1;
    if (last >= 0)
        m_list->setCurrentIndex(m_model->index(std::clamp(m_list->currentIndex().row() + by, 0, last)));
}

void NamePicker::choose() {
    const int row = m_list->currentIndex().row();
    if (row < 0)
        return;
    hide();
    emit chosen(m_shown[static_cast<std::size_t>(row)]);
}

void NamePicker::cancel() {
    hide();
    emit cancelled();
}

bool NamePicker::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_input)
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::ShortcutOverride) { // Enter and Escape are commands of the panel below
        event->accept();
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_Down:
        return move(1), true;
    case Qt::Key_Up:
        return move(-1), true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return choose(), true;
    case Qt::Key_Escape:
        return cancel(), true;
    default:
        return false;
    }
}

void NamePicker::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::of(this);
    QPainter painter(this);
    painter.setPen(theme.border);
    painter.setBrush(theme.pane);
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace neuroscribe::ui
