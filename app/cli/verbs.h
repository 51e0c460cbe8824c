// One function per verb: it declares the verb's options and, when the verb was given, says what to check and to run.
#pragma once

#include <functional>

#include "app/cli/context.h"
#include "core/base/result.h"

namespace CLI {
class App;
}

namespace neuroscribe::cli {

struct Verb {
    std::function<Status()> check; ///< of the options alone; an error is wrong usage
    std::function<Result<Exit>()> run;
};

/// context and chosen outlive the parse; the callback fills `chosen`.
using AddVerb = void(CLI::App& app, Context& context, Verb& chosen);

AddVerb addNew;
AddVerb addImport;
AddVerb addDescribe;
AddVerb addCluster;
AddVerb addCurate;
AddVerb addLabel;
AddVerb addExtract;
AddVerb addTag;
AddVerb addEvaluate;
AddVerb addConsistency;
AddVerb addAgreement;
AddVerb addStatus;
AddVerb addExport;
AddVerb addDemo;
AddVerb addTokenize;
AddVerb addActivations;
AddVerb addEmbed;
AddVerb addGenerate;
AddVerb addCommunities;
AddVerb addTagMatrix;
AddVerb addReport;
AddVerb addCorrelate;
AddVerb addCorrelation;
AddVerb addDoctor;

} // namespace neuroscribe::cli
