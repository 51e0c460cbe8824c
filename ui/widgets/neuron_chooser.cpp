#include "ui/widgets/neuron_chooser.h"

#include "ui/models/format.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/small_label.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>

#include <algorithm>
#include <utility>

namespace neuroscribe::ui {
namespace {

using Kind = pipeline::NeuronChoice::Kind;

constexpr int kListLetters = 22;
constexpr int kMostSeed = 99'999;

} // namespace

NeuronChooser::NeuronChooser(QWidget* parent)
    : QWidget(parent), m_kind(new QComboBox(this)), m_count(new QSpinBox(this)), m_seed(new QSpinBox(this)),
      m_list(new QLineEdit(this)), m_note(new SmallLabel(this)) {
    addKinds();
    m_count->setRange(1, 1);
    m_count->setKeyboardTracking(false);
    m_count->setAccessibleName(tr("Number of random neurons"));
    m_count->setToolTip(tr("How many are drawn; the paper has 10"));
    m_seed->setRange(0, kMostSeed);
    m_seed->setKeyboardTracking(false);
    m_seed->setPrefix(tr("seed "));
    m_seed->setAccessibleName(tr("Seed of the random neurons"));
    m_list->setPlaceholderText(tr("3/127, 5/12"));
    m_list->setAccessibleName(tr("Listed neurons"));
    m_list->setToolTip(tr("Layer and unit of each, counted from 0, with commas or blanks between them"));
    m_list->setMinimumWidth(m_list->fontMetrics().averageCharWidth() * kListLetters);
    m_note->setForegroundRole(QPalette::WindowText);
    auto* label = new QLabel(tr("&Neurons"), this);
    label->setBuddy(m_kind);
    auto* row = new FlowLayout(6, this); // narrow, too, where the text is large
    for (QWidget* part : {static_cast<QWidget*>(label), static_cast<QWidget*>(m_kind), static_cast<QWidget*>(m_count),
                          static_cast<QWidget*>(m_seed), static_cast<QWidget*>(m_list)})
        row->addWidget(part);
    connect(m_kind, &QComboBox::activated, this, &NeuronChooser::pickKind);
    connect(m_count, &QSpinBox::valueChanged, this, &NeuronChooser::choose);
    connect(m_seed, &QSpinBox::valueChanged, this, &NeuronChooser::choose);
    connect(m_list, &QLineEdit::editingFinished, this, &NeuronChooser::choose);
    connect(m_list, &QLineEdit::textEdited, this, [this] { showNote({}); });
    showKind();
}

void NeuronChooser::addKinds() {
    m_kind->setAccessibleName(tr("Neurons"));
    m_kind->setToolTip(tr("Whose tags are compared with the truth"));
    const auto add = [this](const QString& text, Kind kind, const QString& toolTip) {
        m_kind->addItem(text, static_cast<int>(kind));
        m_kind->setItemData(m_kind->count() - 1, toolTip, Qt::ToolTipRole);
    };
    add(tr("random"), Kind::Random, tr("Drawn by a seed: the same seed draws the same ones"));
    add(tr("bookmarked"), Kind::Bookmarked, tr("Those with a bookmark on their page"));
    add(tr("listed"), Kind::List, tr("Those that are typed beside it"));
    add(tr("all"), Kind::All, tr("Every neuron of the model"));
}

void NeuronChooser::setModel(std::uint32_t layers, std::uint32_t unitsPerLayer) {
    m_layers = layers;
    m_units = std::max(unitsPerLayer, 1U);
    const QSignalBlocker quiet(m_count);
    m_count->setMaximum(std::max(1, static_cast<int>(layers * unitsPerLayer)));
}

void NeuronChooser::setProposal(std::function<std::optional<NeuronId>()> proposal) {
    m_proposal = std::move(proposal);
}

void NeuronChooser::setChoice(const Choice& choice) {
    const bool named = choice.kind == Kind::List && choice.list != m_listed;
    m_choice = choice;
    if (choice.kind != Kind::Bookmarked)
        m_listed = choice.list;
    const QSignalBlocker quietCount(m_count), quietSeed(m_seed);
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(choice.kind)));
    m_count->setValue(static_cast<int>(choice.count));
    m_seed->setValue(static_cast<int>(std::min<std::uint64_t>(choice.seed, kMostSeed)));
    showKind();
    if (!named)
        return;
    m_list->setText(namesOf(m_listed));
    showNote(readList()); // stored with another model, perhaps
}

/// Another kind; an empty list begins with the neurons of the last one, else with the selected neuron.
void NeuronChooser::pickKind() {
    const bool listed = m_kind->currentData().toInt() == static_cast<int>(Kind::List);
    if (listed && m_list->text().trimmed().isEmpty()) {
        const auto selected = m_proposal ? m_proposal() : std::nullopt;
        if (m_listed.empty() && selected)
            m_listed.push_back(*selected);
        m_list->setText(namesOf(m_listed));
    }
    choose();
    if (listed)
        m_list->setFocus(Qt::OtherFocusReason);
}

void NeuronChooser::choose() {
    Choice choice = m_choice;
    choice.kind = static_cast<Kind>(m_kind->currentData().toInt());
    choice.count = static_cast<std::uint32_t>(m_count->value());
    if (std::cmp_not_equal(std::min<std::uint64_t>(m_choice.seed, kMostSeed), m_seed->value()))
        choice.seed = static_cast<std::uint64_t>(m_seed->value());
    const QString problem = choice.kind == Kind::List ? readList() : QString();
    choice.list = choice.kind == Kind::Bookmarked ? std::vector<NeuronId>() : m_listed;
    m_choice = choice;
    showKind();
    if (choice.kind == Kind::List)
        showNote(problem);
    emit chosen(choice);
}

/// Takes what is typed, or says why not; the neurons before it stay then.
QString NeuronChooser::readList() {
    const auto names = pipeline::parseNeurons(m_list->text().toStdString());
    if (!names)
        return problemOf(names.error());
    auto ids = pipeline::neuronIds(*names, m_layers, m_units);
    if (!ids)
        return problemOf(ids.error());
    m_listed = std::move(*ids);
    return {};
}

void NeuronChooser::showKind() {
    m_count->setVisible(m_choice.kind == Kind::Random);
    m_seed->setVisible(m_choice.kind == Kind::Random);
    m_list->setVisible(m_choice.kind == Kind::List);
    if (m_choice.kind == Kind::Bookmarked)
        showNote(m_choice.list.empty() ? tr("no neuron has a bookmark")
                                       : tr("%Ln neuron(s)", nullptr, static_cast<int>(m_choice.list.size())));
    else if (m_choice.kind != Kind::List)
        showNote({});
}

void NeuronChooser::showNote(const QString& text) {
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
    m_list->setAccessibleDescription(text);
}

QString NeuronChooser::namesOf(const std::vector<NeuronId>& neurons) const {
    QStringList names;
    for (const NeuronId neuron : neurons)
        names << neuronName(neuron, m_units);
    return names.join(QStringLiteral(", "));
}

QString NeuronChooser::problemOf(const Error& error) const {
    constexpr int kMostQuoted = 24;
    QString where = QString::fromStdString(error.where).trimmed();
    if (where.size() > kMostQuoted)
        where = where.left(kMostQuoted) + QStringLiteral("…");
    if (where.isEmpty())
        return tr("name neurons, such as 3/127, 5/12");
    if (error.code == ErrorCode::NotFound)
        return tr("there is no %1: layers 0 to %2, units 0 to %3").arg(where).arg(m_layers - 1).arg(m_units - 1);
    return tr("“%1” is no layer/unit, such as 3/58").arg(where);
}

} // namespace neuroscribe::ui
