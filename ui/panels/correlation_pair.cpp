#include "ui/panels/correlation_pair.h"

#include "app/session/session.h"
#include "ui/models/format.h"
#include "ui/models/sentence_list_model.h"
#include "ui/theme/icons.h"
#include "ui/widgets/sentence_list.h"
#include "ui/widgets/small_label.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace neuroscribe::ui {
namespace {

constexpr std::size_t kMostSentences = 500;

std::optional<double> defined(double value) {
    return std::isnan(value) ? std::nullopt : std::optional(value);
}

QString number(std::optional<double> value) {
    return value ? formatFixed(QLocale(), *value, 2) : undefinedText();
}

/// As the pair is named, whichever column comes first in the study.
std::array<std::uint64_t, 4> cellsOf(const stats::FourFold& table, bool turned) {
    return {table.both, turned ? table.second : table.first, turned ? table.first : table.second, table.neither};
}

} // namespace

CorrelationPair::CorrelationPair(app::Session& session, QWidget* parent)
    : QWidget(parent), m_session(session), m_names(new QLabel(this)), m_numbers(new SmallLabel(this)),
      m_sentences(new SentenceList(session, QStringLiteral("correlation.texts"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 10, 4);
    column->setSpacing(4);
    QFont bold = m_names->font();
    bold.setWeight(QFont::DemiBold);
    m_names->setFont(bold);
    m_names->setTextFormat(Qt::PlainText);
    m_names->setWordWrap(true);
    auto* close = new QToolButton(this);
    close->setIcon(symbolicIcon(QStringLiteral("close")));
    close->setAccessibleName(tr("Close the pair"));
    close->setToolTip(tr("Close the pair (Esc)"));
    connect(close, &QToolButton::clicked, this, &CorrelationPair::closed);
    auto* head = new QHBoxLayout;
    head->addWidget(m_names, 1);
    head->addWidget(close, 0, Qt::AlignTop);
    column->addLayout(head);
    m_numbers->setWordWrap(true);
    m_numbers->setTextFormat(Qt::PlainText);
    column->addWidget(m_numbers);
    buildTable();
    m_sentences->setAccessibleName(tr("Sentences of the chosen cell"));
    m_sentences->setStrong(
        [this](std::uint32_t descriptor) { return descriptor == m_first || descriptor == m_second; });
    column->addWidget(m_sentences, 1);
}

void CorrelationPair::buildTable() {
    auto* grid = new QGridLayout;
    grid->setSpacing(2);
    auto* group = new QButtonGroup(this);
    const QString names[] = {tr("Both"), tr("First only"), tr("Second only"), tr("Neither")}; // until there is a pair
    for (std::size_t i = 0; i < m_heads.size(); ++i) {
        m_heads[i] = new SmallLabel(this);
        m_heads[i]->setTextFormat(Qt::PlainText);
        m_heads[i]->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    grid->addWidget(m_heads[0], 1, 0);
    grid->addWidget(m_heads[1], 2, 0);
    grid->addWidget(m_heads[2], 0, 1, Qt::AlignBottom);
    grid->addWidget(m_heads[3], 0, 2, Qt::AlignBottom);
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        auto* button = new QToolButton(this);
        button->setCheckable(true);
        button->setAccessibleName(names[i]);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
        group->addButton(button, static_cast<int>(i));
        grid->addWidget(button, 1 + static_cast<int>(i / 2), 1 + static_cast<int>(i % 2));
        m_cells[i] = button;
    }
    for (int c = 0; c < 3; ++c)
        grid->setColumnStretch(c, 1);
    m_cells[0]->setChecked(true);
    connect(group, &QButtonGroup::idClicked, this, &CorrelationPair::showSentences);
    static_cast<QVBoxLayout*>(layout())->addLayout(grid);
}

void CorrelationPair::setPair(std::shared_ptr<const pipeline::DescriptorCorrelation> correlation, std::uint32_t first,
                              std::uint32_t second) {
    m_correlation = std::move(correlation);
    m_first = first;
    m_second = second;
    showNumbers();
    m_sentences->sentences().refreshChips();
    showSentences();
}

QString CorrelationPair::sentenceNumbers() const {
    const QLocale locale;
    const std::size_t pair = m_correlation->sentences.phi.index(m_first, m_second);
    const auto phi = defined(m_correlation->sentences.phi.values[pair]);
    if (!phi)
        return tr("φ is undefined: one of the two says the same in every sentence that knows both");
    const auto interval = m_correlation->interval(m_first, m_second);
    const stats::FourFold& table = m_correlation->sentences.tables[pair];
    const std::uint64_t known = table.both + table.first + table.second + table.neither;
    return tr("φ %1 (95 %: %2; independent: 0), q %3 · %4 of the sentences answered for both")
        .arg(number(phi), interval ? formatInterval(locale, *interval) : undefinedText(),
             formatQ(locale, defined(m_correlation->sentences.q.values[pair])),
             formatCoverage(locale, known, m_correlation->sentenceCount));
}

QString CorrelationPair::neuronNumbers() const {
    if (!m_correlation->neurons)
        return {};
    const auto r = defined(m_correlation->neurons->at(m_first, m_second));
    const auto phi = defined(m_correlation->sentences.phi.at(m_first, m_second));
    return tr("r over neurons %1, difference %2")
        .arg(number(r), number(r && phi ? std::optional(*r - *phi) : std::nullopt));
}

void CorrelationPair::showNumbers() {
    const QString first = QString::fromStdString(m_correlation->names[m_first]);
    const QString second = QString::fromStdString(m_correlation->names[m_second]);
    m_names->setText(tr("%1 and %2").arg(first, second));
    const QString neurons = neuronNumbers();
    m_numbers->setText(neurons.isEmpty() ? sentenceNumbers() : sentenceNumbers() + QStringLiteral(" · ") + neurons);
    const QString heads[] = {tr("%1: yes").arg(first), tr("%1: no").arg(first), tr("%1: yes").arg(second),
                             tr("%1: no").arg(second)};
    for (std::size_t i = 0; i < m_heads.size(); ++i) {
        m_heads[i]->setText(heads[i]);
        m_heads[i]->setToolTip(heads[i]);
    }
    const std::size_t pair = m_correlation->sentences.phi.index(m_first, m_second);
    const auto cells = cellsOf(m_correlation->sentences.tables[pair], m_first > m_second);
    const std::uint64_t rows = cells[0] + cells[1] + cells[2] + cells[3];
    const QLocale locale;
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        const QString count = formatCount(locale, cells[i]);
        const double share = rows ? static_cast<double>(cells[i]) / static_cast<double>(rows) : 0;
        m_cells[i]->setText(rows ? tr("%1 (%2)").arg(count, formatPercent(locale, share, 1)) : count);
        m_cells[i]->setAccessibleName(tr("%1, %2: %3 sentences").arg(heads[i / 2], heads[2 + i % 2], count));
        m_cells[i]->setToolTip(tr("Show sentences of this cell"));
    }
}

void CorrelationPair::showSentences() {
    const auto study = m_session.study();
    std::vector<SentenceListModel::Row> rows;
    if (study && study->labels && m_correlation && std::max(m_first, m_second) < study->labels->descriptors()) {
        std::size_t chosen = 0;
        for (std::size_t i = 0; i < m_cells.size(); ++i)
            chosen = m_cells[i]->isChecked() ? i : chosen;
        const auto wanted = [](bool yes) {
            return static_cast<std::uint8_t>(yes ? labels::Answer::Yes : labels::Answer::No);
        };
        const auto first = study->labels->column(m_first), second = study->labels->column(m_second);
        for (std::uint32_t id = 0; id < first.size() && rows.size() < kMostSentences; ++id)
            if (first[id] == wanted(chosen / 2 == 0) && second[id] == wanted(chosen % 2 == 0))
                rows.push_back({SentenceId(id), std::nullopt});
    }
    m_sentences->sentences().setRows(std::move(rows));
}

QString CorrelationPair::summary() const {
    return m_numbers->text();
}

void CorrelationPair::forget() {
    m_correlation.reset();
    m_sentences->sentences().setRows({});
    m_sentences->sentences().forgetTexts();
}

void CorrelationPair::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace neuroscribe::ui
