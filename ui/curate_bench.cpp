#include "ui/curate_bench.h"

#include "app/session/session.h"
#include "core/descriptors/split_in_two.h"
#include "ui/models/cluster_list_model.h"
#include "ui/models/member_list_model.h"
#include "ui/models/place_text.h"
#include "ui/panels/clusters_panel.h"
#include "ui/panels/members_panel.h"
#include "ui/widgets/member_table.h"
#include "ui/widgets/name_picker.h"

#include <QEvent>

#include <algorithm>
#include <utility>

namespace neuroscribe::ui {

using descriptors::Curation;
using descriptors::CurationDelta;
using descriptors::kSetAside;
using descriptors::kUnclustered;
using descriptors::NameSource;

CurateBench::CurateBench(app::Session& session, ClustersPanel& clusters, MembersPanel& members)
    : QObject(&members), m_session(session), m_clusters(clusters), m_members(members),
      m_picker(new NamePicker(&members)) {
    app::CurationController& edits = session.curation();
    connect(&clusters, &ClustersPanel::selectionChanged, this, &CurateBench::stateChanged);
    connect(&clusters, &ClustersPanel::found, &members, &MembersPanel::setFound);
    connect(&clusters, &ClustersPanel::foundChosen, &members, &MembersPanel::focusTable);
    connect(&clusters.table(), &BenchTable::typed, this, [this](const QString& text) { m_members.beginRename(text); });
    connect(&members.table(), &BenchTable::typed, this, [this](const QString& text) { m_members.beginRename(text); });
    connect(&members, &MembersPanel::suggestionsChanged, this, &CurateBench::stateChanged);
    connect(&members, &MembersPanel::selectionChanged, this, [this] {
        reviseSplit();
        emit stateChanged();
    });
    connect(&members, &MembersPanel::suggestionChosen, this, &CurateBench::takeSuggestion);
    connect(&members, &MembersPanel::questionTyped, this, [this](const QString& question) {
        if (const auto place = m_members.place())
            apply(descriptors::setQuestion(curation(), *place, question.toStdString()));
    });
    connect(&members, &MembersPanel::nameEdited, this, [this](const QString& name) {
        propose(nameEdit(name), Pending::Typed);
        m_naming = m_session.curation().isTyped();
    });
    connect(&members, &MembersPanel::questionEdited, this, [this](const QString& question) {
        if (const auto place = m_members.place())
            propose(descriptors::setQuestion(curation(), *place, question.toStdString()), Pending::Typed);
    });
    connect(&members, &MembersPanel::typingCancelled, &edits, &app::CurationController::withdraw);
    connect(&edits, &app::CurationController::changed, this, &CurateBench::follow);
    connect(&edits, &app::CurationController::proposedChanged, this, [this] {
        m_naming = false;
        if (!m_session.curation().proposed()) {
            m_splitting.reset();
            m_picker->hide();
        }
        emit stateChanged();
    });
    connect(this, &CurateBench::stateChanged, this, &CurateBench::foresee);
    clusters.table().installEventFilter(this);
    members.table().installEventFilter(this);
    connect(&session.selection(), &app::Selection::clusterChanged, &edits, &app::CurationController::withdraw);
    ClusterTable& table = clusters.table();
    connect(&table, &ClusterTable::draggedOver, this,
            [this](const Dragged& what, ClusterId target) { propose(dragEdit(what, target)); });
    connect(&table, &ClusterTable::droppedOn, this,
            [this](const Dragged& what, ClusterId target) { apply(dragEdit(what, target)); });
    connect(&table, &ClusterTable::dragLeft, &edits, &app::CurationController::withdraw);
    connect(m_picker, &NamePicker::pointedAt, this, [this](quint32 id) { propose(m_picking(ClusterId(id))); });
    connect(m_picker, &NamePicker::cancelled, this, &CurateBench::cancel);
    connect(m_picker, &NamePicker::chosen, this, [this](quint32 id) {
        apply(m_picking(ClusterId(id)));
        m_clusters.table().setFocus(Qt::OtherFocusReason);
    });
}

const Curation& CurateBench::curation() const {
    return *m_session.curation().curation();
}

/// What is excluded, clusters or members, is chosen by the list that has the focus.
bool CurateBench::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusIn)
        foresee();
    return QObject::eventFilter(watched, event);
}

/// The list follows an edit a moment later.
std::vector<ClusterId> CurateBench::selectedClusters() const {
    std::vector<ClusterId> clusters = m_clusters.table().selectedClusters();
    std::erase_if(clusters, [this](ClusterId id) { return !curation().find(id); });
    return clusters;
}

bool CurateBench::canEdit() const {
    return m_session.curation().canEdit();
}

bool CurateBench::hasClusters() const {
    return canEdit() && !selectedClusters().empty();
}

bool CurateBench::hasMembers() const {
    return canEdit() && m_members.place() && m_members.table().selectionModel()->hasSelection();
}

bool CurateBench::canCancel() const {
    return m_session.curation().proposed() || m_splitting;
}

bool CurateBench::hasSuggestion(int number) const {
    return hasClusters() && static_cast<std::size_t>(number) < m_members.suggestions().size();
}

bool CurateBench::apply(const Edit& edit) {
    const Status done = edit ? m_session.curation().apply(*edit) : Status(edit.error());
    if (!done)
        emit m_session.failed(done.error());
    return done.ok();
}

/// What can't be done is not proposed; why is said when it is asked for.
void CurateBench::propose(const Edit& edit, Pending how) {
    if (!edit || !m_session.curation().propose(*edit, how))
        m_session.curation().withdraw();
}

/// The only command that asks nothing is told beforehand.
void CurateBench::foresee() {
    const Edit edit = canExclude() ? excludeEdit() : Edit(Error{ErrorCode::InvalidArgument, "", "", ""});
    m_session.curation().foresee(edit ? std::optional(*edit) : std::nullopt);
}

void CurateBench::rename() {
    m_members.beginRename();
}

/// Another cluster of the name that is typed is the same one: the two are merged, which is seen before it is done.
CurateBench::Edit CurateBench::nameEdit(const QString& typed) const {
    const auto place = m_members.place();
    if (!place || !curation().find(*place))
        return Error{ErrorCode::InvalidArgument, "name", "no cluster is shown", ""};
    const std::string name = typed.trimmed().toStdString();
    const auto other = curation().descriptorNamed(name);
    const std::vector<ClusterId> one{*place};
    return other && other != place ? descriptors::merge(curation(), one, *other)
                                   : descriptors::rename(curation(), *place, name, false);
}

bool CurateBench::applyProposed() {
    const Status done = m_session.curation().applyProposed();
    if (!done)
        emit m_session.failed(done.error());
    return done.ok();
}

/// As one edit. What another descriptor is called already stays a suggestion.
bool CurateBench::confirmSelected() {
    std::vector<ClusterId> clusters = selectedClusters();
    if (clusters.empty() && m_members.place() && curation().find(*m_members.place()))
        clusters.push_back(*m_members.place()); // shown, though the list's filter hides it
    std::erase_if(clusters, [this](ClusterId id) { return curation().find(id)->source == NameSource::Person; });
    if (clusters.empty())
        return true;
    if (!apply(clusters.size() == 1 ? descriptors::confirm(curation(), clusters.front())
                                    : descriptors::confirmAll(curation(), clusters)))
        return false;
    const auto left =
        std::ranges::count_if(clusters, [this](ClusterId id) { return !curation().find(id)->isDescriptor(); });
    if (left > 0)
        emit m_session.noticed(tr("%Ln cluster(s) still need a name: another has the suggested one already.", nullptr,
                                  static_cast<int>(left)));
    return true;
}

void CurateBench::nameAndNext() {
    if (m_session.curation().proposed()) {
        const bool naming = m_naming; // no proposal, no naming
        if (applyProposed() && naming)
            nextUnnamed();
        return;
    }
    const auto typed = m_members.typedName();
    if (typed ? apply(nameEdit(*typed)) : confirmSelected())
        nextUnnamed();
}

void CurateBench::nextUnnamed() {
    if (!m_clusters.selectNextUnnamed())
        emit m_session.noticed(tr("Every cluster that is shown has a name."));
    m_clusters.table().setFocus(Qt::OtherFocusReason);
}

/// The biggest clusters first: most often they are meant.
void CurateBench::pick(const QString& title, bool outside, const std::vector<ClusterId>& without,
                       std::function<Edit(ClusterId)> edit) {
    std::vector<std::pair<std::size_t, ClusterId>> bySize;
    for (const auto& [id, cluster] : curation().clusters())
        if (std::ranges::find(without, id) == without.end())
            bySize.emplace_back(cluster.members.size(), id);
    std::ranges::stable_sort(bySize, std::greater<>(), &std::pair<std::size_t, ClusterId>::first);
    std::vector<NamePicker::Choice> choices;
    for (const auto& [size, id] : bySize)
        choices.push_back({id.value, placeName(curation(), id)});
    for (const ClusterId place : {kUnclustered, kSetAside})
        if (outside && std::ranges::find(without, place) == without.end())
            choices.push_back({place.value, placeName(curation(), place)});
    if (choices.empty()) {
        emit m_session.noticed(tr("There is no other cluster."));
        return;
    }
    m_picking = std::move(edit);
    m_picker->popUp(title, std::move(choices));
}

void CurateBench::mergeInto() {
    const std::vector<ClusterId> merged = selectedClusters();
    const QString title = merged.size() == 1
                              ? tr("Merge %1 into").arg(placeName(curation(), merged.front()))
                              : tr("Merge %Ln cluster(s) into", nullptr, static_cast<int>(merged.size()));
    // Several clusters may also become one of themselves.
    pick(title, false, merged.size() == 1 ? merged : std::vector<ClusterId>{},
         [this, merged](ClusterId into) { return descriptors::merge(curation(), merged, into); });
}

void CurateBench::moveSelection() {
    const std::vector<RawDescriptorId> members = m_members.table().selected();
    pick(tr("Move %Ln member(s) to", nullptr, static_cast<int>(members.size())), true, {*m_members.place()},
         [this, members](ClusterId target) { return descriptors::moveMembers(curation(), members, target); });
}

CurateBench::Edit CurateBench::dragEdit(const Dragged& what, ClusterId target) const {
    if (!what.members.empty())
        return descriptors::moveMembers(curation(), what.members, target);
    return descriptors::merge(curation(), what.clusters, target);
}

/// Of several members the one that was said most often speaks for them.
std::string CurateBench::nameFor(const std::vector<RawDescriptorId>& members) const {
    const descriptors::TopicIndex& index = m_session.curation().topics()->index;
    return index.name(*std::ranges::max_element(members, {}, [&index](RawDescriptorId id) { return index.said(id); }));
}

void CurateBench::createCluster() {
    const std::vector<RawDescriptorId> members = m_members.table().selected();
    const ClusterId made = curation().nextId();
    if (!apply(descriptors::createCluster(curation(), members, nameFor(members))))
        return;
    m_session.selection().setCluster(made);
}

CurateBench::Edit CurateBench::splitEdit(ClusterId cluster, const std::vector<RawDescriptorId>& second) const {
    const std::vector<RawDescriptorId>& all = curation().find(cluster)->members;
    std::vector<RawDescriptorId> first;
    std::ranges::set_difference(all, second, std::back_inserter(first));
    if (second.empty())
        return Error{ErrorCode::InvalidArgument, curation().find(cluster)->name, "a part would have no members", ""};
    return descriptors::split(curation(), cluster, {first, second}, {nameFor(second)});
}

void CurateBench::split() {
    const auto place = m_members.place();
    const descriptors::Cluster* cluster = place ? curation().find(*place) : nullptr;
    if (!cluster)
        return;
    if (m_members.table().selected().empty()) {
        const auto topics = m_session.curation().topics();
        const auto second = descriptors::splitInTwo(
            cluster->members, [&topics](RawDescriptorId member) { return topics->embedding(member); });
        if (second.empty()) {
            emit m_session.noticed(tr("Nothing tells the members apart. Tick those that belong together, then split."));
            return;
        }
        m_members.table().select(second);
    }
    m_splitting = place;
    reviseSplit();
    m_members.focusTable();
}

void CurateBench::reviseSplit() {
    if (!m_splitting || m_splitting != m_members.place())
        return;
    const ClusterId splitting = *m_splitting;
    propose(splitEdit(splitting, m_members.table().selected()));
    m_splitting = splitting; // also where the ticks make no parts at the moment
}

CurateBench::Edit CurateBench::excludeEdit() const {
    if (hasMembers() && !m_clusters.table().hasFocus()) {
        const ClusterId target = m_members.place() == kSetAside ? kUnclustered : kSetAside;
        return descriptors::moveMembers(curation(), m_members.table().selected(), target);
    }
    const std::vector<ClusterId> clusters = selectedClusters();
    const bool all = std::ranges::all_of(clusters, [this](ClusterId id) { return curation().find(id)->excluded; });
    return descriptors::setExcluded(curation(), clusters, !all);
}

void CurateBench::exclude() {
    apply(excludeEdit());
}

void CurateBench::cancel() {
    const bool splitting = std::exchange(m_splitting, {}).has_value();
    m_session.curation().withdraw();
    if (splitting)
        m_members.table().clearSelection();
    m_members.dropTypedName();
    m_clusters.table().setFocus(Qt::OtherFocusReason);
}

void CurateBench::takeSuggestion(int number) {
    const auto place = m_members.place();
    if (!place || !hasSuggestion(number))
        return;
    const QString name = m_members.suggestions()[static_cast<std::size_t>(number)];
    if (apply(descriptors::rename(curation(), *place, name.toStdString(), false)))
        m_clusters.table().setFocus(Qt::OtherFocusReason);
}

/// Where the cluster that was looked at is gone, its members are looked at where they are now.
void CurateBench::follow(const CurationDelta& delta) {
    const auto curation = m_session.curation().curation();
    const auto place = m_session.selection().cluster();
    if (curation && place && *place != kUnclustered && *place != kSetAside && !curation->find(*place)) {
        const auto gone = std::ranges::find(delta.moves, *place, &descriptors::MemberMove::from);
        m_session.selection().setCluster(gone == delta.moves.end() ? std::nullopt : std::optional(gone->to));
    }
    if (curation && !m_session.selection().cluster() && !m_session.curation().topics()->isEmpty()) {
        const auto biggest = std::ranges::max_element(curation->clusters(), {},
                                                      [](const auto& entry) { return entry.second.members.size(); });
        m_session.selection().setCluster(biggest == curation->clusters().end() ? kUnclustered : biggest->first);
    }
    emit stateChanged();
}

} // namespace neuroscribe::ui
