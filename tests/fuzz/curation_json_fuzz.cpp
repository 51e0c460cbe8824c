// Any bytes as a curation that is imported: it is refused with an error, or becomes an edit that applies, exports and
// imports again without anything left to do.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "core/descriptors/curation_json.h"
#include "core/store/sqlite.h"

using namespace neuroscribe;
using namespace neuroscribe::descriptors;

namespace {

void require(bool holds) {
    if (!holds)
        std::abort();
}

/// What the import looks up, and nothing else.
store::Database& study() {
    static store::Database database = [] {
        auto opened = store::Database::open(":memory:", store::OpenMode::Create);
        require(opened.ok());
        require(opened
                    ->execute("CREATE TABLE raw_descriptor(id INTEGER PRIMARY KEY, name TEXT NOT NULL);"
                              "INSERT INTO raw_descriptor VALUES (1, 'bread'), (2, 'soup'), (3, 'red'), (4, 'blue')")
                    .ok());
        return std::move(opened).value();
    }();
    return database;
}

Curation startOf() {
    CurationDelta content;
    content.clusters.push_back(
        {ClusterId(1), std::nullopt,
         ClusterFacts{.name = "food", .source = NameSource::Person, .questions = {"food", "meal"}}});
    content.moves.push_back({RawDescriptorId(1), kUnclustered, ClusterId(1)});
    content.moves.push_back({RawDescriptorId(3), kUnclustered, kSetAside});
    auto curation = Curation::from(content, ClusterId(2));
    require(curation.ok());
    return std::move(curation).value();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    Curation curation = startOf();
    const auto import = importCuration(study(), curation, text, "file.json");
    if (!import)
        return 0;
    if (!import->edit.delta.isEmpty())
        require(curation.apply(import->edit.delta).ok());
    const auto exported = exportCuration(study(), curation);
    require(exported.ok());
    const auto again = importCuration(study(), curation, *exported, "file.json");
    require(again.ok() && again->edit.delta.isEmpty() && again->unknownMembers == 0 && again->withoutMembers == 0);
    return 0;
}
