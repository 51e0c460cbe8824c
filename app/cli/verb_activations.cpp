// `activations` and `embed`: texts in, one float32 array out.
#include <algorithm>

#include <CLI/CLI.hpp>

#include "app/cli/json_output.h"
#include "app/cli/text_input.h"
#include "app/cli/verbs.h"
#include "core/io/npy.h"
#include "core/nn/loader.h"
#include "core/nn/packing.h"
#include "core/pipeline/device.h"

namespace neuroscribe::cli {
namespace {

struct ArrayVerb {
    std::string model, in, out;
    std::string site = "ffn-output";
    std::string pooling = "cls";
    std::string precision = "auto";
};

struct Inputs {
    std::vector<std::vector<std::int32_t>> sequences;
    std::uint64_t tokens = 0;
};

Result<Inputs> readInputs(const ArrayVerb& verb, const ModelLimits& limits) {
    NS_ASSIGN(const auto items, readTextItems(verb.in));
    std::unique_ptr<text::Tokenizer> tokenizer;
    if (std::any_of(items.begin(), items.end(), [](const TextItem& item) { return item.ids.empty(); })) {
        NS_ASSIGN(tokenizer, text::loadTokenizer(verb.model));
    }
    Inputs inputs;
    NS_ASSIGN(inputs.sequences, tokenIds(items, tokenizer.get(), limits));
    for (const auto& sequence : inputs.sequences)
        inputs.tokens += sequence.size();
    return inputs;
}

/// Batch by batch through anything with encode(batch, out).
template <class Model>
Result<std::vector<float>> encodeAll(const Context& context, Model& model, const Inputs& inputs, std::size_t columns) {
    std::vector<float> values(inputs.sequences.size() * columns);
    ProgressMeter meter(*context.progress, "encode", inputs.sequences.size());
    std::size_t first = 0;
    for (const std::size_t end : nn::batchEnds(inputs.sequences)) {
        if (context.stop.stop_requested())
            return Error{ErrorCode::Cancelled, "encode", "stopped", ""};
        const std::span<float> out(values.data() + first * columns, (end - first) * columns);
        NS_TRY(model.encode(nn::pack(inputs.sequences, first, end), out));
        meter.update(end);
        first = end;
    }
    return values;
}

Status writeArray(const ArrayVerb& verb, const Inputs& inputs, const std::vector<float>& values, std::size_t columns) {
    return io::writeNpy(verb.out, inputs.sequences.size(), columns, values.data());
}

void report(const Context& context, const ArrayVerb& verb, const Inputs& inputs, Json details) {
    Json document{{"out", verb.out}, {"sentences", inputs.sequences.size()}, {"tokens", inputs.tokens}};
    document.update(details);
    if (context.json)
        printJson(document);
    else
        for (const auto& [key, value] : document.items())
            std::printf("%-10s %s\n", key.c_str(),
                        value.is_string() ? value.get<std::string>().c_str() : value.dump().c_str());
}

Result<nn::EncoderOptions> encoderOptions(const Context& context, const ArrayVerb& verb) {
    nn::EncoderOptions options;
    NS_ASSIGN(options.site, nn::parseSite(verb.site));
    NS_ASSIGN(options.pooling, nn::parsePooling(verb.pooling));
    options.device = context.device;
    options.threads = context.threads;
    return options;
}

Result<Exit> runActivations(const Context& context, const ArrayVerb& verb) {
    NS_ASSIGN(nn::EncoderOptions options, encoderOptions(context, verb));
    NS_ASSIGN(nn::Runtime * runtime, nn::runtime());
    NS_ASSIGN(options.precision, pipeline::precisionFor(context.device, verb.precision));
    NS_ASSIGN(const auto encoder, runtime->loadEncoder(verb.model, options));
    NS_ASSIGN(const Inputs inputs, readInputs(verb, {encoder->maxTokens(), encoder->vocabularySize()}));
    const std::size_t columns = std::size_t{encoder->layers()} * encoder->units();
    NS_ASSIGN(const auto values, encodeAll(context, *encoder, inputs, columns));
    NS_TRY(writeArray(verb, inputs, values, columns));
    report(context, verb, inputs,
           {{"layers", encoder->layers()}, {"units", encoder->units()}, {"device", encoder->deviceText()}});
    return Exit::Done;
}

Result<Exit> runEmbed(const Context& context, const ArrayVerb& verb) {
    NS_ASSIGN(nn::Runtime * runtime, nn::runtime());
    NS_ASSIGN(const auto encoder, runtime->loadSentenceEncoder(verb.model, context.device, context.threads));
    NS_ASSIGN(const Inputs inputs, readInputs(verb, {encoder->maxTokens(), 0}));
    NS_ASSIGN(const auto values, encodeAll(context, *encoder, inputs, encoder->dimension()));
    NS_TRY(writeArray(verb, inputs, values, encoder->dimension()));
    report(context, verb, inputs, {{"dimension", encoder->dimension()}});
    return Exit::Done;
}

void declare(CLI::App& verb, ArrayVerb& array) {
    verb.add_option("--model", array.model, "Folder of the model")->required();
    verb.add_option("--in", array.in, "One text a line, or JSON lines with text or input_ids")->required();
    verb.add_option("--out", array.out, "NumPy file to write")->required();
}

} // namespace

void addActivations(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("activations", "Activations of texts as float32 [sentences, layers x units]");
    auto array = std::make_shared<ArrayVerb>();
    declare(*verb, *array);
    verb->add_option("--site", array->site, "ffn-output, ffn-inner, attention-output or block-output");
    verb->add_option("--pooling", array->pooling, "cls, mean or max");
    verb->add_option("--precision", array->precision, "Of the arithmetic: auto (half on CUDA), f16 or f32")
        ->check(CLI::IsMember({"auto", "f16", "f32"}));
    verb->callback([&context, &chosen, array] {
        chosen.check = [&context, array]() -> Status {
            NS_TRY(encoderOptions(context, *array));
            return {};
        };
        chosen.run = [&context, array] { return runActivations(context, *array); };
    });
}

void addEmbed(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("embed", "Sentence vectors of texts as float32 [sentences, dimension]");
    auto array = std::make_shared<ArrayVerb>();
    declare(*verb, *array);
    verb->callback([&context, &chosen, array] {
        chosen.check = [] { return Status(); };
        chosen.run = [&context, array] { return runEmbed(context, *array); };
    });
}

} // namespace neuroscribe::cli
