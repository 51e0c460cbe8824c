// Names inside a study's folder. Private to core/store.
#pragma once

#include <string>

#include "core/base/result.h"

namespace neuroscribe::store {

inline constexpr const char* kStudyFile = "study.neuroscribe";
inline constexpr const char* kLockFile = "study.neuroscribe.lock";
inline constexpr const char* kActivationsFolder = "activations";

/// Absolute, without "." and "..", without a slash at the end.
std::string absolutePath(const std::string& path);
/// The folder of a study given as a folder or as the study.neuroscribe in it. Errors: NotFound.
Result<std::string> findStudy(const std::string& given);

} // namespace neuroscribe::store
