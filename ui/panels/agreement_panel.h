// How well two annotators agree, live: kappa, AC1, precision and recall of the model's labels, per descriptor and
// together, with intervals and with what is still needed. The same numbers as `neuroscribe-cli agreement`.
#pragma once

#include "core/base/result.h"
#include "ui/panels/panel.h"

#include <cstdint>
#include <optional>

class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QStackedWidget;

namespace neuroscribe::ui {

class AgreementModel;
class AgreementTable;
class CoverageBadge;
class EmptyState;
class FigureButton;

class AgreementPanel : public Panel {
    Q_OBJECT
public:
    explicit AgreementPanel(app::Session& session, QWidget* parent = nullptr);

    CoverageBadge* badge() const { return m_badge; } ///< for the head of the pane, which takes it over
    QComboBox& first() const { return *m_first; }    ///< who is compared ...
    QComboBox& second() const { return *m_second; }  ///< ... with whom
    QDoubleSpinBox& halfWidth() const { return *m_halfWidth; }
    AgreementTable& table() const { return *m_table; }
    AgreementModel& rows() const { return *m_model; }
    FigureButton& figures() const { return *m_figures; }
    /// What is shown belongs to what is stored.
    bool isSettled() const;

protected:
    void refresh(const app::ChangeSet& change) override;
    void comeIntoSight() override;

private:
    void buildLayout();
    QWidget* buildHead();
    void showNames();
    void request();
    void showReport();
    void showFailure(const Error& error);
    void showBadge();

    CoverageBadge* m_badge;
    QComboBox* m_first;
    QComboBox* m_second;
    QDoubleSpinBox* m_halfWidth;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    AgreementModel* m_model;
    AgreementTable* m_table; ///< after its model
    FigureButton* m_figures;
    bool m_follows = true;                ///< the first is who answers now, until another is chosen
    std::optional<std::uint64_t> m_shown; ///< serial of the validation that the table shows
};

} // namespace neuroscribe::ui
