// One cluster to work on: its name with suggestions and its question, its members with a sentence each, and the keys.
#pragma once

#include "core/base/ids.h"
#include "core/descriptors/naming.h"
#include "ui/panels/panel.h"
#include "ui/widgets/key_hint.h"

#include <QString>

#include <memory>
#include <optional>
#include <unordered_set>
#include <utility>
#include <vector>

class QLabel;
class QLineEdit;
class QStackedWidget;

namespace neuroscribe::app {
class NameSuggester;
}

namespace neuroscribe::ui {

class ChipButton;
class ChipLabel;
class EmptyState;
class MemberTable;
class SearchField;

class MembersPanel : public Panel {
    Q_OBJECT
public:
    static constexpr std::size_t kMostSuggestions = 3;

    /// hints: written along the lower edge. While an edit is being considered only `decide` are: what applies it, what
    /// takes it back.
    MembersPanel(app::Session& session, const std::vector<HintedAction>& hints, const std::vector<HintedAction>& decide,
                 QWidget* parent = nullptr);

    MemberTable& table() const { return *m_table; }
    /// What the panel shows: a cluster, or a place outside of them.
    std::optional<ClusterId> place() const { return m_place; }
    /// Names to choose from; they come a moment after the cluster.
    const std::vector<QString>& suggestions() const { return m_suggestions; }

    /// The name is to be typed: all of it selected, or `begun` in its place.
    void beginRename(const QString& begun = {});
    /// What stands in the name's field where it differs from the name; nothing while nobody is typing.
    std::optional<QString> typedName() const;
    void dropTypedName();
    void focusTable();
    /// By the search over all members: drawn bold, the first one is gone to.
    void setFound(const std::unordered_set<RawDescriptorId>& found);

signals:
    void suggestionChosen(int number);
    void suggestionsChanged();
    void nameEdited(const QString& name);         ///< with each letter
    void questionEdited(const QString& question); ///< with each letter
    void questionTyped(const QString& question);
    void selectionChanged();
    void typingCancelled();

protected:
    void refresh(const app::ChangeSet& change) override;
    void comeIntoSight() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    // --- members_page.cpp
    void buildLayout(const std::vector<HintedAction>& hints, const std::vector<HintedAction>& decide);
    QWidget* buildHead();
    QWidget* buildTools();
    QWidget* buildHints(const std::vector<HintedAction>& hints, const std::vector<HintedAction>& decide);

    // --- members_panel.cpp
    void showPlace();
    void showHead();
    void showFacts();
    /// The name and the question as they are stored, in place of what is typed.
    void showNames();
    /// Whether something is typed into a field that the shown cluster still has as it was.
    bool isTyping() const;
    void considerTyped();
    QString storedName() const;
    QString storedQuestion() const; ///< empty: it asks nothing
    void showMembers();
    void showSelection();
    void showProposal();
    void goToFound();
    void suggest();
    void showSuggestions(const std::vector<descriptors::NameSuggestion>& suggestions);
    void fetchSentences();

    QStackedWidget* m_stack;
    EmptyState* m_empty;
    QLineEdit* m_name;
    QLabel* m_title; ///< of a place that has no name of its own
    QLabel* m_facts;
    ChipLabel* m_state;
    QWidget* m_suggestionRow;
    std::vector<ChipButton*> m_chips;
    QWidget* m_questionRow;
    QLineEdit* m_question;
    SearchField* m_filter;
    QLabel* m_selected;
    MemberTable* m_table;
    QWidget* m_hints;
    QWidget* m_decide;
    QLabel* m_proposal;
    std::optional<ClusterId> m_place;
    QString m_nameShown, m_questionShown; ///< as stored when they were last put into the fields
    std::shared_ptr<app::NameSuggester> m_suggester;
    std::vector<QString> m_suggestions;
    std::unordered_set<RawDescriptorId> m_found;
};

} // namespace neuroscribe::ui
