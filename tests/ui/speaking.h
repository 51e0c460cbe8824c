// The program in a language for the length of a test.
#pragma once

#include "app/i18n/translation.h"
#include "tests/support/catch.h"

namespace neuroscribe::test {

/// Afterwards nothing is translated again and the locale is what it was.
struct Speaking {
    app::Translation translation;
    QLocale before = QLocale();
    explicit Speaking(const char* language) { REQUIRE(translation.use(QString::fromLatin1(language))); }
    ~Speaking() { QLocale::setDefault(before); }
};

} // namespace neuroscribe::test
