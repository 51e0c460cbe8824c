#include "ui/widgets/persistence_list.h"

#include "ui/models/persistence_model.h"
#include "ui/theme/theme.h"
#include "ui/widgets/row_background.h"

#include <QPainter>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr int kSide = 12;
constexpr int kGap = 8;
constexpr int kLetter = 12;
constexpr double kBarHeight = 6;
constexpr double kNowHeight = 12;
constexpr int kMostRows = 4;

void paintLine(QPainter& painter, const QRectF& area, const std::vector<PersistenceBars::Part>& parts, double now,
               const Theme& theme) {
    const double y = area.center().y();
    painter.fillRect(QRectF(area.left(), y - kBarHeight / 2, area.width(), kBarHeight), theme.track);
    for (const PersistenceBars::Part& part : parts) {
        const double from = area.left() + part.from * area.width();
        const double width = std::max((part.to - part.from) * area.width(), 2.0);
        painter.fillRect(QRectF(from, y - kBarHeight / 2, width, kBarHeight), theme.accent);
    }
    painter.fillRect(QRectF(area.left() + now * area.width() - 1, y - kNowHeight / 2, 2, kNowHeight), theme.text);
}

} // namespace

int PersistenceDelegate::rowHeight(const QFont& font) {
    return QFontMetrics(font).height() + 5;
}

QSize PersistenceDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const {
    return {240, rowHeight(option.font)};
}

void PersistenceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    const Theme theme = Theme::of(option.palette);
    paintRowBackground(*painter, option, theme);
    const auto bars = index.data(PersistenceModel::BarsRole).value<PersistenceBars>();
    const QRect row = option.rect.adjusted(kSide, 0, -kSide, 0);
    const int name = row.width() * 3 / 10;
    painter->setFont(option.font);
    painter->setPen(theme.text);
    painter->drawText(QRect(row.left(), row.top(), name, row.height()), Qt::AlignLeft | Qt::AlignVCenter,
                      option.fontMetrics.elidedText(index.data().toString(), Qt::ElideMiddle, name));
    const int half = (row.width() - name - 2 * (kGap + kLetter)) / 2;
    int left = row.left() + name + kGap;
    const auto line = [&](const QString& letter, const std::vector<PersistenceBars::Part>& parts, double now) {
        painter->setPen(theme.textMuted);
        painter->drawText(QRect(left, row.top(), kLetter, row.height()), Qt::AlignLeft | Qt::AlignVCenter, letter);
        paintLine(*painter, QRectF(left + kLetter, row.top(), half, row.height()), parts, now, theme);
        left += kLetter + half + kGap;
    };
    line(QStringLiteral("t"), bars.t, bars.tNow);
    line(QStringLiteral("k"), bars.k, bars.kNow);
    painter->restore();
}

PersistenceList::PersistenceList(QWidget* parent) : QListView(parent), m_model(new PersistenceModel(this)) {
    setModel(m_model);
    setItemDelegate(new PersistenceDelegate(this));
    setUniformItemSizes(true);
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_model, &QAbstractItemModel::modelReset, this, &PersistenceList::updateGeometry);
    const auto pick = [this](const QModelIndex& index) { emit picked(index.data(PersistenceModel::IdRole).toUInt()); };
    connect(this, &QAbstractItemView::clicked, this, pick);
    connect(this, &QAbstractItemView::activated, this, pick);
}

QSize PersistenceList::sizeHint() const {
    return {320, std::clamp(m_model->rowCount(), 1, kMostRows) * PersistenceDelegate::rowHeight(font()) + 2};
}

QSize PersistenceList::minimumSizeHint() const {
    return {180, sizeHint().height()};
}

} // namespace neuroscribe::ui
