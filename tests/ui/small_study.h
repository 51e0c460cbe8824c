// A study with planted neurons for the tests of panels: unit u of every layer reacts to the word "topic<u>", which is
// also descriptor u, as long as there is such a descriptor; the rest is noise.
#pragma once

#include "app/session/session.h"
#include "tests/support/support.h"

#include <QString>

#include <cstdint>
#include <functional>
#include <string>

namespace neuroscribe::test {

inline constexpr std::uint32_t kLayers = 3;
inline constexpr std::uint32_t kUnits = 8;
inline constexpr std::uint32_t kDescriptors = 5;
/// Name of the last descriptor: 60 characters.
inline constexpr const char* kLongName = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunt";

/// Sentences, labels, activations, ranks.
void makeSmallStudy(const std::string& folder, std::uint32_t sentences = 600);
/// Only sentences: nothing to tag with.
void makeBareStudy(const std::string& folder);

/// Runs the event loop until it is so; false after a minute.
bool waitFor(const std::function<bool()>& condition);
/// Opens and waits until tags and q are there.
void openAndSettle(app::Session& session, const std::string& folder);
void settle(app::Session& session);

/// The small study, opened and settled.
struct OpenedSmallStudy {
    ScratchFolder scratch;
    app::Session session;
    OpenedSmallStudy() {
        makeSmallStudy(scratch.file("study"));
        openAndSettle(session, scratch.file("study"));
    }
};

} // namespace neuroscribe::test
