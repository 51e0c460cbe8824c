#include "ui/dialogs/import_form.h"

#include "ui/models/import_text.h"

#include <QComboBox>
#include <QFormLayout>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListWidget>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr int kLabelRows = 4;
constexpr int kWidestField = 220; ///< names of fields come from the file and may be of any length
constexpr int kMostWords = 100'000;
constexpr int kMostPerCategory = 10'000'000;

const QString kTextKey = QStringLiteral("text");
const QString kCategoryKey = QStringLiteral("category");
const QString kLabelsKey = QStringLiteral("labels");
const QString kDelimiterKey = QStringLiteral("delimiter");
const QString kEncodingKey = QStringLiteral("encoding");

void choose(QComboBox* combo, const QVariant& data) {
    if (const int index = combo->findData(data); index >= 0)
        combo->setCurrentIndex(index);
}

} // namespace

ImportForm::ImportForm(QWidget* parent) : QWidget(parent) {
    auto* form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    m_format = addCombo(tr("&Format"), tr("Format"));
    using corpus::Format;
    for (const Format format : {Format::Auto, Format::JsonLines, Format::Json, Format::Csv, Format::Tsv, Format::Amazon,
                                Format::Text, Format::WordNet})
        m_format->addItem(formatText(format), static_cast<int>(format));
    m_text = addCombo(tr("&Text field"), tr("Text field"));
    m_category = addCombo(tr("&Category field"), tr("Category field"));
    m_delimiter = addCombo(tr("&Delimiter"), tr("Delimiter"));
    m_delimiter->addItem(tr("Detect"), 0);
    m_delimiter->addItem(tr("Comma"), ',');
    m_delimiter->addItem(tr("Semicolon"), ';');
    m_delimiter->addItem(tr("Tab"), '\t');
    m_delimiter->addItem(tr("Bar"), '|');
    m_encoding = addCombo(tr("&Encoding"), tr("Encoding"));
    for (const char* name : {"utf-8", "latin-1", "utf-16le", "utf-16be"})
        m_encoding->addItem(QString::fromLatin1(name).toUpper(), QString::fromLatin1(name));
    const corpus::ImportOptions defaults;
    m_least = addSpin(tr("&Words at least"), 0, kMostWords, static_cast<int>(defaults.minWords));
    m_most = addSpin(tr("Words at &most"), 1, kMostWords, static_cast<int>(defaults.maxWords));
    m_cap = addSpin(tr("&Sentences per category"), 0, kMostPerCategory, static_cast<int>(defaults.maxPerCategory));
    m_cap->setSpecialValueText(tr("all"));
    m_language = addCombo(tr("&Language"), tr("Language"));
    m_language->addItem(tr("English only"), QStringLiteral("en"));
    m_language->addItem(tr("Any"), QStringLiteral("any"));
    m_labels = new QListWidget(this);
    m_labels->setAccessibleName(tr("Label columns"));
    m_labels->setToolTip(tr("Columns with 0 and 1, or yes and no: each becomes a descriptor with its answers."));
    m_labels->setTextElideMode(Qt::ElideMiddle);
    m_labels->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_labels->setMinimumHeight(fontMetrics().lineSpacing() * kLabelRows + 8);
    connect(m_labels, &QListWidget::itemChanged, this, &ImportForm::changed);
    auto* title = new QLabel(tr("La&bel columns"), this);
    title->setBuddy(m_labels);
    form->addRow(title);
    form->addRow(m_labels);
    clearFields();
}

QComboBox* ImportForm::addCombo(const QString& label, const QString& name) {
    auto* combo = new QComboBox(this);
    combo->setAccessibleName(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    combo->setMinimumContentsLength(14);
    static_cast<QFormLayout*>(layout())->addRow(label, combo);
    connect(combo, &QComboBox::activated, this, &ImportForm::changed);
    return combo;
}

QSpinBox* ImportForm::addSpin(const QString& label, int least, int most, int value) {
    auto* spin = new QSpinBox(this);
    spin->setRange(least, most);
    spin->setGroupSeparatorShown(true);
    spin->setValue(value);
    spin->setKeyboardTracking(false);
    spin->setAccessibleName(QString(label).remove(QLatin1Char('&')));
    static_cast<QFormLayout*>(layout())->addRow(label, spin);
    connect(spin, &QSpinBox::valueChanged, this, &ImportForm::changed);
    return spin;
}

corpus::ImportOptions ImportForm::options() const {
    corpus::ImportOptions options;
    options.format = static_cast<corpus::Format>(m_format->currentData().toInt());
    options.textField = m_text->currentData().toString().toStdString();
    options.categoryField = m_category->currentData().toString().toStdString();
    options.delimiter = static_cast<char>(m_delimiter->currentData().toInt());
    options.encoding = m_encoding->currentData().toString().toStdString();
    options.language = m_language->currentData().toString().toStdString();
    options.minWords = static_cast<std::uint32_t>(m_least->value());
    options.maxWords = static_cast<std::uint32_t>(std::max(m_most->value(), m_least->value()));
    options.maxPerCategory = static_cast<std::uint32_t>(m_cap->value());
    for (int i = 0; i < m_labels->count(); ++i)
        if (m_labels->item(i)->checkState() == Qt::Checked)
            options.labelFields.push_back(m_labels->item(i)->text().toStdString());
    return options;
}

/// Leaves an open list alone: previews arrive while a person chooses.
void ImportForm::setFields(QComboBox* combo, const QString& detected, const QStringList& fields, const QString& none) {
    const QString first = detected.isEmpty() ? none : tr("%1 (detected)").arg(detected);
    if (combo->count() > 0 && combo->itemText(0) == first && fields == m_fields)
        return;
    const QVariant chosen = combo->currentData();
    combo->clear();
    combo->addItem(first, QString());
    for (const QString& field : fields) {
        combo->addItem(fontMetrics().elidedText(field, Qt::ElideMiddle, kWidestField), field);
        combo->setItemData(combo->count() - 1, field, Qt::ToolTipRole);
    }
    choose(combo, chosen);
}

/// Every field that is neither text nor category may hold labels.
void ImportForm::setLabelFields(const QStringList& fields) {
    QStringList shown, ticked;
    for (int i = 0; i < m_labels->count(); ++i) {
        shown += m_labels->item(i)->text();
        if (m_labels->item(i)->checkState() == Qt::Checked)
            ticked += shown.back();
    }
    if (fields == shown)
        return;
    const QSignalBlocker quiet(m_labels);
    m_labels->clear();
    for (const QString& field : fields) {
        auto* item = new QListWidgetItem(field, m_labels);
        item->setToolTip(field);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsUserCheckable | Qt::ItemIsSelectable);
        item->setCheckState(ticked.contains(field) ? Qt::Checked : Qt::Unchecked);
    }
}

void ImportForm::setDetected(const corpus::Preview& preview) {
    QStringList fields;
    for (const std::string& field : preview.fields)
        fields += QString::fromStdString(field);
    m_format->setItemText(
        0, preview.format == corpus::Format::Auto ? tr("Detect") : tr("%1 (detected)").arg(formatText(preview.format)));
    const bool table = preview.format == corpus::Format::Csv || preview.format == corpus::Format::Tsv;
    m_delimiter->setEnabled(table);
    // What was chosen is what the preview used, so a guess shows only where nothing is chosen.
    const QString text =
        m_text->currentData().toString().isEmpty() ? QString::fromStdString(preview.textField) : QString();
    const QString category =
        m_category->currentData().toString().isEmpty() ? QString::fromStdString(preview.categoryField) : QString();
    setFields(m_text, text, fields, tr("Detect"));
    setFields(m_category, category, fields, tr("None"));
    m_text->setEnabled(!fields.isEmpty());
    m_category->setEnabled(!fields.isEmpty());
    m_fields = fields;
    fields.removeAll(QString::fromStdString(preview.textField));
    fields.removeAll(QString::fromStdString(preview.categoryField));
    setLabelFields(fields);
}

void ImportForm::clearFields() {
    setDetected({});
    m_text->setCurrentIndex(0);
    m_category->setCurrentIndex(0);
}

bool ImportForm::needsTextField() const {
    return !m_fields.isEmpty() && m_text->currentData().toString().isEmpty();
}

QByteArray ImportForm::mapping() const {
    QJsonArray labels;
    for (const std::string& field : options().labelFields)
        labels.append(QString::fromStdString(field));
    return QJsonDocument(QJsonObject{{kTextKey, m_text->currentData().toString()},
                                     {kCategoryKey, m_category->currentData().toString()},
                                     {kDelimiterKey, m_delimiter->currentData().toInt()},
                                     {kEncodingKey, m_encoding->currentData().toString()},
                                     {kLabelsKey, labels}})
        .toJson(QJsonDocument::Compact);
}

void ImportForm::setMapping(const QByteArray& mapping) {
    const QJsonObject object = QJsonDocument::fromJson(mapping).object();
    choose(m_text, object.value(kTextKey).toString());
    choose(m_category, object.value(kCategoryKey).toString());
    choose(m_delimiter, object.value(kDelimiterKey).toInt());
    choose(m_encoding, object.value(kEncodingKey).toString());
    const QJsonArray labels = object.value(kLabelsKey).toArray();
    const QSignalBlocker quiet(m_labels);
    for (int i = 0; i < m_labels->count(); ++i)
        m_labels->item(i)->setCheckState(labels.contains(m_labels->item(i)->text()) ? Qt::Checked : Qt::Unchecked);
}

} // namespace neuroscribe::ui
