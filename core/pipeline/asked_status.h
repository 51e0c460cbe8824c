// The states of the steps that engines answer: descriptors (p1) and labels (p2). Private to core/pipeline.
#pragma once

#include "core/pipeline/study.h"

namespace neuroscribe::pipeline {

/// Partial while sentences wait for an engine of the union, or while topics were named and none is a descriptor yet.
Result<StepStatus> descriptorStatus(store::Database& database, const StudyData& study);
/// Stale where an earlier engine, prompt or term still answers for a newer one; partial where questions are unanswered.
Result<StepStatus> labelStatus(store::Database& database, const StudyData& study);

} // namespace neuroscribe::pipeline
