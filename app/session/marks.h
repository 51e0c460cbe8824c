// Bookmarks and notes on neurons: rows of table neuron_mark.
#pragma once

#include "core/base/ids.h"
#include "core/base/result.h"
#include "core/store/sqlite.h"

#include <QString>

#include <cstdint>
#include <unordered_map>

namespace neuroscribe::app {

struct NeuronMark {
    bool bookmarked = false;
    QString note;
    bool operator==(const NeuronMark&) const = default;
};
using NeuronMarks = std::unordered_map<NeuronId, NeuronMark>;

Result<NeuronMarks> loadMarks(store::Database& database, std::int64_t runId);
/// An empty mark is removed. Inside the caller's transaction.
Status storeMark(store::Database& database, std::int64_t runId, NeuronId neuron, const NeuronMark& mark);

} // namespace neuroscribe::app
