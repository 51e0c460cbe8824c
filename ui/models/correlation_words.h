// The words of the figures of the correlation, in the person's language.
#pragma once

#include "core/pipeline/correlation.h"

namespace neuroscribe::ui {

pipeline::CorrelationWords correlationWords();

} // namespace neuroscribe::ui
