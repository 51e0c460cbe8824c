// The log of the window: a file in the person's data folder, kept small.
#pragma once

#include <QString>

namespace neuroscribe::app {

QString logFolder(); ///< made if missing
/// Sends core's log to logFolder()/neuroscribe.log (warnings to stderr too); the previous one is kept as .old when it
/// grew large. Call before threads start. Where the file can't be written, stderr is all there is.
void startLogFile();

} // namespace neuroscribe::app
