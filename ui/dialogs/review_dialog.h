// Names that a new clustering could not surely re-attach, one after the other: the cluster as it is beside the topics
// that now lie together. T takes these for the cluster, L leaves it as it is.
#pragma once

#include "core/base/result.h"
#include "core/descriptors/review.h"

#include <QDialog>

#include <cstddef>
#include <vector>

class QHBoxLayout;
class QLabel;
class QListView;
class QPushButton;
class QStringListModel;
class QWidget;

namespace neuroscribe::app {
class Session;
}

namespace neuroscribe::ui {

class ReviewDialog : public QDialog {
    Q_OBJECT
public:
    explicit ReviewDialog(app::Session& session, QWidget* parent = nullptr);

    bool isLoaded() const { return m_loaded; }
    std::size_t undecided() const { return m_items.size(); } ///< names that are still to be decided
    QStringList oldMembers() const;
    QStringList newMembers() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Side {
        QLabel* title = nullptr;
        QListView* list = nullptr;
        QStringListModel* model = nullptr;
    };
    Side addSide(QHBoxLayout& row, const QString& name);
    void load();
    void showItem();
    void fill(Side& side, const descriptors::MemberList& members, const descriptors::MemberList& others);
    bool decide(const QKeyEvent& event); ///< T or L
    void make(const Result<descriptors::CurationEdit>& edit);
    void take();
    void leave();

    app::Session& m_session;
    std::vector<descriptors::ReviewItem> m_items; ///< the first is shown
    bool m_loaded = false;
    QLabel* m_question;
    QWidget* m_sides;
    Side m_old, m_new;
    QLabel* m_legend;
    QPushButton* m_take;
    QPushButton* m_leave;
};

} // namespace neuroscribe::ui
