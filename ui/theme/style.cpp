#include "ui/theme/style.h"

#include "ui/theme/style_paint.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QTableView>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr int kScrollBarWidth = 12;
constexpr int kLeastHandle = 28;
constexpr int kMenuArrow = 14;
constexpr int kFieldPadding = 4; ///< beside the text of a field, beyond Fusion's
constexpr int kCellPadding = 7;  ///< beside the text of a table's cell and head

/// Arrows and check marks; false: another element.
bool drawIndicator(QStyle::PrimitiveElement element, const QStyleOption& option, QPainter& painter,
                   const Theme& theme) {
    switch (element) {
    case QStyle::PE_IndicatorCheckBox:
    case QStyle::PE_IndicatorItemViewItemCheck:
        style::checkBox(painter, option, theme);
        return true;
    case QStyle::PE_IndicatorRadioButton:
        style::radioButton(painter, option, theme);
        return true;
    case QStyle::PE_IndicatorHeaderArrow: {
        const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(&option);
        const bool up = header && header->sortIndicator == QStyleOptionHeader::SortUp;
        style::chevron(painter, option.rect, up ? Qt::UpArrow : Qt::DownArrow, theme.textMuted);
        return true;
    }
    case QStyle::PE_IndicatorArrowDown:
        style::chevron(painter, option.rect, Qt::DownArrow, theme.textMuted);
        return true;
    case QStyle::PE_IndicatorArrowUp:
        style::chevron(painter, option.rect, Qt::UpArrow, theme.textMuted);
        return true;
    case QStyle::PE_IndicatorArrowRight:
        style::chevron(painter, option.rect, Qt::RightArrow, theme.textMuted);
        return true;
    case QStyle::PE_IndicatorArrowLeft:
        style::chevron(painter, option.rect, Qt::LeftArrow, theme.textMuted);
        return true;
    default:
        return false;
    }
}

} // namespace

Style::Style() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void Style::polish(QApplication* application) {
    QProxyStyle::polish(application);
    application->installEventFilter(this);
}

bool Style::eventFilter(QObject* watched, QEvent* event) {
    const auto isAlt = [event] { return static_cast<QKeyEvent*>(event)->key() == Qt::Key_Alt; };
    if (event->type() == QEvent::KeyPress && isAlt())
        showMnemonics(true);
    else if ((event->type() == QEvent::KeyRelease && isAlt()) || event->type() == QEvent::WindowDeactivate)
        showMnemonics(false);
    return QProxyStyle::eventFilter(watched, event);
}

void Style::showMnemonics(bool on) {
    if (m_mnemonics == on)
        return;
    m_mnemonics = on;
    for (QWidget* widget : QApplication::allWidgets())
        if (widget->isVisible())
            widget->update();
}

void Style::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (qobject_cast<QScrollBar*>(widget) || qobject_cast<QTabBar*>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (auto* table = qobject_cast<QTableView*>(widget)) {
        table->setShowGrid(false); // hairlines below the rows come with their background
        table->horizontalHeader()->setHighlightSections(false);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_DockWidgetSeparatorExtent:
    case PM_SplitterWidth:
        return 6;
    case PM_DockWidgetFrameWidth:
    case PM_ToolBarFrameWidth:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarBaseOverlap:
        return 0;
    case PM_ScrollBarExtent:
        return kScrollBarWidth;
    case PM_ScrollBarSliderMin:
        return kLeastHandle;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 4;
    case PM_FocusFrameHMargin:
        return qobject_cast<const QTableView*>(widget) ? kCellPadding
                                                       : QProxyStyle::pixelMetric(metric, option, widget);
    case PM_HeaderMargin:
        return kCellPadding;
    case PM_TabBarTabHSpace:
        return 24;
    case PM_TabBarTabVSpace:
        return 10;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 15;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                     QStyleHintReturn* returnData) const {
    switch (hint) {
    case SH_UnderlineShortcut:
        return m_mnemonics || qobject_cast<const QMenu*>(widget) ? 1 : 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
    case SH_ScrollBar_Transient:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                              const QWidget* widget) const {
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const int line = option ? option->fontMetrics.height() : 0;
    switch (type) {
    case CT_PushButton:
        return {result.width() + 8, std::max(result.height(), line + 12)};
    case CT_LineEdit:
    case CT_ComboBox:
    case CT_SpinBox:
        return {result.width() + 2 * kFieldPadding, std::max(result.height(), line + 12)};
    case CT_HeaderSection:
        return {result.width() + 8, std::max(result.height(), line + 10)};
    case CT_ToolButton: {
        const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        const bool menu = button && button->features.testFlag(QStyleOptionToolButton::HasMenu);
        const bool text = button && button->toolButtonStyle != Qt::ToolButtonIconOnly && !button->text.isEmpty();
        return {result.width() + (text ? 8 : 0) + (menu ? kMenuArrow : 0),
                text ? std::max(result.height(), line + 10) : result.height()};
    }
    case CT_ItemViewItem:
        return {result.width(), std::max(result.height(), line + 6)};
    case CT_MenuBarItem:
        return {result.width() + 4, line + 12};
    case CT_MenuItem:
        return {result.width() + 12, std::max(result.height(), size.height() > line / 2 ? line + 9 : 0)};
    default:
        return result;
    }
}

QRect Style::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    const bool isField = element == SE_LineEditContents && frame && frame->lineWidth > 0;
    return isField ? rect.adjusted(kFieldPadding, 0, -kFieldPadding, 0) : rect;
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl sub,
                            const QWidget* widget) const {
    if (control == CC_ScrollBar) {
        const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option);
        if (bar && (sub == SC_ScrollBarAddLine || sub == SC_ScrollBarSubLine))
            return {};
        if (bar && sub != SC_None) {
            const bool vertical = bar->orientation == Qt::Vertical;
            const int length = vertical ? bar->rect.height() : bar->rect.width();
            const qint64 range = static_cast<qint64>(bar->maximum) - bar->minimum;
            int handle = length;
            if (range > 0)
                handle =
                    std::clamp(static_cast<int>(static_cast<qint64>(length) * bar->pageStep / (range + bar->pageStep)),
                               std::min(kLeastHandle, length), length);
            const int start = sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition, length - handle,
                                                      bar->upsideDown);
            const auto part = [&](int from, int size) {
                const QRect rect =
                    vertical ? QRect(0, from, bar->rect.width(), size) : QRect(from, 0, size, bar->rect.height());
                return visualRect(bar->direction, bar->rect, rect.translated(bar->rect.topLeft()));
            };
            if (sub == SC_ScrollBarSlider)
                return part(start, handle);
            if (sub == SC_ScrollBarSubPage)
                return part(0, start);
            if (sub == SC_ScrollBarAddPage)
                return part(start + handle, length - start - handle);
            return part(0, length);
        }
    }
    return QProxyStyle::subControlRect(control, option, sub, widget);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                          const QWidget* widget) const {
    const Theme theme = Theme::of(option->palette);
    if (drawIndicator(element, *option, *painter, theme))
        return;
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            return style::pushButton(*painter, *button, theme);
        break;
    case PE_PanelButtonTool:
        return style::toolButton(*painter, *option, theme);
    case PE_PanelLineEdit: {
        const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
        if (frame && frame->lineWidth > 0)
            style::field(*painter, *option, theme);
        return;
    }
    case PE_Frame:
    case PE_FrameGroupBox:
    case PE_FrameTabWidget:
        return style::box(*painter, QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), QColor(), theme.border);
    case PE_FrameMenu:
        painter->setPen(theme.border);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_PanelMenu:
        return painter->fillRect(option->rect, theme.pane);
    case PE_PanelTipLabel:
        return painter->fillRect(option->rect, theme.emphasised);
    case PE_PanelItemViewItem:
        style::itemBackground(*painter, *option, theme);
        if (qobject_cast<const QTableView*>(widget))
            style::hairlineBelow(*painter, option->rect, theme.gridLine);
        return;
    case PE_FrameFocusRect:
        if (option->state.testFlag(State_KeyboardFocusChange) || qobject_cast<const QAbstractItemView*>(widget))
            style::focusRing(*painter, QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), theme);
        return;
    case PE_FrameStatusBarItem:
    case PE_FrameTabBarBase:
    case PE_IndicatorDockWidgetResizeHandle:
        return;
    case PE_PanelStatusBar:
        return style::hairlineBelow(*painter, QRect(option->rect.topLeft(), QSize(option->rect.width(), kStatusGap)),
                                    theme.border);
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                        const QWidget* widget) const {
    const Theme theme = Theme::of(option->palette);
    switch (element) {
    case CE_HeaderSection:
        if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option))
            return style::headerSection(*painter, *header, theme);
        break;
    case CE_HeaderEmptyArea:
        return painter->fillRect(option->rect, theme.pane);
    case CE_TabBarTabShape:
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option))
            return style::tab(*painter, *tab, theme);
        break;
    case CE_ProgressBarGroove:
        return style::progressGroove(*painter, option->rect, theme);
    case CE_ProgressBarContents:
        if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option))
            return style::progressContents(*painter, *bar, theme);
        break;
    case CE_MenuBarItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return style::menuBarItem(*painter, *item, theme, *proxy());
        break;
    case CE_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
            style::menuItemBackground(*painter, *item, theme);
            if (item->menuItemType == QStyleOptionMenuItem::Separator)
                return;
            QStyleOptionMenuItem plain(*item); // Fusion would draw a box of its own around the chosen one
            plain.state &= ~State_Selected;
            return QProxyStyle::drawControl(element, &plain, painter, widget);
        }
        break;
    case CE_MenuBarEmptyArea:
        return painter->fillRect(option->rect, theme.window);
    case CE_ToolBar:
        painter->fillRect(option->rect, theme.window);
        return;
    case CE_Splitter:
        if (!option->state.testFlag(State_Horizontal)) // between an upper and a lower part
            style::hairlineBelow(*painter, option->rect.adjusted(0, 0, 0, -3), theme.gridLine);
        return;
    case CE_ComboBoxLabel:
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option); combo && !combo->editable) {
            QStyleOptionComboBox fitted(*combo);
            const int icon = combo->currentIcon.isNull() ? 0 : combo->iconSize.width() + 4;
            const int room = proxy()->subControlRect(CC_ComboBox, combo, SC_ComboBoxEditField, widget).width() - icon;
            fitted.currentText = combo->fontMetrics.elidedText(combo->currentText, Qt::ElideRight, room - 2);
            return QProxyStyle::drawControl(element, &fitted, painter, widget);
        }
        break;
    case CE_PushButtonLabel:
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
            button && button->features.testFlag(QStyleOptionButton::DefaultButton) &&
            button->state.testFlag(State_Enabled)) {
            QStyleOptionButton onAccent(*button);
            onAccent.palette.setColor(QPalette::ButtonText, theme.accentText);
            return QProxyStyle::drawControl(element, &onAccent, painter, widget);
        }
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                               const QWidget* widget) const {
    const Theme theme = Theme::of(option->palette);
    if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option); combo && control == CC_ComboBox)
        return style::comboBox(*painter, *combo, theme, *proxy(), widget);
    if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option); spin && control == CC_SpinBox)
        return style::spinBox(*painter, *spin, theme, *proxy(), widget);
    if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option); bar && control == CC_ScrollBar)
        return style::scrollBar(*painter, *bar, theme, *proxy(), widget);
    if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        button && control == CC_ToolButton && button->features.testFlag(QStyleOptionToolButton::HasMenu)) {
        QStyleOptionToolButton plain(*button);
        plain.features &= ~QStyleOptionToolButton::HasMenu;
        proxy()->drawPrimitive(PE_PanelButtonTool, &plain, painter, widget);
        plain.rect.setWidth(plain.rect.width() - kMenuArrow);
        proxy()->drawControl(CE_ToolButtonLabel, &plain, painter, widget);
        QRect arrow(plain.rect.right() - 4, option->rect.top(), kMenuArrow, option->rect.height());
        return style::chevron(*painter, arrow, Qt::DownArrow, theme.textMuted);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace neuroscribe::ui
