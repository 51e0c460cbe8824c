#include "ui/widgets/sentence_view.h"

#include "core/labels/descriptor.h"
#include "ui/models/format.h"
#include "ui/widgets/chip_label.h"
#include "ui/widgets/flow_layout.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

using labels::Answer;

constexpr int kMarginDigits = 2;
constexpr int kMostPrompts = 3; ///< of a tool tip

QString factsOf(const corpus::Sentence& sentence) {
    const QLocale locale;
    const QString half =
        sentence.split == corpus::Split::Calibration ? SentenceView::tr("calibration") : SentenceView::tr("validation");
    return QStringList{SentenceView::tr("sentence %1").arg(locale.toString(sentence.id.value)),
                       QString::fromStdString(sentence.category), half,
                       SentenceView::tr("%Ln word(s)", nullptr, static_cast<int>(sentence.words)),
                       QString::fromStdString(sentence.source)}
        .join(QStringLiteral(" · "));
}

/// One label for each annotator and descriptor, as the matrix has it: the newest engine that answered counts.
std::vector<app::SentenceLabel> standing(const std::vector<app::SentenceLabel>& all) {
    std::vector<app::SentenceLabel> kept;
    for (const app::SentenceLabel& label : all) {
        const auto same = std::ranges::find_if(kept, [&label](const app::SentenceLabel& other) {
            return other.annotator == label.annotator && other.descriptor == label.descriptor;
        });
        if (same == kept.end())
            kept.push_back(label);
        else if (same->answer == Answer::Unanswered && !same->derived)
            *same = label;
    }
    return kept;
}

/// Nobody was asked about the descriptor itself: that is said where its answer is.
QString shownName(const app::SentenceLabel& label) {
    const QString name = QString::fromStdString(label.descriptor);
    return label.derived ? SentenceView::tr("%1 · derived").arg(name) : name;
}

QString yesToolTip(const app::SentenceLabel& label) {
    const QString engine = QString::fromStdString(label.engine);
    const bool matrix = label.annotator == labels::kLabelMatrixName;
    const QString given =
        matrix
            ? SentenceView::tr("Yes, answered by %1").arg(engine)
            : SentenceView::tr("Yes, reference label of %1 (%2)").arg(QString::fromStdString(label.annotator), engine);
    if (!label.derived)
        return given;
    QStringList questions;
    for (const std::string& question : label.questions)
        questions += SentenceView::tr("“%1”").arg(QString::fromStdString(question));
    return given + QLatin1Char('\n') +
           SentenceView::tr("Derived: yes where one of the answers about %1 is yes")
               .arg(questions.join(QLatin1String(", ")));
}

QString namesWith(const std::vector<app::SentenceLabel>& labels, Answer answer) {
    QStringList names;
    for (const app::SentenceLabel& label : labels)
        if (label.answer == answer)
            names += shownName(label);
    names.removeDuplicates();
    return names.join(QLatin1String(", "));
}

/// "taste: Yes, margin 3.20" or "taste: «Maybe.»"; empty for an engine that is no language model.
QString answerLine(const app::SentenceLabel& label) {
    const QString answer = label.answer == Answer::Yes  ? SentenceView::tr("Yes")
                           : label.answer == Answer::No ? SentenceView::tr("No")
                                                        : SentenceView::tr("unanswered");
    QStringList parts;
    if (label.margin)
        parts += SentenceView::tr("margin %1").arg(formatFixed(QLocale(), *label.margin, kMarginDigits));
    if (!label.reply.empty())
        parts += SentenceView::tr("answered “%1”").arg(QString::fromStdString(label.reply).simplified());
    if (!label.detail.empty())
        parts += QString::fromStdString(label.detail);
    if (parts.isEmpty())
        return {};
    return QString::fromStdString(label.descriptor) + QStringLiteral(": ") + answer + QStringLiteral(", ") +
           parts.join(QStringLiteral(", "));
}

QString answeredBy(const std::vector<app::SentenceLabel>& labels) {
    QStringList engines;
    for (const app::SentenceLabel& label : labels)
        engines += QString::fromStdString(label.engine);
    engines.removeDuplicates();
    return engines.join(QLatin1String(", "));
}

} // namespace

SentenceView::SentenceView(QWidget* parent)
    : QScrollArea(parent), m_text(new QLabel), m_facts(new QLabel), m_chips(new QWidget),
      m_chipFlow(new FlowLayout(4, m_chips)), m_others(new QLabel), m_topics(new QLabel), m_answers(new QLabel) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Sentence"));
    for (QLabel* label : {m_text, m_facts, m_others, m_topics, m_answers}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel* label : {m_others, m_topics, m_answers})
        label->setForegroundRole(QPalette::PlaceholderText);
    auto* page = new QWidget;
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(12, 8, 12, 8);
    for (QWidget* part : std::initializer_list<QWidget*>{m_text, m_chips, m_facts, m_topics, m_others, m_answers})
        column->addWidget(part);
    column->addStretch(1);
    setWidget(page);
    setRecord({});
}

void SentenceView::setRecord(const std::optional<app::SentenceRecord>& record) {
    while (QLayoutItem* item = m_chipFlow->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_chips->setVisible(record.has_value());
    for (QLabel* label : {m_others, m_facts, m_topics, m_answers})
        label->clear();
    m_topics->setVisible(record && !record->topics.empty());
    m_answers->hide();
    if (!record) {
        m_text->setText(tr("Choose a sentence to read it with its labels."));
        m_text->setForegroundRole(QPalette::PlaceholderText);
        return;
    }
    m_text->setForegroundRole(QPalette::WindowText);
    m_text->setText(QString::fromStdString(record->sentence.text));
    m_facts->setText(factsOf(record->sentence));
    showLabels(standing(record->labels));
    showTopics(record->topics);
    showAnswers(record->labels);
}

void SentenceView::showTopics(const std::vector<app::SentenceTopics>& topics) {
    QStringList lines;
    QStringList replies;
    for (const app::SentenceTopics& said : topics) {
        QStringList names;
        for (const std::string& topic : said.topics)
            names += QString::fromStdString(topic);
        const QString engine = QString::fromStdString(said.engine);
        lines += names.isEmpty() ? tr("No topics (%1)").arg(engine)
                                 : tr("Topics: %1 (%2)").arg(names.join(QLatin1String(", ")), engine);
        const std::string& raw = said.reply.empty() ? said.detail : said.reply;
        if (!raw.empty())
            replies += QString::fromStdString(raw);
    }
    m_topics->setText(lines.join(QLatin1Char('\n')));
    m_topics->setToolTip(replies.join(QStringLiteral("\n\n")));
}

void SentenceView::showAnswers(const std::vector<app::SentenceLabel>& labels) {
    QStringList lines;
    QStringList prompts;
    for (const app::SentenceLabel& label : labels) {
        if (const QString line = answerLine(label); !line.isEmpty())
            lines += line;
        if (!label.prompt.empty())
            prompts += QString::fromStdString(label.prompt);
    }
    m_answers->setVisible(!lines.isEmpty());
    m_answers->setText(lines.join(QLatin1Char('\n')));
    m_answers->setToolTip(prompts.mid(0, kMostPrompts).join(QLatin1Char('\n')));
}

void SentenceView::showLabels(const std::vector<app::SentenceLabel>& labels) {
    for (const app::SentenceLabel& label : labels) {
        if (label.answer != Answer::Yes)
            continue;
        auto* chip = new ChipLabel(shownName(label), label.annotator == labels::kLabelMatrixName, m_chips);
        chip->setToolTip(yesToolTip(label));
        m_chipFlow->addWidget(chip);
        chip->show();
    }
    QStringList lines;
    if (const QString no = namesWith(labels, Answer::No); !no.isEmpty())
        lines += tr("No: %1").arg(no);
    if (const QString open = namesWith(labels, Answer::Unanswered); !open.isEmpty())
        lines += tr("Unanswered: %1").arg(open);
    lines += labels.empty() ? tr("No labels yet.") : tr("Answered by %1").arg(answeredBy(labels));
    m_others->setText(lines.join(QLatin1Char('\n')));
}

} // namespace neuroscribe::ui
