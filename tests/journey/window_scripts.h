// Windows in a process of their own, to be killed in the middle of something: hidden test cases of this program, which
// say on stderr how far they are.
#pragma once

namespace neuroscribe::test {

// Names of the scripts. All open the study that the settings file names as open, as a start after a crash does.
inline constexpr const char* kDragScript = "script: set t and k by key and drag t for ever";
inline constexpr const char* kImportScript = "script: import through the dialog";
inline constexpr const char* kExtractScript = "script: extract with the built-in model";

// Their arguments, in the environment.
inline constexpr const char* kSettingsVariable = "NEUROSCRIBE_SCRIPT_SETTINGS";
inline constexpr const char* kFileVariable = "NEUROSCRIBE_SCRIPT_FILE"; ///< to import

inline constexpr const char* kStarted = "script started\n";   ///< the drag goes on; the job has been asked for
inline constexpr const char* kFinished = "script finished\n"; ///< the job is done

} // namespace neuroscribe::test
