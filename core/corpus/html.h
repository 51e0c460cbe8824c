// Reviews carry HTML: tags of text markup become a space, character references the character.
#pragma once

#include <string>
#include <string_view>

namespace neuroscribe::corpus {

/// Replaces tags of known elements (<br />, </p>, <a href="..">) by a space. "x < y" and "<unknown>" stay.
std::string stripTags(std::string_view text);
/// Decodes &amp; &#39; &#x27; and the named characters of HTML 4, once; what is none of them stays as written.
std::string decodeEntities(std::string_view text);

} // namespace neuroscribe::corpus
