// The agreement of two annotators at the width there is: kappa, AC1, precision, recall and what is still needed are
// always in sight, the rest comes as it fits. Copying takes the columns out of sight along.
#pragma once

#include "ui/widgets/value_table.h"

#include <vector>

namespace neuroscribe::ui {

class AgreementModel;

class AgreementTable : public ValueTable {
    Q_OBJECT
public:
    /// The model outlives it.
    explicit AgreementTable(AgreementModel& rows, QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    int widthOf(int column) const;
    void measure();
    /// Which columns are shown and how wide they are.
    void arrange();

    AgreementModel& m_rows;
    std::vector<int> m_widths; ///< by column: what its cells and its header want
};

} // namespace neuroscribe::ui
