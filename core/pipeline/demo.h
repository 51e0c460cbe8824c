// The built-in study: WordNet's noun glosses through reviews-bert-mini, labelled by lexicographer category.
#pragma once

#include <stop_token>
#include <string>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/pipeline/places.h"
#include "core/store/project.h"

namespace neuroscribe::pipeline {

/// Spec of the engine that answered: the known membership, not a model.
inline constexpr const char* kLexnamesEngine = "wordnet-lexnames";

struct DemoOptions {
    std::string folder;  ///< of the study; made, or resumed if it is an unfinished demo
    std::string model;   ///< folder of reviews-bert-mini; empty: the resource "demo/reviews-bert-mini"
    std::string wordnet; ///< data.noun; empty: findWordNet()
    std::string device = "auto";
    unsigned threads = 0;
};

/// studiesFolder()/demo.
Result<std::string> defaultDemoFolder();

/// Corpus, labels, activations, ranks, each only where missing: call it again to resume. A finished demo just opens.
/// Errors: AlreadyExists (the folder holds another study), Cancelled, and those of the steps.
Result<store::Project> buildDemo(const DemoOptions& options, std::stop_token stop, ProgressSink& progress);

} // namespace neuroscribe::pipeline
