// A WordNet of a few words.
#pragma once

#include <string>

#include "tests/support/support.h"

namespace neuroscribe::test {

/// Returns the folder.
inline std::string writeWordNet(const ScratchFolder& folder) {
    writeFile(folder.file("noun.exc"), "mice mouse\nfeet foot\n");
    writeFile(folder.file("verb.exc"), "ran run\nate eat\nwas be\n");
    writeFile(folder.file("adj.exc"), "better good well\n");
    writeFile(folder.file("adv.exc"), "");
    writeFile(folder.file("index.noun"), "  1 licence\ncar n 1\nfoot n 1\nmouse n 1\nglass n 1\ngas n 1\n"
                                         "baby n 1\nbox n 1\nwoman n 1\ntv n 1\nhouse n 1\n");
    writeFile(folder.file("index.verb"), "care v 1\nrun v 1\nstop v 1\neat v 1\nbake v 1\nbe v 1\ntell v 1\n");
    writeFile(folder.file("index.adj"), "big a 1\nlarge a 1\ngood a 1\n");
    writeFile(folder.file("index.adv"), "");
    return folder.path().string();
}

/// Nouns with their hypernyms: entity > animal > pet > {cat, dog}, animal > mouse, entity > food > {hot dog, apple
/// pie}. "dog" is an animal first, then food; cats are pets and, directly, animals. Returns the folder.
inline std::string writeWordNetNouns(const ScratchFolder& folder) {
    writeFile(folder.file("data.noun"), "  1 licence\n"
                                        "00000001 03 n 01 entity 0 000 | all there is  \n"
                                        "00000002 05 n 02 animal 0 beast 0 001 @ 00000001 n 0000 | lives  \n"
                                        "00000003 05 n 01 pet 0 001 @ 00000002 n 0000 | lives with people  \n"
                                        "00000004 05 n 01 cat 0 002 @ 00000003 n 0000 @ 00000002 n 0000 | mews  \n"
                                        "00000005 05 n 01 dog 0 002 @ 00000003 n 0000 ~ 00000004 n 0000 | barks  \n"
                                        "00000006 05 n 01 mouse 0 001 @i 00000002 n 0000 | squeaks  \n"
                                        "00000007 13 n 02 food 0 fare 1 001 @ 00000001 n 0000 | eaten  \n"
                                        "00000008 13 n 02 hot_dog 0 dog 1 001 @ 00000007 n 0000 | in a bun  \n"
                                        "00000009 13 n 01 apple_pie 0 001 @ 00000007 n 0000 | baked  \n");
    writeFile(folder.file("index.noun"), "  1 licence\n"
                                         "animal n 1 2 @ ~ 1 0 00000002\n"
                                         "apple_pie n 1 1 @ 1 0 00000009\n"
                                         "cat n 1 1 @ 1 1 00000004\n"
                                         "dog n 2 1 @ 2 1 00000005 00000008\n"
                                         "entity n 1 0 1 1 00000001\n"
                                         "food n 1 2 @ ~ 1 0 00000007\n"
                                         "hot_dog n 1 1 @ 1 0 00000008\n"
                                         "mouse n 1 1 @i 1 0 00000006\n"
                                         "pet n 1 2 @ ~ 1 0 00000003\n");
    writeFile(folder.file("cntlist.rev"), "dog%1:05:00:: 1 9\ncat%1:05:00:: 1 9\n");
    for (const char* name : {"noun.exc", "verb.exc", "adj.exc", "adv.exc", "index.verb", "index.adj", "index.adv"})
        writeFile(folder.file(name), name == std::string("noun.exc") ? "mice mouse\n" : "");
    return folder.path().string();
}

} // namespace neuroscribe::test
