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

} // namespace neuroscribe::test
