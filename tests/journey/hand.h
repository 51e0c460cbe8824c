// What a person's hand does to the window: mouse and keys on what is visible and enabled, nothing else.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>

#include <functional>

class QAbstractButton;
class QComboBox;
class QDialog;
class QListWidget;
class QMainWindow;

namespace neuroscribe::test {

/// Runs the event loop until it is so; false after two minutes, which is long for a model that is loaded on a machine
/// with other work.
bool eventually(const std::function<bool()>& condition);

/// The visible widget of this type and accessible name; the test ends where there is none.
QWidget* findSeen(const QWidget& parent, const QString& name, const std::function<bool(const QWidget*)>& isIt);
template <class Widget>
Widget& seen(const QWidget& parent, const char* name) {
    return *static_cast<Widget*>(findSeen(parent, QString::fromLatin1(name),
                                          [](const QWidget* one) { return qobject_cast<const Widget*>(one); }));
}
/// The visible button with this text or accessible name, without mnemonic.
QAbstractButton& buttonNamed(const QWidget& parent, const QString& text);
QDialog& dialogShown();

void click(QWidget& target);
void clickAt(QWidget& target, QPoint place);
void chooseFromMenu(QMainWindow& window, const QString& menu, const QString& entry);
/// Opens the list and chooses by keys.
void pick(QComboBox& combo, const QString& text);
void tick(QListWidget& list, const QString& text); ///< the row's check box, by Space
void bringToFront(QMainWindow& window, const QString& dockTitle);

/// To whatever has the focus.
void type(const QString& text);
void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
/// Does `ask`, which opens a file dialog, and answers it by typing the path.
void answerFileDialog(const QString& path, const std::function<void()>& ask);

} // namespace neuroscribe::test
