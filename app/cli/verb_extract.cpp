#include <CLI/CLI.hpp>

#include "app/cli/json_output.h"
#include "app/cli/numbers.h"
#include "app/cli/table.h"
#include "app/cli/verbs.h"
#include "core/extraction/extractor.h"
#include "core/pipeline/device.h"

namespace neuroscribe::cli {
namespace {

using extraction::ExtractOptions;
using extraction::ExtractResult;

struct ExtractVerb {
    std::string model;
    std::string site = "ffn-output";
    std::string pooling = "cls";
    std::string dtype = "f16";
    std::string precision = "auto";
    std::uint32_t verify = 0;
};

Result<ExtractOptions> makeOptions(const Context& context, const ExtractVerb& verb) {
    ExtractOptions options;
    options.model = verb.model;
    NS_ASSIGN(options.encoder.site, nn::parseSite(verb.site));
    NS_ASSIGN(options.encoder.pooling, nn::parsePooling(verb.pooling));
    options.encoder.device = context.device;
    options.encoder.threads = context.threads;
    options.dtype = verb.dtype == "f16" ? store::DType::Float16 : store::DType::Float32;
    options.verify = verb.verify;
    if (context.seed)
        options.seed = *context.seed;
    NS_TRY(options.validate());
    return options;
}

Status check(const Context& context, const ExtractVerb& verb) {
    NS_TRY(requireFolder(context));
    NS_TRY(makeOptions(context, verb));
    return {};
}

void printResultJson(const ExtractResult& result) {
    Json document{{"sentences", result.run.sentences},
                  {"tokens", result.tokens},
                  {"neurons", result.run.neurons()},
                  {"layers", result.run.layers},
                  {"units", result.run.units},
                  {"seconds", result.seconds},
                  {"sentences_per_s", result.sentencesPerSecond},
                  {"resumed_from", result.resumedFrom},
                  {"resume_exact", result.resumeExact},
                  {"run", result.run.folder}};
    if (result.verified)
        document["verified"] = {{"sentences", result.verified->sentences},
                                {"largest_deviation", result.verified->largestDeviation},
                                {"top_overlap", result.verified->topOverlap}};
    printJson(document);
}

void printResult(const ExtractResult& result) {
    Table table({{"extraction"}, {"", Align::Right}});
    table.add({"sentences", std::to_string(result.run.sentences)});
    table.add({"tokens", std::to_string(result.tokens)});
    table.add({"neurons", std::to_string(result.run.neurons())});
    table.add({"seconds", fixedText(result.seconds, 1)});
    table.add({"sentences per second", fixedText(result.sentencesPerSecond, 1)});
    table.add({"resumed from", std::to_string(result.resumedFrom)});
    if (result.verified) {
        table.add({"verified sentences", std::to_string(result.verified->sentences)});
        table.add({"largest deviation", smallText(result.verified->largestDeviation)});
        table.add({"overlap of the top 1 %", fixedText(result.verified->topOverlap, 4)});
    }
    table.print();
    if (!result.resumeExact)
        std::printf("The part that was finished before was made by another program, processor, BLAS or number of "
                    "threads: the last digits may differ.\n");
}

Result<Exit> runExtract(const Context& context, const ExtractVerb& verb) {
    NS_ASSIGN(ExtractOptions options, makeOptions(context, verb));
    NS_ASSIGN(store::Project project, openProject(context, store::Access::ReadWrite));
    NS_ASSIGN(options.encoder.precision, pipeline::precisionFor(context.device, verb.precision));
    NS_ASSIGN(const ExtractResult result, extraction::extract(project, options, context.stop, *context.progress));
    if (context.json)
        printResultJson(result);
    else
        printResult(result);
    return Exit::Done;
}

void declare(CLI::App& verb, ExtractVerb& extract) {
    verb.add_option("--model", extract.model, "Folder of a BERT, DistilBERT or RoBERTa in Hugging Face layout")
        ->required();
    verb.add_option("--site", extract.site, "ffn-output, ffn-inner, attention-output or block-output")
        ->capture_default_str();
    verb.add_option("--pooling", extract.pooling, "cls, mean or max")->capture_default_str();
    verb.add_option("--dtype", extract.dtype, "Of the stored values: f16 or f32")
        ->check(CLI::IsMember({"f16", "f32"}))
        ->capture_default_str();
    verb.add_option("--precision", extract.precision, "Of the arithmetic: auto (half on CUDA), f16 or f32")
        ->check(CLI::IsMember({"auto", "f16", "f32"}))
        ->capture_default_str();
    verb.add_option("--verify", extract.verify, "Recompute so many sentences in float32 and compare");
}

} // namespace

void addExtract(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("extract", "Run a model over the sentences and store every activation");
    auto extract = std::make_shared<ExtractVerb>();
    declare(*verb, *extract);
    verb->callback([&context, &chosen, extract] {
        chosen.check = [&context, extract] { return check(context, *extract); };
        chosen.run = [&context, extract] { return runExtract(context, *extract); };
    });
}

} // namespace neuroscribe::cli
