// Descriptors that stand for clusters follow the curation: names, questions, members as terms of the lexical engine. A
// cluster has the same descriptor as long as the study lives; where the cluster is gone, the descriptor is retired.
#pragma once

#include "core/descriptors/curation.h"
#include "core/store/sqlite.h"

namespace neuroscribe::labels {

/// Before an edit is made: a cluster that takes the name of a descriptor without a cluster asks what that one asked, so
/// that its answers stay.
Result<descriptors::CurationDelta> keepQuestions(store::Database& database, descriptors::CurationDelta delta);

/// After `delta` has been stored, whether by making the edit, undoing or redoing it; `curation` is as it is then. edit:
/// its row in the log. Such a descriptor of the same name is taken over, and given back when the edit goes the other
/// way. Inside the caller's transaction.
Status syncDescriptors(store::Database& database, const descriptors::CurationDelta& delta,
                       const descriptors::Curation& curation, std::int64_t edit);

} // namespace neuroscribe::labels
