// From a margin to Yes, No or undecided (SCIENCE, "p2"): the same for every engine that has one.
#pragma once

#include "core/llm/language_model.h"

namespace neuroscribe::llm {

constexpr float kLeastMass = 0.05F; ///< probability that Yes and No must hold together

/// Sets the margin, and the verdict by its sign; margin 0 or less mass than kLeastMass: unanswered, Undecided.
void decide(YesNoReply& reply, float margin, float mass);

} // namespace neuroscribe::llm
