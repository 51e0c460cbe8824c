// A study with raw descriptors and a curation in memory beside it.
#pragma once

#include <algorithm>

#include "core/descriptors/curation_edits.h"
#include "core/pipeline/curate.h"
#include "tests/core/labels/small_corpus.h"

namespace neuroscribe::test {

struct CuratedStudy : SmallCorpus {
    descriptors::Curation curation;

    explicit CuratedStudy(const std::vector<std::string>& rawDescriptors,
                          const std::vector<std::string>& sentences = {"one", "two"})
        : SmallCorpus(sentences) {
        auto insert = database().prepare("INSERT INTO raw_descriptor(name) VALUES (?)");
        REQUIRE(insert.ok());
        for (const std::string& name : rawDescriptors)
            REQUIRE(insert->bind(1, name).run().ok());
    }

    /// As it was made.
    descriptors::CurationEdit make(const Result<descriptors::CurationEdit>& edit) {
        REQUIRE(edit.ok());
        const auto made = pipeline::applyCurationEdit(database(), curation, *edit);
        REQUIRE(made.ok());
        return *made;
    }
    void undo() { REQUIRE(pipeline::undoCuration(database(), curation).value()); }
    void redo() { REQUIRE(pipeline::redoCuration(database(), curation).value()); }

    ClusterId create(std::initializer_list<std::uint32_t> members, const std::string& name) {
        const ClusterId id = curation.nextId();
        make(descriptors::createCluster(curation, ids(members), name));
        return id;
    }
    ClusterId createNamed(std::initializer_list<std::uint32_t> members, const std::string& name) {
        const ClusterId id = create(members, name);
        make(descriptors::confirm(curation, id));
        return id;
    }
    static std::vector<RawDescriptorId> ids(std::initializer_list<std::uint32_t> numbers) {
        std::vector<RawDescriptorId> list;
        for (const std::uint32_t number : numbers)
            list.emplace_back(number);
        return list;
    }

    /// "id name: question, question; synonyms", in order.
    std::vector<std::string> shown() {
        std::vector<std::string> lines;
        for (const labels::Descriptor& descriptor : descriptors()) {
            std::string line = std::to_string(descriptor.id.value) + " " + descriptor.name + ":";
            for (const std::string& question : descriptor.questions())
                line += " " + question;
            line += ";";
            for (const std::string& term : descriptor.synonyms)
                line += " " + term;
            lines.push_back(line + (descriptor.excluded ? " (excluded)" : ""));
        }
        return lines;
    }
    void checkEqualOnDisk() {
        const auto stored = descriptors::loadCuration(database());
        REQUIRE(stored.ok());
        CHECK(*stored == curation);
    }
};

} // namespace neuroscribe::test
