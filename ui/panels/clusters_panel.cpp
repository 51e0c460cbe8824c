#include "ui/panels/clusters_panel.h"

#include "app/session/session.h"
#include "ui/models/cluster_list_model.h"
#include "ui/models/format.h"
#include "ui/models/place_text.h"
#include "ui/widgets/cluster_table.h"
#include "ui/widgets/search_field.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace neuroscribe::ui {
namespace {

using Order = ClusterListModel::Order;
using Filter = ClusterListModel::Filter;

ClusterListModel::Row rowOf(const descriptors::Curation& curation, ClusterId id, const app::PlaceFigures& figures,
                            std::uint32_t sentences) {
    ClusterListModel::Row row;
    row.id = id;
    row.name = placeName(curation, id);
    row.folded = row.name.toLower();
    row.state = placeState(curation, id);
    row.members = figures.members;
    row.said = figures.said;
    row.share = sentences ? static_cast<double>(figures.sentences) / sentences : 0;
    return row;
}

} // namespace

ClustersPanel::ClustersPanel(app::Session& session, QWidget* parent)
    : Panel(session, parent), m_search(new SearchField(tr("Find a cluster or a member"), this)),
      m_order(new QComboBox(this)), m_filter(new QComboBox(this)), m_counts(new QLabel(this)),
      m_table(new ClusterTable(this)) {
    m_hint = new QLabel(m_table->viewport());
    buildLayout();
    connectTable();
    m_search->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &ClustersPanel::search);
    connect(m_order, &QComboBox::activated, this,
            [this](int index) { m_table->clusters().setOrder(static_cast<Order>(index)); });
    connect(m_filter, &QComboBox::activated, this, [this](int index) {
        m_table->clusters().setFilter(static_cast<Filter>(index));
        showHint();
    });
    connect(&session.selection(), &app::Selection::clusterChanged, this, &ClustersPanel::showSelected);
}

void ClustersPanel::buildLayout() {
    m_order->addItems({tr("by size"), tr("by name"), tr("by how often said"), tr("by sentences"), tr("by state")});
    m_order->setAccessibleName(tr("Order of the clusters"));
    m_filter->addItems({tr("all clusters"), tr("new ones"), tr("named ones"), tr("excluded ones")});
    m_filter->setAccessibleName(tr("Clusters shown"));
    m_counts->setForegroundRole(QPalette::PlaceholderText);
    m_counts->setTextFormat(Qt::PlainText);
    m_table->setAccessibleName(tr("Clusters"));
    m_hint->setWordWrap(true);
    m_hint->setAlignment(Qt::AlignCenter);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* over = new QVBoxLayout(m_table->viewport());
    over->setContentsMargins(24, 0, 24, 0);
    over->addStretch(1);
    over->addWidget(m_hint);
    over->addStretch(1);
    m_hint->hide();
    auto* row = new QHBoxLayout;
    row->setSpacing(6);
    for (QComboBox* combo : {m_order, m_filter}) {
        combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        row->addWidget(combo, 1);
    }
    auto* head = new QVBoxLayout;
    head->setContentsMargins(10, 9, 10, 6);
    head->setSpacing(6);
    head->addWidget(m_search);
    head->addLayout(row);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_table, 1);
}

void ClustersPanel::connectTable() {
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& now) {
        const auto* row = m_table->clusters().rowAt(now.row());
        if (row && !m_filling)
            session().selection().setCluster(row->id);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ClustersPanel::selectionChanged);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
        static constexpr Order kOrders[] = {Order::Name, Order::Members, Order::Said, Order::Sentences};
        m_table->clusters().setOrder(kOrders[section]);
        m_order->setCurrentIndex(static_cast<int>(kOrders[section]));
    });
}

void ClustersPanel::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void ClustersPanel::refresh(const app::ChangeSet& change) {
    if (!change.curation)
        return;
    fill();
    if (!m_search->text().isEmpty())
        search();
    showSelected();
    showCounts();
    showHint();
}

void ClustersPanel::fill() {
    const auto curation = session().curation().curation();
    const auto study = session().study();
    std::vector<ClusterListModel::Row> rows;
    if (curation && study)
        for (const auto& [id, figures] : session().curation().figures())
            if (id != descriptors::kSetAside || figures.members != 0)
                rows.push_back(rowOf(*curation, id, figures, study->corpus->size()));
    const QScopedValueRollback guard(m_filling, true);
    m_table->clusters().setRows(std::move(rows));
}

void ClustersPanel::showCounts() {
    std::size_t clusters = 0, named = 0, excluded = 0;
    if (const auto curation = session().curation().curation()) {
        clusters = curation->clusters().size();
        for (const auto& [id, cluster] : curation->clusters()) {
            named += cluster.isDescriptor() ? 1 : 0;
            excluded += cluster.excluded ? 1 : 0;
        }
    }
    const QLocale locale;
    m_counts->setText(clusters == 0 ? QString()
                                    : tr("%1 · %2 named · %3 excluded")
                                          .arg(formatCount(locale, clusters), formatCount(locale, named),
                                               formatCount(locale, excluded)));
}

/// What to do next where no cluster is shown, and why none is.
void ClustersPanel::showHint() {
    const auto curation = session().curation().curation();
    const auto topics = session().curation().topics();
    const ClusterListModel& clusters = m_table->clusters();
    bool any = false;
    for (int row = 0; row < clusters.rowCount(); ++row)
        any = any || clusters.rowAt(row)->state != ClusterState::Outside;
    QString hint;
    if (any || !curation)
        hint.clear();
    else if (!m_search->text().trimmed().isEmpty())
        hint = clusters.rowCount() == 0 ? tr("No cluster and no member has this in its name. Esc empties the search.")
                                        : tr("Found in no cluster, only outside of them.");
    else if (!curation->clusters().empty())
        hint = tr("No cluster is of the kind that is shown.");
    else if (topics && !topics->isEmpty())
        hint = tr("No clusters yet. Study > Cluster Topics makes them; or tick topics that belong together and make a "
                  "cluster of them.");
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
}

void ClustersPanel::search() {
    const QString text = m_search->text().trimmed().toLower();
    const auto curation = session().curation().curation();
    const auto topics = session().curation().topics();
    std::unordered_map<ClusterId, int> hits;
    std::unordered_set<RawDescriptorId> members;
    if (!text.isEmpty() && curation)
        for (std::uint32_t i = 1; i < topics->index.size(); ++i) {
            const RawDescriptorId id(i);
            if (!topics->names[i].contains(text))
                continue;
            const ClusterId place = curation->placeOf(id);
            if (place == descriptors::kUnclustered && topics->index.said(id) == 0)
                continue;
            ++hits[place];
            members.insert(id);
        }
    {
        const QScopedValueRollback guard(m_filling, true);
        m_table->clusters().setSearch(text, std::move(hits));
    }
    emit found(members);
    showHint();
    chooseFirstFound();
}

/// What is shown stays as long as the search has it too.
void ClustersPanel::chooseFirstFound() {
    const ClusterListModel& clusters = m_table->clusters();
    const auto place = session().selection().cluster();
    const auto* now = place ? clusters.rowAt(clusters.rowOf(*place)) : nullptr;
    if (m_search->text().trimmed().isEmpty() || (now && now->state != ClusterState::Outside))
        return showSelected();
    int best = 0;
    for (int row = clusters.rowCount() - 1; row >= 0; --row)
        if (clusters.index(row, 0).data(ClusterListModel::HitsRole).toInt() != 0 &&
            (best == 0 || clusters.rowAt(row)->state != ClusterState::Outside))
            best = row;
    if (const auto* first = clusters.rowAt(best))
        session().selection().setCluster(first->id);
}

bool ClustersPanel::selectNextUnnamed() {
    fill(); // an edit that was made in this turn may have named it, or taken it away
    const auto next = m_table->clusters().nextUnnamed(m_table->currentIndex().row());
    if (!next)
        return false;
    session().selection().setCluster(next);
    return true;
}

void ClustersPanel::showSelected() {
    const auto place = session().selection().cluster();
    const int row = place ? m_table->clusters().rowOf(*place) : -1;
    if (row < 0 || m_table->currentIndex().row() == row)
        return;
    const QScopedValueRollback guard(m_filling, true);
    m_table->setCurrentIndex(m_table->clusters().index(row, 0));
}

bool ClustersPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_search || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return Panel::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
    if (!enter && key != Qt::Key_Down && key != Qt::Key_Escape)
        return Panel::eventFilter(watched, event);
    event->accept(); // these keys are commands of the bench elsewhere
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (enter)
        emit foundChosen();
    else if (key == Qt::Key_Escape)
        m_search->clear();
    else
        m_table->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace neuroscribe::ui
