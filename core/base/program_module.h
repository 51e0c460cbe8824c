// Parts of the program that are opened at first use (dlopen): what they link stays out of the rest of the process.
#pragma once

#include "core/base/result.h"

namespace neuroscribe {

struct ProgramModule {
    const char* file;     ///< "neuroscribe_nn.so"
    const char* variable; ///< of the environment: a path that is used instead of the known places
    const char* missing;  ///< for the error: what can't be done without it
    const char* option;   ///< of CMake: builds it
};

/// Opens the module from beside the program or ../lib/neuroscribe and returns the address of its exported `symbol`. Its
/// symbols and those of its libraries are seen by nobody else. Errors: NotBuilt (not there), Io (with the loader's
/// words).
Result<void*> openProgramModule(const ProgramModule& module, const char* symbol);

} // namespace neuroscribe
