// A field to search or filter by typing: says what it is for, and its buttons have names.
#pragma once

#include <QLineEdit>

namespace neuroscribe::ui {

class SearchField : public QLineEdit {
    Q_OBJECT
public:
    /// purpose: "Search the sentences"; shown while the field is empty, and its name to a screen reader.
    explicit SearchField(const QString& purpose, QWidget* parent = nullptr);
};

} // namespace neuroscribe::ui
