// What is dragged in the workspace Curate: members onto a cluster, clusters onto another.
#pragma once

#include <QString>

#include <cstdint>
#include <vector>

class QMimeData;

namespace neuroscribe::ui {

inline const QString kMembersMime = QStringLiteral("application/x-neuroscribe-members");
inline const QString kClustersMime = QStringLiteral("application/x-neuroscribe-clusters");

/// The caller owns it.
QMimeData* idsToMime(const QString& type, const std::vector<std::uint32_t>& ids);
/// Empty where there is nothing of the type, or what is there is no list of ids.
std::vector<std::uint32_t> idsFromMime(const QString& type, const QMimeData& data);

} // namespace neuroscribe::ui
