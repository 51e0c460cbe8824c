// The built-in study: WordNet's noun glosses through reviews-bert-mini, labelled by lexicographer category.
#pragma once

#include <optional>
#include <stop_token>
#include <string>

#include "core/base/progress.h"
#include "core/base/result.h"
#include "core/store/project.h"

namespace neuroscribe::pipeline {

struct DemoOptions {
    std::string folder;  ///< of the study; made, or resumed if it is an unfinished demo
    std::string model;   ///< folder of reviews-bert-mini
    std::string wordnet; ///< data.noun of the installed wordnet-base
    std::string device = "auto";
    unsigned threads = 0;
};
/// Corpus, labels, activations, ranks. Resumable. Errors: NotFound with how to install what is missing.
Result<store::Project> buildDemo(const DemoOptions& options, std::stop_token stop, ProgressSink& progress);

/// Where the parts lie on this machine: $NEUROSCRIBE_RESOURCES, ../share/neuroscribe beside the program, the source
/// tree.
Result<std::string> findResource(const std::string& name);
/// First readable of the known WordNet places (data.noun).
Result<std::string> findWordNet();

} // namespace neuroscribe::pipeline
