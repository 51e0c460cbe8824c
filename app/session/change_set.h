// What an edit or a finished job changed. Panels refresh only what these flags touch.
#pragma once

namespace neuroscribe::app {

struct ChangeSet {
    bool study = false;      ///< another study, or its data were reloaded (implies all below)
    bool thresholds = false; ///< k, t, rule, ...
    bool counts = false;     ///< x, m, f, lift of every cell (k, split or tail moved)
    bool tags = false;       ///< some tag came or went
    bool enrichment = false; ///< p and q have arrived for the present counts
    bool excluded = false;   ///< a descriptor was switched off or on
    bool marks = false;      ///< a note or bookmark
    bool curation = false;   ///< clusters, or what they are made of
    bool validation = false; ///< a question, an answer of a person, or who answers

    bool operator==(const ChangeSet&) const = default;
    static ChangeSet everything() { return {true, true, true, true, true, true, true, true, true}; }
    ChangeSet& operator|=(const ChangeSet& other) {
        study |= other.study;
        thresholds |= other.thresholds;
        counts |= other.counts;
        tags |= other.tags;
        enrichment |= other.enrichment;
        excluded |= other.excluded;
        marks |= other.marks;
        curation |= other.curation;
        validation |= other.validation;
        return *this;
    }
};

} // namespace neuroscribe::app
