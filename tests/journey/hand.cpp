#include "tests/journey/hand.h"

#include "tests/support/catch.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QListWidget>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>
#include <QTest>
#include <QTimer>

namespace neuroscribe::test {
namespace {

constexpr int kLongestMs = 120'000;
constexpr int kLookMs = 20;

QString withoutMnemonic(QString text) {
    return text.remove(QLatin1Char('&'));
}

QWidget* receiver() {
    if (QWidget* popup = QApplication::activePopupWidget())
        return popup->focusWidget() ? popup->focusWidget() : popup;
    return QApplication::focusWidget() ? QApplication::focusWidget() : QApplication::activeWindow();
}

/// A window manager gives the focus back when a dialog or popup closes; offscreen there is none.
void requireFocus() {
    if (!QApplication::activeWindow() || !QApplication::activeWindow()->isVisible())
        for (QWidget* window : QApplication::topLevelWidgets())
            if (window->isVisible() && qobject_cast<QMainWindow*>(window))
                window->activateWindow();
    REQUIRE(eventually([] { return receiver() && receiver()->isVisible(); }));
}

QAction* actionNamed(const QList<QAction*>& actions, const QString& text) {
    for (QAction* action : actions)
        if (withoutMnemonic(action->text()) == text)
            return action;
    return nullptr;
}

} // namespace

bool eventually(const std::function<bool()>& condition) {
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.hasExpired(kLongestMs))
            return false;
        QTest::qWait(kLookMs);
    }
    return true;
}

QWidget* findSeen(const QWidget& parent, const QString& name, const std::function<bool(const QWidget*)>& isIt) {
    for (QWidget* widget : parent.findChildren<QWidget*>())
        if (widget->isVisible() && widget->accessibleName() == name && isIt(widget))
            return widget;
    FAIL("not on screen: " << name.toStdString());
    return nullptr;
}

QAbstractButton& buttonNamed(const QWidget& parent, const QString& text) {
    for (auto* button : parent.findChildren<QAbstractButton*>())
        if (button->isVisible() && (withoutMnemonic(button->text()) == text || button->accessibleName() == text))
            return *button;
    FAIL("no button on screen: " << text.toStdString());
    return *static_cast<QAbstractButton*>(nullptr);
}

QDialog& dialogShown() {
    REQUIRE(eventually([] {
        const auto* dialog = qobject_cast<QDialog*>(QApplication::activeModalWidget());
        return dialog && dialog->isActiveWindow() && dialog->focusWidget();
    }));
    return *qobject_cast<QDialog*>(QApplication::activeModalWidget());
}

void click(QWidget& target) {
    clickAt(target, target.rect().center());
}

void clickAt(QWidget& target, QPoint place) {
    REQUIRE(target.isVisible());
    REQUIRE(target.isEnabled());
    QTest::mouseClick(&target, Qt::LeftButton, Qt::NoModifier, place);
}

void chooseFromMenu(QMainWindow& window, const QString& menu, const QString& entry) {
    QAction* top = actionNamed(window.menuBar()->actions(), menu);
    REQUIRE(top != nullptr);
    clickAt(*window.menuBar(), window.menuBar()->actionGeometry(top).center());
    REQUIRE(eventually([top] { return top->menu()->isVisible(); }));
    QAction* action = actionNamed(top->menu()->actions(), entry);
    REQUIRE(action != nullptr);
    REQUIRE(action->isEnabled());
    clickAt(*top->menu(), top->menu()->actionGeometry(action).center());
}

void pick(QComboBox& combo, const QString& text) {
    const int row = combo.findText(text);
    REQUIRE(row >= 0);
    click(combo);
    REQUIRE(eventually([&combo] { return combo.view()->isVisible(); }));
    QTest::keyClick(combo.view(), Qt::Key_Home);
    for (int i = 0; i < row; ++i)
        QTest::keyClick(combo.view(), Qt::Key_Down);
    QTest::keyClick(combo.view(), Qt::Key_Return);
    REQUIRE(eventually([&combo] { return !combo.view()->isVisible(); }));
    CHECK(combo.currentText().toStdString() == text.toStdString());
}

void tick(QListWidget& list, const QString& text) {
    const QList<QListWidgetItem*> found = list.findItems(text, Qt::MatchExactly);
    REQUIRE(found.size() == 1);
    list.scrollToItem(found.front());
    clickAt(*list.viewport(), list.visualItemRect(found.front()).center());
    QTest::keyClick(&list, Qt::Key_Space);
    CHECK(list.findItems(text, Qt::MatchExactly).front()->checkState() == Qt::Checked);
}

void bringToFront(QMainWindow& window, const QString& dockTitle) {
    for (auto* tabs : window.findChildren<QTabBar*>())
        for (int i = 0; i < tabs->count(); ++i)
            if (tabs->isVisible() && tabs->tabText(i) == dockTitle)
                return clickAt(*tabs, tabs->tabRect(i).center());
    FAIL("no tab: " << dockTitle.toStdString());
}

void type(const QString& text) {
    requireFocus();
    QTest::keyClicks(receiver(), text);
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers) {
    requireFocus();
    QTest::keyClick(receiver(), key, modifiers);
}

void answerFileDialog(const QString& path, const std::function<void()>& ask) {
    bool answered = false;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &look, [&] {
        const auto* dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        if (answered || !dialog || !dialog->isActiveWindow())
            return;
        answered = true;
        type(path);
        press(Qt::Key_Return);
    });
    look.start(kLookMs);
    ask(); // comes back when the dialog has been answered
    REQUIRE(answered);
}

} // namespace neuroscribe::test
