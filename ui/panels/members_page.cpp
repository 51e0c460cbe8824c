// How the members panel is put together.
#include "ui/panels/members_panel.h"
#include "ui/widgets/chip_button.h"
#include "ui/widgets/chip_label.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/key_hint.h"
#include "ui/widgets/member_table.h"
#include "ui/widgets/search_field.h"

#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace neuroscribe::ui {
namespace {

constexpr int kSide = 12;
constexpr int kNameWidth = 250;
constexpr int kQuestionWidth = 250;
constexpr int kFilterWidth = 210;

QLabel* mutedLabel(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QWidget* flowRow(QWidget* parent, int spacing, const std::vector<QWidget*>& widgets) {
    auto* row = new QWidget(parent);
    auto* flow = new FlowLayout(spacing, row);
    for (QWidget* widget : widgets)
        flow->addWidget(widget);
    return row;
}

} // namespace

void MembersPanel::buildLayout(const std::vector<HintedAction>& hints, const std::vector<HintedAction>& decide) {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(new Hairline(page));
    column->addWidget(buildTools());
    column->addWidget(m_table, 1);
    column->addWidget(new Hairline(page));
    column->addWidget(buildHints(hints, decide));
    m_table->setAccessibleName(tr("Members"));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(page);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
}

QWidget* MembersPanel::buildHead() {
    QFont bold = font();
    bold.setWeight(QFont::DemiBold);
    for (QWidget* name : {static_cast<QWidget*>(m_name), static_cast<QWidget*>(m_title)})
        name->setFont(bold);
    m_name->setFixedWidth(kNameWidth);
    m_name->setAccessibleName(tr("Name of the cluster"));
    m_name->installEventFilter(this);
    m_title->setTextFormat(Qt::PlainText);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setTextFormat(Qt::PlainText);
    QWidget* head = flowRow(this, 8, {m_name, m_title, m_facts, m_state});
    head->layout()->setContentsMargins(kSide, 6, kSide, 6);
    return head;
}

QWidget* MembersPanel::buildTools() {
    auto* tools = new QWidget(this);
    for (std::size_t i = 0; i < kMostSuggestions; ++i) {
        auto* chip = new ChipButton(tools);
        chip->setAccessibleName(tr("Suggestion"));
        connect(chip, &QAbstractButton::clicked, this, [this, i] { emit suggestionChosen(static_cast<int>(i)); });
        m_chips.push_back(chip);
    }
    m_suggestionRow = flowRow(tools, 6, {mutedLabel(tr("Suggestions"), tools), m_chips[0], m_chips[1], m_chips[2]});
    m_question->setFixedWidth(kQuestionWidth);
    m_question->setAccessibleName(tr("Question: what the sentences are asked about"));
    m_question->setToolTip(tr("What the sentences are asked about; stays when the cluster is renamed"));
    m_question->installEventFilter(this);
    m_questionRow = flowRow(tools, 6, {mutedLabel(tr("asks about"), tools), m_question});
    m_filter->setFixedWidth(kFilterWidth);
    auto* flow = new FlowLayout(10, tools);
    flow->setContentsMargins(kSide, 7, kSide, 7);
    for (QWidget* part :
         {m_suggestionRow, m_questionRow, static_cast<QWidget*>(m_filter), static_cast<QWidget*>(m_selected)})
        flow->addWidget(part);
    m_selected->setForegroundRole(QPalette::PlaceholderText);
    return tools;
}

QWidget* MembersPanel::buildHints(const std::vector<HintedAction>& hints, const std::vector<HintedAction>& decide) {
    auto* rows = new QWidget(this);
    const auto fill = [rows](const std::vector<HintedAction>& actions, std::vector<QWidget*> widgets) {
        for (const HintedAction& hint : actions)
            widgets.push_back(new KeyHint(hint.action, hint.text, rows));
        return flowRow(rows, 12, widgets);
    };
    m_proposal->setTextFormat(Qt::PlainText);
    m_hints = fill(hints, {});
    m_decide = fill(decide, {m_proposal});
    m_decide->hide();
    auto* column = new QVBoxLayout(rows);
    column->setContentsMargins(kSide, 8, kSide, 8);
    column->addWidget(m_hints);
    column->addWidget(m_decide);
    return rows;
}

} // namespace neuroscribe::ui
