#include <CLI/CLI.hpp>

#include "app/cli/json_output.h"
#include "app/cli/text_input.h"
#include "app/cli/verbs.h"
#include "core/text/tokenizer.h"

namespace neuroscribe::cli {
namespace {

struct TokenizeVerb {
    std::string model;
    bool noSpecial = false;
    bool nul = false;
};

/// Not cut to the model's length: what is shown is what the text is made of.
constexpr std::size_t kNoLimit = std::size_t{1} << 30;

Result<Exit> runTokenize(const Context& context, const TokenizeVerb& verb) {
    NS_ASSIGN(const auto tokenizer, text::loadTokenizer(verb.model));
    NS_ASSIGN(const auto texts, readStandardInput(verb.nul));
    for (const std::string& text : texts) {
        if (context.stop.stop_requested())
            return Error{ErrorCode::Cancelled, "tokenize", "stopped", ""};
        const auto ids = verb.noSpecial ? tokenizer->encode(text) : tokenizer->encodeForModel(text, kNoLimit);
        Json tokens = Json::array();
        for (const text::TokenId id : ids)
            tokens.push_back(tokenizer->token(id));
        printJson({{"ids", ids}, {"tokens", tokens}});
    }
    return Exit::Done;
}

} // namespace

void addTokenize(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("tokenize", "Token ids of the lines on standard input, as JSON lines");
    auto tokenize = std::make_shared<TokenizeVerb>();
    verb->add_option("--model", tokenize->model, "Model folder with its tokenizer")->required();
    verb->add_flag("--no-special", tokenize->noSpecial, "Without the special tokens around a text");
    verb->add_flag("--nul", tokenize->nul, "Texts end with a NUL byte, not with a line");
    verb->callback([&context, &chosen, tokenize] {
        chosen.check = [] { return Status(); };
        chosen.run = [&context, tokenize] { return runTokenize(context, *tokenize); };
    });
}

} // namespace neuroscribe::cli
