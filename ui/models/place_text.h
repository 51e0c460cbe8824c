// Clusters, and the places outside of them, in words.
#pragma once

#include "core/descriptors/curation.h"
#include "ui/models/cluster_list_model.h"

#include <QString>

namespace neuroscribe::ui {

/// The cluster's name; "Unclustered", "Set aside".
QString placeName(const descriptors::Curation& curation, ClusterId place);
ClusterState placeState(const descriptors::Curation& curation, ClusterId place);

} // namespace neuroscribe::ui
