#include "ui/panels/consequences_panel.h"

#include "app/session/session.h"
#include "ui/models/consequence_text.h"
#include "ui/theme/theme.h"
#include "ui/widgets/column_scroll.h"
#include "ui/widgets/detail_list.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/small_label.h"

#include <QAction>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace neuroscribe::ui {
namespace {

void embolden(QLabel& label) {
    QFont bold = label.font();
    bold.setWeight(QFont::DemiBold);
    label.setFont(bold);
}

QString coloured(const QString& text, const QColor& colour) {
    return QStringLiteral("<span style=\"color:%1\">%2</span>").arg(colour.name(), text.toHtmlEscaped());
}

/// A figure is called as its caption; what it is now is spoken after that.
void setFigure(QLabel& label, const QString& text, const QString& spoken) {
    label.setText(text);
    label.setAccessibleDescription(spoken);
}
void setFigure(QLabel& label, const QString& text) {
    setFigure(label, text, text);
}

} // namespace

ConsequencesPanel::ConsequencesPanel(app::Session& session, QAction* exclude, QWidget* parent)
    : Panel(session, parent), m_preview(session), m_exclude(exclude), m_stack(new QStackedWidget(this)),
      m_empty(new EmptyState(this)) {
    m_empty->setTexts(tr("No change is being considered"),
                      tr("While you type a name or choose what to merge, split or move, this shows what it would do to "
                         "labels, tags and correlations."));
    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(12, 8, 12, 10);
    column->setSpacing(6);
    m_condition = new QLabel(this);
    m_condition->setWordWrap(true);
    m_condition->setTextFormat(Qt::PlainText);
    embolden(*m_condition);
    column->addWidget(m_condition);
    m_derived = addRow(*column, tr("Labels derived by OR"),
                       tr("Answers that follow from those to several questions: yes where one of them is yes"));
    m_toAsk = addRow(*column, tr("Questions to ask"), tr("Sentences about which no stored answer tells anything"));
    m_tags = addRow(*column, tr("Neuron tags"), tr("Tags that would appear and vanish at the present thresholds"));
    m_tagLines = new DetailList(this);
    m_tagLines->setAccessibleName(tr("Neuron tags by descriptor"));
    column->addWidget(m_tagLines);
    m_moved = addRow(*column, tr("Correlations that move by more than %1").arg(QLocale().toString(0.1, 'f', 1)),
                     tr("Between two descriptors, over the sentences of both halves that have both answers"));
    m_correlationLines = new DetailList(this);
    m_correlationLines->setAccessibleName(tr("Correlations that move"));
    column->addWidget(m_correlationLines);
    m_note = new SmallLabel(this);
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    addButtons(*column);
    column->addStretch(1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(new ColumnScroll(content, this));
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    for (const auto changed : {&app::CurationController::proposedChanged, &app::CurationController::foreseenChanged})
        connect(&session.curation(), changed, this, [this] { note({.curation = true}); });
    connect(&m_preview, &app::ConsequencePreview::changed, this, &ConsequencesPanel::showConsidered);
    if (exclude)
        connect(exclude, &QAction::changed, this, [this] { m_keys->setText(keysText()); });
}

QLabel* ConsequencesPanel::addRow(QVBoxLayout& column, const QString& caption, const QString& explained) {
    auto* name = new QLabel(caption, this);
    name->setWordWrap(true);
    name->setToolTip(explained);
    auto* value = new QLabel(this);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value->setAccessibleName(caption);
    embolden(*value);
    auto* row = new QHBoxLayout;
    row->addWidget(name, 1);
    row->addWidget(value);
    column.addLayout(row);
    return value;
}

void ConsequencesPanel::addButtons(QVBoxLayout& column) {
    m_apply = new QPushButton(tr("Apply"), this);
    m_apply->setDefault(true);
    m_cancel = new QPushButton(tr("Cancel"), this);
    m_cancel->setAutoDefault(true); // Enter on it cancels, though elsewhere here it applies
    connect(m_apply, &QPushButton::clicked, this, &ConsequencesPanel::apply);
    connect(m_cancel, &QPushButton::clicked, this, &ConsequencesPanel::cancel);
    m_keys = new SmallLabel(this);
    m_keys->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_apply);
    row->addWidget(m_cancel);
    row->addWidget(m_keys, 1);
    column.addSpacing(2);
    column.addLayout(row);
}

void ConsequencesPanel::refresh(const app::ChangeSet& change) {
    app::ChangeSet relevant = change;
    relevant.enrichment = relevant.marks = false;
    if (relevant == app::ChangeSet{})
        return;
    m_preview.update();
    showConsidered();
}

QString ConsequencesPanel::waiting() const {
    return m_preview.isComputing() ? tr("…") : QString();
}

void ConsequencesPanel::showConsidered() {
    const app::CurationController& curation = session().curation();
    const descriptors::CurationEdit* edit = curation.considered();
    m_stack->setCurrentIndex(edit ? 1 : 0);
    if (!edit)
        return;
    const QLocale locale;
    const auto& consequences = m_preview.consequences();
    m_condition->setText(conditionText(*edit));
    setFigure(*m_derived, consequences ? countOrNone(locale, consequences->derived) : waiting());
    setFigure(*m_toAsk, consequences ? countOrNone(locale, consequences->toAsk) : waiting());
    showTags(consequences);
    showCorrelations(consequences);
    const QString told = noteText();
    m_note->setText(told);
    m_note->setVisible(!told.isEmpty());
    m_apply->setVisible(curation.proposed().has_value());
    m_cancel->setVisible(curation.proposed().has_value());
    m_keys->setText(keysText());
}

QString ConsequencesPanel::noteText() const {
    const app::CurationController& curation = session().curation();
    const auto& consequences = m_preview.consequences();
    QStringList notes;
    if (curation.isTyped() && curation.proposed()->textCode == "cluster.merge")
        notes += tr("Another cluster has this name already: the two become one.");
    if (m_preview.isComputing())
        notes += tr("computing…");
    else if (consequences && consequences->correlationsLost > 0)
        notes += tr("%Ln correlation(s) would be undefined", nullptr, static_cast<int>(consequences->correlationsLost));
    return notes.join(QLatin1Char('\n'));
}

/// What is foreseen has no buttons: its key makes it at once, and so is undone.
QString ConsequencesPanel::keysText() const {
    if (session().curation().proposed())
        return tr("Enter applies, Esc cancels");
    const QString key = m_exclude ? m_exclude->shortcut().toString(QKeySequence::NativeText) : QString();
    return key.isEmpty() ? QString() : tr("%1 does it at once, and an undo takes it back").arg(key);
}

void ConsequencesPanel::showTags(const std::optional<pipeline::Consequences>& consequences) {
    const QLocale locale;
    QString text = waiting();
    QString spoken = text;
    if (consequences && !consequences->tagsKnown) {
        text = spoken = session().tagger() ? tr("not foreseen under this rule") : tr("no activations yet");
    } else if (consequences) {
        const Theme theme = Theme::of(this);
        QStringList parts;
        if (consequences->tagsAppear > 0)
            parts += coloured(tagMovesText(locale, consequences->tagsAppear, 0), theme.positive);
        if (consequences->tagsVanish > 0)
            parts += coloured(tagMovesText(locale, 0, consequences->tagsVanish), theme.negative);
        text = parts.isEmpty() ? countOrNone(locale, 0) : parts.join(QLatin1Char(' '));
        spoken = tagMovesText(locale, consequences->tagsAppear, consequences->tagsVanish);
    }
    setFigure(*m_tags, text, spoken);
    m_tagLines->setLines(consequences ? tagMoveLines(locale, *consequences) : QStringList());
}

void ConsequencesPanel::showCorrelations(const std::optional<pipeline::Consequences>& consequences) {
    const QLocale locale;
    setFigure(*m_moved, consequences ? countOrNone(locale, consequences->correlations.size()) : waiting());
    m_correlationLines->setLines(consequences ? correlationLines(locale, *consequences) : QStringList());
}

void ConsequencesPanel::keyPressEvent(QKeyEvent* event) {
    const bool considered = session().curation().proposed().has_value();
    if (considered && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        apply();
    else if (considered && event->key() == Qt::Key_Escape)
        cancel();
    else
        Panel::keyPressEvent(event);
}

void ConsequencesPanel::changeEvent(QEvent* event) {
    Panel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && isSeen())
        showTags(m_preview.consequences());
}

void ConsequencesPanel::apply() {
    if (const Status applied = session().curation().applyProposed(); !applied)
        emit session().failed(applied.error());
}

void ConsequencesPanel::cancel() {
    session().curation().withdraw();
}

} // namespace neuroscribe::ui
