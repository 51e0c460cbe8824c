// neuroscribe-cli: parses, composes, runs. The work is in core, one file per verb beside this one.
#include <cstdio>
#include <exception>
#include <iterator>
#include <memory>

#include <CLI/CLI.hpp>

#include "app/cli/console.h"
#include "app/cli/interrupt.h"
#include "app/cli/verbs.h"
#include "core/base/log.h"
#include "core/base/parallel.h"

namespace neuroscribe::cli {
namespace {

constexpr AddVerb* kVerbs[] = {addNew,         addImport,    addDescribe,  addCluster,     addCurate,    addLabel,
                               addExtract,     addTag,       addEvaluate,  addConsistency, addAgreement, addStatus,
                               addExport,      addDemo,      addTokenize,  addActivations, addEmbed,     addGenerate,
                               addCommunities, addTagMatrix, addCorrelate, addCorrelation, addReport,    addDoctor};

void declareGeneralOptions(CLI::App& app, Context& context) {
    app.add_flag("--json", context.json, "One JSON document on stdout");
    app.add_flag("--quiet", context.quiet, "No progress and no messages but errors");
    app.add_option("--progress", context.progressMode, "auto (a bar on a terminal) or json (JSON lines on stderr)")
        ->check(CLI::IsMember({"auto", "json"}));
    app.add_option("--device", context.device, "auto, cpu, cuda or cuda:N")->check([](const std::string& name) {
        const bool known = name == "auto" || name == "cpu" || name == "cuda" ||
                           (name.starts_with("cuda:") && name.size() > 5 &&
                            name.find_first_not_of("0123456789", 5) == std::string::npos);
        return known ? std::string() : "a device is auto, cpu, cuda or cuda:N, not " + name;
    });
    app.add_option("--threads", context.threads, "Threads to use; all cores if not given")->check(CLI::Range(1, 1024));
    app.add_option("--seed", context.seed, "Seed of whatever is drawn");
    app.add_option("-p,--project", context.folder, "Folder of the study");
}

int fail(const Error& error, Exit status) {
    std::fprintf(stderr, "%s\n", describe(error).c_str());
    return static_cast<int>(status);
}

/// Results that did not reach their reader are a failure.
int finish(Exit status) {
    if (std::fflush(stdout) != 0 || std::ferror(stdout))
        return fail({ErrorCode::Io, "standard output", "the results could not be written", ""}, Exit::Failed);
    return static_cast<int>(status);
}

int runVerb(const Verb& verb, Context& context, Interrupt& interrupt) {
    if (const Status checked = verb.check(); !checked)
        return fail(checked.error(), Exit::WrongUsage);
    Console console(context);
    context.progress = &console;
    context.stop = interrupt.token();
    setThreadCount(context.threads);
    setLogSink([&console](LogLevel level, std::string_view category, std::string_view message) {
        console.message(level, category, message);
    });
    const Result<Exit> result = verb.run();
    setLogSink({});
    console.clear();
    if (result)
        return finish(*result);
    const bool interrupted = result.error().code == ErrorCode::Cancelled;
    return fail(result.error(), interrupted ? Exit::Interrupted : Exit::Failed);
}

int parseAndRun(int argc, char** argv, Interrupt& interrupt) {
    CLI::App app("Describes the neurons of a language model in words.", "neuroscribe-cli");
    app.set_version_flag("--version", "neuroscribe-cli " NEUROSCRIBE_VERSION);
    app.fallthrough();
    app.require_subcommand(1);
    Context context;
    Verb verb;
    declareGeneralOptions(app, context);
    for (AddVerb* add : kVerbs)
        add(app, context, verb);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0)
            return app.exit(error); // --help, --version
        std::fprintf(stderr, "error: wrong usage: %s. See neuroscribe-cli --help.\n", error.what());
        return static_cast<int>(Exit::WrongUsage);
    }
    return runVerb(verb, context, interrupt);
}

} // namespace
} // namespace neuroscribe::cli

int main(int argc, char** argv) {
    using namespace neuroscribe::cli;
    try {
        Interrupt interrupt; // first: threads made later inherit its signal mask
        return parseAndRun(argc, argv, interrupt);
    } catch (const std::exception& exception) {
        std::fprintf(stderr, "error: internal error: %s.\n", exception.what());
        return static_cast<int>(Exit::Failed);
    }
}
