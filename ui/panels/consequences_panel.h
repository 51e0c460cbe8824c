// What the edit that is being considered would change, before it is made; Enter makes it, Esc lets it be. While none
// is, what the one key would change that excludes and includes: it asks nothing, so it is told beforehand.
#pragma once

#include "app/session/consequence_preview.h"
#include "ui/panels/panel.h"

class QAction;
class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace neuroscribe::ui {

class DetailList;
class EmptyState;
class SmallLabel;

class ConsequencesPanel : public Panel {
    Q_OBJECT
public:
    /// exclude: the command that is foreseen; for its key.
    explicit ConsequencesPanel(app::Session& session, QAction* exclude = nullptr, QWidget* parent = nullptr);

    QPushButton& applyButton() const { return *m_apply; }
    QPushButton& cancelButton() const { return *m_cancel; }
    DetailList& tagsByDescriptor() const { return *m_tagLines; }
    DetailList& correlations() const { return *m_correlationLines; }

protected:
    void refresh(const app::ChangeSet& change) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QLabel* addRow(QVBoxLayout& column, const QString& caption, const QString& explained);
    void addButtons(QVBoxLayout& column);
    void showConsidered();
    QString noteText() const;
    QString keysText() const;
    void showTags(const std::optional<pipeline::Consequences>& consequences);
    void showCorrelations(const std::optional<pipeline::Consequences>& consequences);
    QString waiting() const;
    void apply();
    void cancel();

    app::ConsequencePreview m_preview;
    QAction* m_exclude;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QLabel* m_condition;
    QLabel* m_derived;
    QLabel* m_toAsk;
    QLabel* m_tags;
    DetailList* m_tagLines;
    QLabel* m_moved;
    DetailList* m_correlationLines;
    SmallLabel* m_note;
    SmallLabel* m_keys;
    QPushButton* m_apply;
    QPushButton* m_cancel;
};

} // namespace neuroscribe::ui
