// The sentences: full-text search, filters, and one sentence to read with all its labels.
#pragma once

#include "core/base/ids.h"
#include "ui/panels/panel.h"

#include <optional>
#include <vector>

class QComboBox;
class QLabel;

namespace neuroscribe::ui {

class SearchField;
class SentenceList;
class SentenceView;

class CorpusPanel : public Panel {
    Q_OBJECT
public:
    explicit CorpusPanel(app::Session& session, QWidget* parent = nullptr);

protected:
    void refresh(const app::ChangeSet& change) override;
    void comeIntoSight() override;

private:
    void buildLayout();
    void fillFilters();
    void search();
    void applyFilters();
    void showSelected();

    std::optional<SentenceId> m_shown;              ///< the selected one, once it has been asked for
    std::optional<std::vector<SentenceId>> m_found; ///< by the search; nothing: no search
    SearchField* m_search;
    QComboBox* m_category;
    QComboBox* m_split;
    QComboBox* m_label;
    QLabel* m_count;
    SentenceList* m_list;
    SentenceView* m_view;
};

} // namespace neuroscribe::ui
