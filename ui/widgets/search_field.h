// A field to search or filter by typing: says what it is for, shows a lens, can be emptied.
#pragma once

#include <QLineEdit>

namespace neuroscribe::ui {

class SearchField : public QLineEdit {
    Q_OBJECT
public:
    /// purpose: "Search the sentences"; shown while the field is empty, and its name to a screen reader.
    explicit SearchField(const QString& purpose, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace neuroscribe::ui
