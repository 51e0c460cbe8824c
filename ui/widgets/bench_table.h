// A table of the workspace Curate: rows are chosen together, typing is told, and letters are no search in the table.
#pragma once

#include <QTableView>

namespace neuroscribe::ui {

class BenchTable : public QTableView {
    Q_OBJECT
public:
    explicit BenchTable(QWidget* parent = nullptr);

signals:
    void typed(const QString& text); ///< a letter that is no command: a name begins

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;
    /// Under the cursor goes a small label, not the rows: those would hide what they are dragged onto.
    void startDrag(Qt::DropActions actions) override;

private:
    void takeRowHeight();
    QPixmap dragLabel(const QString& text) const;
};

} // namespace neuroscribe::ui
