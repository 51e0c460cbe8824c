#include "core/corpus/language.h"

#if NEUROSCRIBE_WITH_CLD2
#include <cld2/public/compact_lang_det.h>
#endif

namespace neuroscribe::corpus {

#if NEUROSCRIBE_WITH_CLD2

bool canDetectLanguage() {
    return true;
}

bool mayBeEnglish(std::string_view text) {
    CLD2::Language languages[3];
    int percent[3];
    int textBytes = 0;
    bool reliable = false;
    const CLD2::Language language = CLD2::DetectLanguageSummary(text.data(), static_cast<int>(text.size()), true,
                                                                languages, percent, &textBytes, &reliable);
    return !reliable || language == CLD2::ENGLISH || language == CLD2::UNKNOWN_LANGUAGE;
}

#else

bool canDetectLanguage() {
    return false;
}

bool mayBeEnglish(std::string_view) {
    return true;
}

#endif

} // namespace neuroscribe::corpus
