#include "ui/widgets/color_limits_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>

namespace neuroscribe::ui {
namespace {

constexpr double kLeastRange = 0.01;

} // namespace

ColorLimitsDialog::ColorLimitsDialog(const HeatMapFigure& figure, bool automatic, QWidget* parent)
    : QDialog(parent), m_automatic(new QCheckBox(tr("&Automatic"), this)), m_low(new QDoubleSpinBox(this)),
      m_high(new QDoubleSpinBox(this)) {
    setWindowTitle(tr("Colour limits"));
    const double most = figure.value == HeatValue::Lift ? 1000.0 : figure.value == HeatValue::Q ? 300.0 : 1.0;
    const double least = figure.value == HeatValue::R ? -1.0 : 0.0;
    for (QDoubleSpinBox* box : {m_low, m_high}) {
        box->setRange(least, most);
        box->setDecimals(2);
        box->setSingleStep(most > 1 ? 1 : 0.05);
        if (figure.value == HeatValue::Q) // q = 10 to the minus this
            box->setPrefix(QStringLiteral("1e-"));
    }
    m_low->setValue(figure.scale.low);
    m_high->setValue(figure.scale.high);
    m_automatic->setChecked(automatic);
    auto* form = new QFormLayout(this);
    form->addRow(m_automatic);
    form->addRow(figure.value == HeatValue::Q ? tr("&Weakest") : tr("&Lowest"), m_low);
    form->addRow(figure.value == HeatValue::Q ? tr("&Strongest") : tr("&Highest"), m_high);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    form->addRow(buttons);
    const auto follow = [this] {
        m_low->setEnabled(!m_automatic->isChecked());
        m_high->setEnabled(!m_automatic->isChecked());
        m_low->setMaximum(m_high->value() - kLeastRange);
        m_high->setMinimum(m_low->value() + kLeastRange);
    };
    follow();
    connect(m_automatic, &QCheckBox::toggled, this, follow);
    connect(m_low, &QDoubleSpinBox::valueChanged, this, follow);
    connect(m_high, &QDoubleSpinBox::valueChanged, this, follow);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

std::optional<HeatMapOptions::Limits> ColorLimitsDialog::limits() const {
    if (m_automatic->isChecked())
        return std::nullopt;
    return HeatMapOptions::Limits{m_low->value(), m_high->value()};
}

} // namespace neuroscribe::ui
