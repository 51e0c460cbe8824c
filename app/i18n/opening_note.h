// What opening a study found and mended, in the language of the window.
#pragma once

#include <QString>

#include <string>

namespace neuroscribe::app {

/// note: store::Project::openingNote(). A sentence that is not known here stays as core wrote it.
QString openingNoteText(const std::string& note);

} // namespace neuroscribe::app
