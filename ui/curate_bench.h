// The commands of the workspace Curate: what a key, a button or a drag does to the clusters and members that are
// selected. Lives beside the panels that it reads the selection from; owns nothing of them.
#pragma once

#include "app/session/curation_controller.h"
#include "core/descriptors/curation_edits.h"
#include "ui/widgets/cluster_table.h"

#include <QObject>

#include <functional>
#include <optional>

namespace neuroscribe::app {
class Session;
}

namespace neuroscribe::ui {

class ClustersPanel;
class MembersPanel;
class NamePicker;

class CurateBench : public QObject {
    Q_OBJECT
public:
    CurateBench(app::Session& session, ClustersPanel& clusters, MembersPanel& members);

    // --- What can be done now
    bool canEdit() const;
    bool hasClusters() const; ///< at least one cluster is selected
    bool hasMembers() const;  ///< at least one member is
    bool canExclude() const { return hasClusters() || hasMembers(); }
    bool canCancel() const;
    bool hasSuggestion(int number) const;

    // --- The commands
    void rename();
    /// Applies what is proposed; else takes the name that is typed, or those that are suggested for the selected
    /// clusters. Goes from a name to the next cluster without one. A name that another cluster has makes them one.
    void nameAndNext();
    void nextUnnamed();
    void mergeInto();
    /// Proposes two parts: what is selected and the rest or, with nothing selected, two groups by the embeddings.
    /// Ticks change the parts; nameAndNext() applies.
    void split();
    void moveSelection();
    void createCluster();
    /// Clusters are excluded, or included; members that are selected, unless one is in the list of clusters, are set
    /// aside, or taken back.
    void exclude();
    void cancel();
    void takeSuggestion(int number);

signals:
    void stateChanged(); ///< something else can be done

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    using Edit = Result<descriptors::CurationEdit>;
    using Pending = app::CurationController::Pending;
    bool apply(const Edit& edit);
    void propose(const Edit& edit, Pending how = Pending::Chosen);
    void foresee();
    std::vector<ClusterId> selectedClusters() const;
    bool applyProposed();
    bool confirmSelected();
    Edit nameEdit(const QString& typed) const;
    Edit excludeEdit() const;
    void pick(const QString& title, bool outside, const std::vector<ClusterId>& without,
              std::function<Edit(ClusterId)> edit);
    Edit dragEdit(const Dragged& what, ClusterId target) const;
    Edit splitEdit(ClusterId cluster, const std::vector<RawDescriptorId>& second) const;
    void reviseSplit();
    void follow(const descriptors::CurationDelta& delta);
    const descriptors::Curation& curation() const;
    std::string nameFor(const std::vector<RawDescriptorId>& members) const;

    app::Session& m_session;
    ClustersPanel& m_clusters;
    MembersPanel& m_members;
    NamePicker* m_picker;
    std::function<Edit(ClusterId)> m_picking; ///< what the picker is open for
    std::optional<ClusterId> m_splitting;     ///< the proposal follows the ticks
    bool m_naming = false;                    ///< the proposal follows the field of the name
};

} // namespace neuroscribe::ui
