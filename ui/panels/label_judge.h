// Who judges the labels on a neuron's page, and how good they are by that: what f would be without their errors
// (SCIENCE, "What the paper leaves out" 4). What was read is kept until answers or labels change. Gone from the page
// where there is no annotator but the model. The choice is kept in the study.
#pragma once

#include "app/session/change_set.h"
#include "core/pipeline/label_quality.h"
#include "ui/models/cell_list_model.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <string>

class QComboBox;

namespace neuroscribe::app {
class Session;
}

namespace neuroscribe::ui {

class LabelJudge : public QWidget {
    Q_OBJECT
public:
    explicit LabelJudge(app::Session& session, QWidget* parent = nullptr);

    /// Reads again, in the lane of queries, where it has to.
    void refresh(const app::ChangeSet& change);
    QString annotator() const; ///< empty: nobody judges, or it is not read yet
    /// Adds to the note what the cell would be without the errors of the labels, or why that is not known.
    void addTo(CellListModel::Note& note, std::uint32_t descriptor, const tagging::Cell& cell) const;
    QComboBox& choice() const { return *m_choice; }
    int reads() const { return m_reads; } ///< times it has asked for answers and labels; tests assert it

signals:
    void changed(); ///< qualities came or went

private:
    struct Read {
        pipeline::References references;
        pipeline::LabelQualities qualities;
    };
    void showToolTip();
    void request();
    void take(Read read);
    void forget();
    QString why(pipeline::Uncorrected why) const;

    app::Session& m_session;
    QComboBox* m_choice;
    std::string m_folder;                  ///< of the study that the choice belongs to
    std::optional<std::string> m_chosen;   ///< empty: nobody; nothing: as kept, else who judges by default
    std::optional<std::uint64_t> m_serial; ///< of the answers that were asked for last
    pipeline::LabelQualities m_qualities;
    int m_reads = 0;
};

} // namespace neuroscribe::ui
