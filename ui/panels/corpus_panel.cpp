#include "ui/panels/corpus_panel.h"

#include "app/session/sentence_labels.h"
#include "app/session/session.h"
#include "core/corpus/sentence.h"
#include "ui/models/sentence_list_model.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/search_field.h"
#include "ui/widgets/sentence_list.h"
#include "ui/widgets/sentence_view.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

constexpr int kAll = -1;

QComboBox* filterCombo(const QString& name, QWidget* parent) {
    auto* combo = new QComboBox(parent);
    combo->setAccessibleName(name);
    combo->setToolTip(name);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    return combo;
}

struct Filter {
    int category = kAll;
    int split = kAll;
    int label = kAll; ///< column of the descriptor that the sentence must have
};

bool passes(const pipeline::StudyData& study, std::uint32_t id, const Filter& filter) {
    const corpus::CorpusIndex& index = *study.corpus;
    return (filter.category == kAll || index.category[id] == filter.category) &&
           (filter.split == kAll || static_cast<int>(index.split[id]) == filter.split) &&
           (filter.label == kAll ||
            study.labels->at(SentenceId(id), static_cast<std::uint32_t>(filter.label)) == labels::Answer::Yes);
}

} // namespace

CorpusPanel::CorpusPanel(app::Session& session, QWidget* parent)
    : Panel(session, parent), m_search(new SearchField(tr("Search the sentences"), this)),
      m_category(filterCombo(tr("Category"), this)), m_split(filterCombo(tr("Split"), this)),
      m_label(filterCombo(tr("Descriptor"), this)), m_count(new QLabel(this)),
      m_list(new SentenceList(session, QStringLiteral("corpus.texts"), this)), m_view(new SentenceView(this)) {
    buildLayout();
    connect(m_search, &SearchField::textChanged, this, &CorpusPanel::search);
    for (QComboBox* combo : {m_category, m_split, m_label})
        connect(combo, &QComboBox::activated, this, &CorpusPanel::applyFilters);
    connect(&session.selection(), &app::Selection::sentenceChanged, this, [this] {
        if (isSeen())
            showSelected();
    });
}

void CorpusPanel::buildLayout() {
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_list->setAccessibleName(tr("Sentences"));
    auto* filters = new FlowLayout(6);
    for (QComboBox* combo : {m_category, m_split, m_label})
        filters->addWidget(combo);
    auto* head = new QVBoxLayout;
    head->setContentsMargins(12, 10, 12, 2);
    head->setSpacing(6);
    head->addWidget(m_search);
    head->addLayout(filters);
    head->addWidget(m_count);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->addWidget(m_list);
    splitter->addWidget(m_view);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    splitter->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(splitter, 1);
}

void CorpusPanel::refresh(const app::ChangeSet& change) {
    if (!change.study)
        return;
    m_list->sentences().forgetTexts();
    fillFilters();
    search();
    showSelected();
}

void CorpusPanel::fillFilters() {
    const auto study = session().study();
    const auto fill = [](QComboBox* combo, const QString& all, const QStringList& names) {
        const QString chosen = combo->currentIndex() > 0 ? combo->currentText() : QString();
        combo->clear();
        combo->addItem(all, kAll);
        combo->setMinimumContentsLength(static_cast<int>(all.size())); // longer names are cut, this one never
        for (int i = 0; i < names.size(); ++i)
            combo->addItem(names[i], i);
        combo->setCurrentIndex(chosen.isEmpty() ? 0 : std::max(0, combo->findText(chosen)));
        combo->setEnabled(!names.isEmpty());
    };
    QStringList categories;
    QStringList descriptors;
    if (study) {
        for (const std::string& name : study->corpus->categories)
            categories += QString::fromStdString(name);
        if (study->labels)
            for (const labels::Descriptor& descriptor : study->descriptors)
                descriptors += QString::fromStdString(descriptor.name);
    }
    fill(m_category, tr("All categories"), categories);
    fill(m_split, tr("Both halves"), {tr("Calibration"), tr("Validation")});
    fill(m_label, tr("Any label"), descriptors);
}

void CorpusPanel::search() {
    const std::string words = m_search->text().simplified().toStdString();
    const auto study = session().study();
    m_found.reset();
    if (words.empty() || !study)
        return applyFilters();
    const auto limit = static_cast<std::uint32_t>(study->corpus->size());
    using Ids = std::vector<SentenceId>;
    session().query<Ids>(
        QStringLiteral("corpus.search"),
        [words, limit](store::Database& database, std::stop_token) {
            return corpus::search(database, {words, kAll, kAll}, limit);
        },
        [this, words](Result<Ids> ids) {
            if (words != m_search->text().simplified().toStdString())
                return; // emptied meanwhile
            if (!ids)
                emit session().failed(ids.error());
            m_found = ids ? *ids : Ids{};
            applyFilters();
        },
        this);
}

void CorpusPanel::applyFilters() {
    const auto study = session().study();
    std::vector<SentenceListModel::Row> rows;
    if (study) {
        const Filter filter{m_category->currentData().toInt(), m_split->currentData().toInt(),
                            m_label->currentData().toInt()};
        const auto size = static_cast<std::uint32_t>(study->corpus->size());
        const auto add = [&](SentenceId id) {
            if (id.value < size && passes(*study, id.value, filter))
                rows.push_back({id, {}});
        };
        if (m_found)
            for (const SentenceId id : *m_found)
                add(id);
        else
            for (std::uint32_t id = 0; id < size; ++id)
                add(SentenceId(id));
        const QLocale locale;
        m_count->setText(
            tr("%1 of %2 sentences").arg(locale.toString(static_cast<qulonglong>(rows.size())), locale.toString(size)));
    } else {
        m_count->clear();
    }
    m_list->sentences().setRows(std::move(rows));
}

void CorpusPanel::comeIntoSight() {
    Panel::comeIntoSight();
    if (session().selection().sentence() != m_shown)
        showSelected();
}

void CorpusPanel::showSelected() {
    const auto id = session().selection().sentence();
    m_shown = id;
    if (!id) {
        m_view->setRecord({});
        return;
    }
    if (const int row = m_list->sentences().rowOf(*id); row >= 0 && row != m_list->currentIndex().row())
        m_list->setCurrentIndex(m_list->sentences().index(row));
    session().query<app::SentenceRecord>(
        QStringLiteral("corpus.sentence"),
        [id = *id](store::Database& database, std::stop_token) { return app::loadSentenceRecord(database, id); },
        [this](Result<app::SentenceRecord> record) {
            if (!record)
                emit session().failed(record.error());
            else
                m_view->setRecord(*record);
        },
        this);
}

} // namespace neuroscribe::ui
