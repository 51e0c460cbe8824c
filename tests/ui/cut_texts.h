// Which texts of a window are not shown whole: clipped by their widget or elided.
#pragma once

#include <QStringList>

class QWidget;

namespace neuroscribe::test {

/// Every visible label, button, check box, tab, combo box, spin box and column head below root whose text has less room
/// than it needs, as "class: text". Lists and plots shorten data, not the program's words, and are not looked at.
QStringList cutTexts(const QWidget& root);

} // namespace neuroscribe::test
