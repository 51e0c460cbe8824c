// Words that the keyphrases of a text leave out. Private to core/descriptors.
#pragma once

#include <string_view>

namespace neuroscribe::descriptors {

/// Never in a keyphrase: function words, and the praise and blame that every review is full of.
bool isStopWord(std::string_view word);
/// Nouns that say nothing about a text by themselves ("thing", "way").
bool isGenericNoun(std::string_view word);
/// Determiners, prepositions, conjunctions: what follows is rather a noun.
bool announcesNoun(std::string_view word);
/// Pronouns, auxiliaries: what follows is rather a verb.
bool announcesVerb(std::string_view word);

} // namespace neuroscribe::descriptors
