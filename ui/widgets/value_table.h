// A table of numbers: copies what is selected (or everything) as tab-separated text, fixed row height.
#pragma once

#include <QTableView>

namespace neuroscribe::ui {

class ValueTable : public QTableView {
    Q_OBJECT
public:
    explicit ValueTable(QWidget* parent = nullptr);
    /// Headers and cells of the selection; of everything where nothing is selected.
    QString selectionAsText() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void takeRowHeight();
};

} // namespace neuroscribe::ui
