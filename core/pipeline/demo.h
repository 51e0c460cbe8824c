// The built-in study: WordNet's noun glosses, from their topics to the tags of reviews-bert-mini, with WordNet's
// categories as reference labels.
#pragma once

#include <cstdint>
#include <stop_token>
#include <string>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/pipeline/places.h"
#include "core/store/project.h"

namespace neuroscribe::pipeline {

/// The reference annotator, and the spec of its engine: the known membership, not a model.
inline constexpr const char* kWordNetAnnotator = "WordNet";
inline constexpr const char* kLexnamesEngine = "wordnet-lexnames";

struct DemoOptions {
    std::string folder;  ///< of the study; made, or resumed if it is an unfinished demo
    std::string model;   ///< folder of reviews-bert-mini; empty: the resource "demo/reviews-bert-mini"
    std::string encoder; ///< folder of reviews-sbert-mini; empty: the resource "demo/reviews-sbert-mini"
    std::string wordnet; ///< data.noun, beside it the other files of WordNet; empty: findWordNet()
    std::string device = "auto";
    unsigned threads = 0;
    std::uint32_t minClusterSize = 15; ///< smaller only for a WordNet of a few words
};

/// studiesFolder()/demo.
Result<std::string> defaultDemoFolder();

/// The study is the built-in one as this version makes it, whatever a person changed in it.
Result<bool> isBuiltInStudy(store::Database& database);

/// Corpus, topics, embeddings, clusters, labels, activations, each only where missing: call it again to resume. A
/// finished demo, also one that an earlier version made, just opens; what a person changed in it stays.
/// Errors: AlreadyExists (the folder holds another study), Cancelled, and those of the steps.
Result<store::Project> buildDemo(const DemoOptions& options, std::stop_token stop, ProgressSink& progress);

} // namespace neuroscribe::pipeline
