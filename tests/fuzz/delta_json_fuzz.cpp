// Any bytes as the stored delta of an edit: what is read reads back as it was written, and fits a curation or is
// refused with the curation as it was; undone, it leaves nothing behind. The stored questions of a cluster likewise.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/descriptors/curation_edits.h"
#include "core/descriptors/delta_json.h"

using namespace neuroscribe;
using namespace neuroscribe::descriptors;

namespace {

void require(bool holds) {
    if (!holds)
        std::abort();
}

/// 1 "food": 1 2 3; 2 "colour", a descriptor: 4 5.
Curation startOf() {
    CurationDelta content;
    content.clusters.push_back({ClusterId(1), std::nullopt, ClusterFacts{.name = "food"}});
    content.clusters.push_back({ClusterId(2), std::nullopt,
                                ClusterFacts{.name = "colour", .source = NameSource::Person, .questions = {"colour"}}});
    for (std::uint32_t member = 1; member <= 5; ++member)
        content.moves.push_back({RawDescriptorId(member), kUnclustered, ClusterId(member <= 3 ? 1 : 2)});
    auto curation = Curation::from(content, ClusterId(3));
    require(curation.ok());
    return std::move(curation).value();
}

void checkDelta(const std::string& text) {
    const auto delta = deltaFromJson(text);
    if (!delta) {
        require(delta.error().code == ErrorCode::Corrupt);
        return;
    }
    const auto again = deltaFromJson(deltaToJson(*delta));
    require(again.ok() && *again == *delta);
    const Curation start = startOf();
    Curation curation = start;
    if (!curation.apply(*delta)) {
        require(curation == start);
        return;
    }
    require(curation.apply(delta->reversed()).ok());
    require(curation.clusters() == start.clusters());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    checkDelta(text);
    if (const auto questions = questionsFromJson(text)) {
        const auto again = questionsFromJson(questionsToJson(*questions));
        require(again.ok() && *again == *questions);
    }
    return 0;
}
