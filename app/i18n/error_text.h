// Errors of core in the language of the window: by code; the English details travel beside it.
#pragma once

#include "core/base/result.h"

#include <QString>

namespace neuroscribe::app {

/// What happened, by kind: "Not found".
QString errorTitle(ErrorCode code);
/// One line: title and place.
QString errorSentence(const Error& error);
/// Everything known, for the details and the clipboard; the reason and the hint are English.
QString errorDetails(const Error& error);

} // namespace neuroscribe::app
