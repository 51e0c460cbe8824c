// Where things lie on this machine: resources, WordNet, the person's studies.
#pragma once

#include <string>

#include "core/base/result.h"

namespace neuroscribe::pipeline {

/// name: path below the resources folder ("demo/reviews-bert-mini"). Looks in $NEUROSCRIBE_RESOURCES,
/// ../share/neuroscribe beside the program and, for a program that was not installed, the source tree.
/// Errors: NotFound, naming the places that were tried.
Result<std::string> findResource(const std::string& name);

/// data.noun of WordNet: $WNSEARCHDIR, $WNHOME/dict and the places where packages put it.
/// Errors: NotFound with the package to install.
Result<std::string> findWordNet();

/// $XDG_DATA_HOME/neuroscribe/studies, else ~/.local/share/neuroscribe/studies; may not exist yet.
/// Errors: NotFound (no home folder).
Result<std::string> studiesFolder();

} // namespace neuroscribe::pipeline
