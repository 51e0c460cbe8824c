#include "ui/models/place_text.h"

#include <QCoreApplication>

namespace neuroscribe::ui {

QString placeName(const descriptors::Curation& curation, ClusterId place) {
    if (const descriptors::Cluster* cluster = curation.find(place))
        return QString::fromStdString(cluster->name);
    if (place == descriptors::kSetAside)
        return QCoreApplication::translate("neuroscribe::ui::Place", "Set aside");
    return QCoreApplication::translate("neuroscribe::ui::Place", "Unclustered");
}

ClusterState placeState(const descriptors::Curation& curation, ClusterId place) {
    const descriptors::Cluster* cluster = curation.find(place);
    if (!cluster)
        return ClusterState::Outside;
    if (cluster->excluded)
        return ClusterState::Excluded;
    switch (cluster->source) {
    case descriptors::NameSource::Person:
        return ClusterState::Named;
    case descriptors::NameSource::Automatic:
        return ClusterState::Automatic;
    case descriptors::NameSource::Suggested:
        break;
    }
    return ClusterState::New;
}

} // namespace neuroscribe::ui
