// A line that says that r, AUROC and AUPRC are being computed, how far that is, and lets it be cancelled. Seen only
// while that is so and someone waits for them.
#pragma once

#include <QWidget>

#include <cstdint>
#include <optional>

class QLabel;
class QToolButton;

namespace neuroscribe::app {
class Session;
}

namespace neuroscribe::ui {

class RowRulesWait : public QWidget {
    Q_OBJECT
public:
    explicit RowRulesWait(app::Session& session, QWidget* parent = nullptr);

    /// Whether what the panel shows needs them.
    void setWanted(bool wanted);
    QToolButton* cancelButton() const { return m_cancel; }

signals:
    void cancelled(); ///< the job ended so, here or elsewhere, while it was wanted

private:
    void follow(std::uint64_t id);
    void showState();

    app::Session& m_session;
    QLabel* m_text;
    QToolButton* m_cancel;
    std::optional<std::uint64_t> m_job; ///< the one under way
    bool m_wanted = false;
};

} // namespace neuroscribe::ui
