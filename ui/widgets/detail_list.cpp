#include "ui/widgets/detail_list.h"

#include <QGuiApplication>
#include <QPalette>
#include <QStringListModel>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr int kMostLines = 5;
constexpr int kGap = 4; ///< between two lines

/// In the colour of secondary text, whatever the theme is at the moment.
class MutedLines final : public QStringListModel {
public:
    using QStringListModel::QStringListModel;
    QVariant data(const QModelIndex& index, int role) const override {
        return role == Qt::ForegroundRole ? QVariant(QGuiApplication::palette().placeholderText())
                                          : QStringListModel::data(index, role);
    }
};

} // namespace

DetailList::DetailList(QWidget* parent) : QListView(parent), m_model(new MutedLines(this)) {
    setModel(m_model);
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionMode(QAbstractItemView::NoSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setTabKeyNavigation(false);
    viewport()->setAutoFillBackground(false);
    hide();
}

void DetailList::setLines(const QStringList& lines) {
    if (lines != m_model->stringList())
        m_model->setStringList(lines);
    setVisible(!lines.isEmpty());
    updateGeometry();
}

QStringList DetailList::lines() const {
    return m_model->stringList();
}

int DetailList::lineHeight() const {
    return m_model->rowCount() > 0 ? sizeHintForRow(0) : fontMetrics().height() + kGap;
}

QSize DetailList::sizeHint() const {
    return {200, std::clamp(m_model->rowCount(), 1, kMostLines) * lineHeight() + 2};
}

} // namespace neuroscribe::ui
