#include "core/descriptors/keyphrase_words.h"

#include <algorithm>
#include <unordered_set>

namespace neuroscribe::descriptors {
namespace {

constexpr std::string_view kStopWords =
    "a able about above absolutely across actually after again against ai ain't all almost along already "
    "also although always am amazing among an and another any anyway are aren't around arrive arrived as "
    "at aware awesome awful bad basically be because been before behind being below beneath beside "
    "besides best better between beyond both bought but buy by ca came can can't cant come comes "
    "completely could couldn't current d definitely despite did didn't didnt different do does doesn't "
    "doesnt doing don't done dont down during each easier eight either else enjoy enjoyed enough etc even "
    "ever every excellent except extremely fantastic feel felt few find fine first five for found four "
    "from gave get gets getting give given gives glad go goes going gone good got gotten great had hadn't "
    "happen happy has hasn't have haven't having he he's her here here's hers herself highly him himself "
    "his horrible how however i i'd i'll i'm i've if im in inside instead into is isn't isnt it it's its "
    "itself ive just keep kept know known last least less let let's like liked little ll look looked love "
    "loved m made make makes making many may maybe me might more most much must my myself n't near need "
    "needed neither never next nice nicely nine no none nor not now nt of off often oh ok okay old on "
    "once one ones only onto or ordered other others otherwise ought our ours out outside over own per "
    "perfect perhaps please pretty purchased put quite rather re read reads really receive received "
    "recieved recommend recommended recommends regular right s said same saw say says second see seem "
    "seemed seen seven several shall she she's should shouldn't since six so some sometimes still such "
    "super sure t take taken takes taking ten terrible than thank thanks that that's the their theirs "
    "them themselves then there there's therefore these they they're they've think third this those "
    "though thought three through throughout thus to too took totally toward towards tried try twice two "
    "u under unless until up upon us use used using usually ve very via w want wanted was wasn't wasnt we "
    "we're we've wear well went were weren't what what's when where whereas which while who whole whom "
    "whose why will with within without wo won't wonderful wont wore worked working works worse worst "
    "would wouldn't wow yes yet you you'll you're you've your yours yourself";

constexpr std::string_view kGenericNouns =
    "addition amazon amount anyone anything baby back bit bottom boy brother bunch buy case chance child "
    "con cons couple course dad daughter day days deal doubt end everybody everyone everything example "
    "fact family father favorite feel friend front girl go guy guys half hand hands hope hour hours "
    "husband idea issue issues item items kid kind lady life like look lot lots love man matter men mine "
    "minute minutes mom month months mother need nobody nothing number opinion order pair part people "
    "person piece pieces place plus point pro problem problems product products pros purchase question "
    "reason reasons rest review reviewer reviews sake sense set side sister someone something son sort "
    "star stars start stuff thanks thing things time times today tomorrow top try turn type use want way "
    "ways week weeks while wife wish woman word words work works world year years yesterday";

constexpr std::string_view kBeforeNouns =
    "a about an and another any at by each every for from her his in into its my no of on or our some "
    "that the their these this those with your";

constexpr std::string_view kBeforeVerbs =
    "can could did didn't do does doesn't don't he i it may might must n't never not she should that they "
    "to we who will would you";

using WordSet = std::unordered_set<std::string_view>;

WordSet split(std::string_view list) {
    WordSet words;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(' '), list.size());
        words.insert(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return words;
}

} // namespace

bool isStopWord(std::string_view word) {
    static const WordSet kWords = split(kStopWords);
    return kWords.contains(word);
}

bool isGenericNoun(std::string_view word) {
    static const WordSet kWords = split(kGenericNouns);
    return kWords.contains(word);
}

bool announcesNoun(std::string_view word) {
    static const WordSet kWords = split(kBeforeNouns);
    return kWords.contains(word);
}

bool announcesVerb(std::string_view word) {
    static const WordSet kWords = split(kBeforeVerbs);
    return kWords.contains(word);
}

} // namespace neuroscribe::descriptors
