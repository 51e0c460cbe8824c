// Chooses one of many names by typing: lies over a panel, and tells what Enter would choose while one moves through it.
#pragma once

#include <QFrame>
#include <QString>

#include <cstdint>
#include <vector>

class QLabel;
class QListView;
class QStringListModel;

namespace neuroscribe::ui {

class SearchField;

class NamePicker : public QFrame {
    Q_OBJECT
public:
    struct Choice {
        std::uint32_t id = 0;
        QString name;
    };
    explicit NamePicker(QWidget* over);

    /// title: what is chosen for: "Merge into". Appears in the upper middle of the parent.
    void popUp(const QString& title, std::vector<Choice> choices);

signals:
    void pointedAt(quint32 id); ///< what Enter would choose now
    void chosen(quint32 id);
    void cancelled();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void filter(const QString& text);
    void point();
    void move(int by);
    void choose();
    void cancel();

    QLabel* m_title;
    SearchField* m_input;
    QListView* m_list;
    QStringListModel* m_model;
    std::vector<Choice> m_choices;
    std::vector<std::uint32_t> m_shown; ///< ids, beside the rows
};

} // namespace neuroscribe::ui
