#include "ui/panels/neuron_head.h"

#include "ui/theme/icons.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/key_hint.h"
#include "ui/widgets/segmented_control.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace neuroscribe::ui {

NeuronHead::NeuronHead(QWidget* parent)
    : QWidget(parent), m_name(new QLabel(this)), m_split(new SegmentedControl(this)), m_previous(nullptr),
      m_next(nullptr), m_bookmark(nullptr), m_sentences(new QLabel(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 6);
    auto* row = new QHBoxLayout;
    row->setSpacing(2);
    QFont bold = m_name->font();
    bold.setWeight(QFont::DemiBold);
    m_name->setFont(bold);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_name);
    row->addStretch();
    m_split->setAccessibleName(tr("Half of the data shown"));
    m_split->addSegment(tr("Calibration"), tr("Show the neuron on the half that tags are made from; changes no tag"),
                        static_cast<int>(corpus::Split::Calibration));
    m_split->addSegment(tr("Validation"), tr("Show the neuron on the other half; changes no tag"),
                        static_cast<int>(corpus::Split::Validation));
    connect(m_split, &SegmentedControl::chosen, this, &NeuronHead::splitChosen);

    m_previous = addButton(row, QStringLiteral("up"), tr("Neuron before this one"), tr("Previous neuron"));
    m_next = addButton(row, QStringLiteral("down"), tr("Neuron after this one"), tr("Next neuron"));
    connect(m_previous, &QToolButton::clicked, this, [this] { emit stepped(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { emit stepped(1); });
    auto* copy = addButton(row, QStringLiteral("copy"), tr("Copy this page as text"), tr("Copy as text"));
    connect(copy, &QToolButton::clicked, this, &NeuronHead::copyRequested);
    m_bookmark = addButton(row, QStringLiteral("bookmark"), tr("Bookmark this neuron"), tr("Bookmark"));
    m_bookmark->setCheckable(true);
    connect(m_bookmark, &QToolButton::toggled, this, [this](bool on) {
        showBookmark(on);
        emit bookmarkToggled(on);
    });
    column->addLayout(row);
    auto* second = new FlowLayout(8);
    second->addWidget(m_split);
    m_sentences->setForegroundRole(QPalette::PlaceholderText);
    second->addWidget(m_sentences);
    column->addLayout(second);
}

void NeuronHead::setStepActions(const QAction& previous, const QAction& next) {
    const auto show = [this, &previous, &next] {
        m_previous->setToolTip(withKey(tr("Neuron before this one"), previous));
        m_next->setToolTip(withKey(tr("Neuron after this one"), next));
    };
    for (const QAction* action : {&previous, &next})
        connect(action, &QAction::changed, this, show);
    show();
}

void NeuronHead::setSentences(const QString& text) {
    m_sentences->setText(text);
}

QToolButton* NeuronHead::addButton(QHBoxLayout* row, const QString& icon, const QString& toolTip, const QString& name) {
    auto* button = new QToolButton(this);
    button->setIcon(symbolicIcon(icon));
    button->setToolTip(toolTip);
    button->setAccessibleName(name);
    button->setAutoRaise(true);
    row->addWidget(button);
    return button;
}

void NeuronHead::setName(const QString& name) {
    m_name->setText(name);
}

void NeuronHead::setBookmarked(bool on) {
    const QSignalBlocker quiet(m_bookmark);
    m_bookmark->setChecked(on);
    showBookmark(on);
}

void NeuronHead::showBookmark(bool on) {
    m_bookmark->setIcon(symbolicIcon(on ? QStringLiteral("bookmark-filled") : QStringLiteral("bookmark")));
}

void NeuronHead::setMarkEnabled(bool on) {
    m_bookmark->setEnabled(on);
}

corpus::Split NeuronHead::split() const {
    return static_cast<corpus::Split>(m_split->currentId());
}

void NeuronHead::setSplit(corpus::Split split) {
    m_split->setCurrentId(static_cast<int>(split));
}

} // namespace neuroscribe::ui
