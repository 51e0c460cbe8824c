#include "ui/panels/heat_map_tools.h"

#include "ui/models/format.h"
#include "ui/models/rule_text.h"
#include "ui/theme/icons.h"
#include "ui/widgets/coverage_badge.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/segmented_control.h"

#include <QCheckBox>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace neuroscribe::ui {

HeatMapTools::HeatMapTools(QWidget* parent)
    : QWidget(parent), m_counts(new QLabel(this)), m_badge(new CoverageBadge(this)),
      m_values(new SegmentedControl(this)), m_orders(new SegmentedControl(this)),
      m_name(new SearchField(tr("Filter descriptors"), this)), m_taggedOnly(new QCheckBox(tr("Tagged only"), this)),
      m_markTags(new QCheckBox(tr("Mark tags"), this)), m_firstLayer(new QSpinBox(this)),
      m_lastLayer(new QSpinBox(this)), m_tableButton(nullptr) {
    setLayout(new FlowLayout(8));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    layout()->addWidget(m_counts);
    layout()->addWidget(m_badge);
    addSegments();
    addFilters();
    QToolButton* colors = addButton({}, tr("Colours…"), tr("Set the limits of the colour bar"));
    connect(colors, &QToolButton::clicked, this, &HeatMapTools::limitsRequested);
    m_tableButton = addButton(QStringLiteral("table"), tr("Table"), tr("Show the same values as a table"));
    m_tableButton->setCheckable(true);
    connect(m_tableButton, &QToolButton::toggled, this, &HeatMapTools::tableToggled);
    addExport();
}

void HeatMapTools::addSegments() {
    m_values->setAccessibleName(tr("Value shown"));
    for (const auto value : {HeatValue::Share, HeatValue::Occurrence, HeatValue::Lift, HeatValue::Q, HeatValue::R,
                             HeatValue::F1, HeatValue::Iou, HeatValue::Auroc, HeatValue::Auprc}) {
        const auto rule = ruleOf(value);
        m_values->addSegment(heatValueName(value),
                             rule ? ruleMeaning(*rule)
                                  : tr("Chance of so many by luck, corrected for all cells; small is strong"),
                             static_cast<int>(value));
    }
    connect(m_values, &SegmentedControl::chosen, this, [this](int id) { showValue(static_cast<HeatValue>(id)); });
    layout()->addWidget(m_values);

    m_orders->setAccessibleName(tr("Order of the neurons"));
    m_orders->addSegment(tr("layer"), tr("Neurons by layer and number"), static_cast<int>(heat::RowOrder::Layer));
    m_orders->addSegment(tr("seriated"), tr("Neurons with the same strongest descriptor together"),
                         static_cast<int>(heat::RowOrder::Seriated));
    m_orders->addSegment(tr("by descriptor"), tr("Neurons by the value of the selected descriptor"),
                         static_cast<int>(heat::RowOrder::ByDescriptor));
    m_orders->setCurrentId(static_cast<int>(m_options.order));
    connect(m_orders, &SegmentedControl::chosen, this, [this](int id) {
        m_options.order = static_cast<heat::RowOrder>(id);
        emit optionsChanged();
    });
    layout()->addWidget(m_orders);
}

void HeatMapTools::addFilters() {
    m_name->setMaximumWidth(fontMetrics().horizontalAdvance(QLatin1Char('m')) * 16);
    connect(m_name, &SearchField::textChanged, this, [this](const QString& text) {
        m_options.nameFilter = text.trimmed();
        emit optionsChanged();
    });
    layout()->addWidget(m_name);

    m_taggedOnly->setObjectName(QStringLiteral("taggedOnly"));
    m_taggedOnly->setToolTip(tr("Hide neurons without a tag"));
    connect(m_taggedOnly, &QCheckBox::toggled, this, [this](bool on) {
        m_options.taggedOnly = on;
        emit optionsChanged();
    });
    layout()->addWidget(m_taggedOnly);

    m_markTags->setObjectName(QStringLiteral("markTags"));
    m_markTags->setToolTip(
        tr("Show which cells are tags, where they are large enough: a full mark where q is below the "
           "limit of Thresholds, an empty one where it is not"));
    m_markTags->setChecked(true);
    connect(m_markTags, &QCheckBox::toggled, this, &HeatMapTools::tagsMarkedChanged);
    layout()->addWidget(m_markTags);

    m_firstLayer->setPrefix(tr("layer "));
    m_lastLayer->setPrefix(tr("to "));
    m_firstLayer->setAccessibleName(tr("First layer shown"));
    m_lastLayer->setAccessibleName(tr("Last layer shown"));
    for (QSpinBox* box : {m_firstLayer, m_lastLayer}) {
        connect(box, &QSpinBox::valueChanged, this, [this] {
            m_options.firstLayer = static_cast<std::uint32_t>(m_firstLayer->value());
            m_options.lastLayer = static_cast<std::uint32_t>(m_lastLayer->value());
            m_firstLayer->setMaximum(m_lastLayer->value());
            m_lastLayer->setMinimum(m_firstLayer->value());
            emit optionsChanged();
        });
        layout()->addWidget(box);
    }
}

/// With an icon the text is only spoken.
QToolButton* HeatMapTools::addButton(const QString& icon, const QString& text, const QString& toolTip) {
    auto* button = new QToolButton(this);
    button->setText(text);
    button->setAccessibleName(text);
    if (!icon.isEmpty())
        button->setIcon(symbolicIcon(icon));
    button->setToolTip(toolTip);
    layout()->addWidget(button);
    return button;
}

void HeatMapTools::addExport() {
    QToolButton* button = addButton(QStringLiteral("export"), tr("Export"), tr("Write what is seen to a file"));
    button->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(button);
    const auto add = [this, menu](const QString& text, FigureFormat format) {
        menu->addAction(text, this, [this, format] { emit exportRequested(format); });
    };
    add(tr("Table of all rows (CSV)…"), FigureFormat::Csv);
    add(tr("Vector picture (SVG)…"), FigureFormat::Svg);
    add(tr("Page (PDF)…"), FigureFormat::Pdf);
    add(tr("Picture (PNG)…"), FigureFormat::Png);
    button->setMenu(menu);
}

void HeatMapTools::showValue(HeatValue value) {
    m_values->setCurrentId(static_cast<int>(value));
    m_options.value = value;
    m_options.limits.reset(); // limits of one value mean nothing for another
    emit optionsChanged();
}

void HeatMapTools::setLimits(std::optional<HeatMapOptions::Limits> limits) {
    m_options.limits = limits;
    emit optionsChanged();
}

void HeatMapTools::setLayers(std::uint32_t layers) {
    if (layers == m_layers)
        return;
    m_layers = layers;
    m_firstLayer->setVisible(layers > 1);
    m_lastLayer->setVisible(layers > 1);
    showAllLayers();
}

void HeatMapTools::showAllLayers() {
    const int last = static_cast<int>(std::max(m_layers, 1U)) - 1;
    const QSignalBlocker first(m_firstLayer), second(m_lastLayer);
    m_firstLayer->setRange(0, last);
    m_lastLayer->setRange(0, last);
    m_firstLayer->setValue(0);
    m_lastLayer->setValue(last);
    m_options.firstLayer = 0;
    m_options.lastLayer = static_cast<std::uint32_t>(last);
}

void HeatMapTools::showCounts(std::size_t rows, std::size_t neurons, std::size_t columns, std::size_t descriptors) {
    const QLocale locale;
    const auto part = [&locale](std::size_t shown, std::size_t all) {
        return shown == all ? formatCount(locale, all)
                            : tr("%1 of %2").arg(formatCount(locale, shown), formatCount(locale, all));
    };
    m_counts->setText(tr("%1 neurons × %2 descriptors").arg(part(rows, neurons), part(columns, descriptors)));
}

void HeatMapTools::setCoverage(std::uint64_t answered, std::uint64_t asked) {
    m_badge->setCoverage(answered, asked);
}

bool HeatMapTools::tagsMarked() const {
    return m_markTags->isChecked();
}

void HeatMapTools::setTagsMarked(bool on) {
    m_markTags->setChecked(on);
}

bool HeatMapTools::tableShown() const {
    return m_tableButton->isChecked();
}

} // namespace neuroscribe::ui
