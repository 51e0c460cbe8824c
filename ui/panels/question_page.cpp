// How the question panel is put together.
#include "ui/panels/question_panel.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/hairline.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace neuroscribe::ui {
namespace {

constexpr int kSide = 12;
constexpr int kReadingWidth = 680; // about 75 letters of the large type a line
constexpr int kNameWidth = 260;
constexpr int kBarHeight = 4;
constexpr double kSentenceScale = 1.5;
constexpr double kQuestionScale = 1.2;

QFont scaled(QFont font, double factor) {
    font.setPointSizeF(font.pointSizeF() * factor);
    return font;
}

/// A command as a wide button with its key below the text's side.
class AnswerButton : public QPushButton {
public:
    AnswerButton(const HintedAction& hint, QWidget* parent) : QPushButton(parent), m_hint(hint) {
        setFocusPolicy(Qt::TabFocus);
        connect(this, &QAbstractButton::clicked, hint.action, &QAction::trigger);
        connect(hint.action, &QAction::changed, this, [this] { follow(); });
        follow();
    }

private:
    void follow() {
        const QString key = m_hint.action->shortcut().toString(QKeySequence::NativeText);
        setText(key.isEmpty() ? m_hint.text : m_hint.text + QStringLiteral("   ") + key);
        setAccessibleName(m_hint.text);
        setAccessibleDescription(key);
        setEnabled(m_hint.action->isEnabled());
    }
    HintedAction m_hint;
};

/// Its content in the middle, no wider than is good to read.
QHBoxLayout* centred(QWidget* content) {
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->addStretch(1);
    content->setMaximumWidth(kReadingWidth);
    row->addWidget(content, 100);
    row->addStretch(1);
    return row;
}

} // namespace

void QuestionPanel::buildLayout(const std::vector<HintedAction>& answers, const std::vector<HintedAction>& hints) {
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(buildHead());
    column->addWidget(new Hairline(page));
    column->addWidget(buildCard(answers), 1);
    column->addWidget(new Hairline(page));
    column->addWidget(buildFoot(hints));
    m_stack->addWidget(m_empty);
    m_stack->addWidget(page);
    m_stack->addWidget(buildNamePage());
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_stack);
    takeFonts();
}

QWidget* QuestionPanel::buildHead() {
    auto* head = new QWidget(this);
    m_progress->setForegroundRole(QPalette::PlaceholderText);
    m_progress->setTextFormat(Qt::PlainText);
    m_progress->setWordWrap(true);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(kBarHeight);
    m_bar->setAccessibleName(tr("Questions answered"));
    auto* column = new QVBoxLayout(head);
    column->setContentsMargins(kSide, 10, kSide, 10);
    column->setSpacing(8);
    column->addWidget(m_progress);
    column->addWidget(m_bar);
    return head;
}

QWidget* QuestionPanel::buildCard(const std::vector<HintedAction>& answers) {
    auto* card = new QWidget(this);
    for (QLabel* label : {m_question, m_sentence}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    }
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_question->setTextFormat(Qt::RichText);
    auto* reading = new QWidget(card);
    auto* text = new QVBoxLayout(reading);
    text->setContentsMargins(0, 0, 0, 0);
    text->addStretch(2);
    text->addLayout(centred(m_sentence));
    text->addStretch(3);
    m_scroll->setWidget(reading);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* buttons = new QWidget(card);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    for (const HintedAction& answer : answers)
        row->addWidget(new AnswerButton(answer, buttons), 1);
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(2 * kSide, kSide, 2 * kSide, 2 * kSide);
    column->setSpacing(16);
    column->addWidget(m_scroll, 1);
    column->addLayout(centred(m_question));
    column->addLayout(centred(buttons));
    return card;
}

QWidget* QuestionPanel::buildFoot(const std::vector<HintedAction>& hints) {
    auto* foot = new QWidget(this);
    m_given->setForegroundRole(QPalette::PlaceholderText);
    m_given->setTextFormat(Qt::PlainText);
    m_given->setWordWrap(true);
    m_reveal->setToolTip(tr("Each one once you have answered. Who sees them may come to answer like the model"));
    auto* keys = new QWidget(foot);
    auto* keyFlow = new FlowLayout(12, keys);
    for (const HintedAction& hint : hints)
        keyFlow->addWidget(new KeyHint(hint.action, hint.text, keys));
    auto* state = new QWidget(foot);
    auto* stateFlow = new FlowLayout(16, state);
    stateFlow->addWidget(m_reveal);
    stateFlow->addWidget(m_given);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(kSide, 8, kSide, 8);
    column->setSpacing(6);
    column->addWidget(state);
    column->addWidget(keys);
    return foot;
}

QWidget* QuestionPanel::buildNamePage() {
    auto* page = new QWidget(this);
    auto* title = new QLabel(tr("Who answers?"), page);
    QFont bold = font();
    bold.setBold(true);
    title->setFont(bold);
    auto* why = new QLabel(tr("Answers are kept under a name, beside the model's labels and never over them. "
                              "Several people can answer the same questions."),
                           page);
    why->setForegroundRole(QPalette::PlaceholderText);
    why->setWordWrap(true);
    why->setAlignment(Qt::AlignCenter);
    m_name->setText(QString::fromLocal8Bit(qgetenv("USER")));
    m_name->setFixedWidth(kNameWidth);
    m_name->setAccessibleName(tr("Name of who answers"));
    m_nameProblem->setWordWrap(true);
    m_nameProblem->setAlignment(Qt::AlignCenter);
    m_nameProblem->hide();
    auto* start = new QPushButton(tr("Begin"), page);
    start->setDefault(true);
    connect(start, &QPushButton::clicked, this, &QuestionPanel::begin);
    auto* row = new QHBoxLayout;
    row->addStretch();
    row->addWidget(m_name);
    row->addWidget(start);
    row->addStretch();
    auto* column = new QVBoxLayout(page);
    column->setSpacing(10);
    column->addStretch();
    column->addWidget(title, 0, Qt::AlignCenter);
    column->addLayout(centred(why));
    column->addLayout(row);
    column->addWidget(m_nameProblem);
    column->addStretch();
    return page;
}

void QuestionPanel::takeFonts() {
    m_sentence->setFont(scaled(font(), kSentenceScale));
    m_question->setFont(scaled(font(), kQuestionScale));
}

} // namespace neuroscribe::ui
