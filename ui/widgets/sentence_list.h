// A list of sentences (SentenceListModel) for the panels that show exemplars and examples.
#pragma once

#include "core/base/ids.h"

#include <QListView>

#include <cstdint>
#include <functional>

namespace neuroscribe::app {
class Session;
}

namespace neuroscribe::ui {

class SentenceListModel;

class SentenceList : public QListView {
    Q_OBJECT
public:
    /// channel: of Session::query, one per list.
    SentenceList(app::Session& session, const QString& channel, QWidget* parent = nullptr);
    SentenceListModel& sentences() const { return *m_model; }
    /// Chips are the descriptors a sentence has; those for which `strong` says so are filled.
    void setStrong(std::function<bool(std::uint32_t)> strong);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;

private:
    void setSource(const QString& channel);

    app::Session& m_session;
    SentenceListModel* m_model;
    std::function<bool(std::uint32_t)> m_strong;
};

} // namespace neuroscribe::ui
