#include "app/cli/tagging_session.h"

#include "app/cli/numbers.h"
#include "core/pipeline/neuron_choice.h"

namespace neuroscribe::cli {
namespace {

using tagging::Cell;
using tagging::Thresholds;

Status setDecimal(const std::string& text, unsigned places, const char* option, std::uint32_t& target) {
    if (text.empty())
        return {};
    const auto value = parseDecimal(text, places);
    if (!value)
        return Error{ErrorCode::InvalidArgument, std::string(option) + " " + text, value.error().why, ""};
    target = *value;
    return {};
}

Status setRule(const ThresholdOptions& options, Thresholds& thresholds) {
    if (options.rule.empty())
        return {};
    NS_ASSIGN(const tagging::Rule rule, tagging::parseRule(options.rule));
    if (rule != thresholds.rule)
        thresholds.tMilli = tagging::defaultTMilli(rule); // a t of the other scale would mean nothing
    thresholds.rule = rule;
    return {};
}

std::optional<double> low(const Cell& cell) {
    return cell.interval ? std::optional(cell.interval->low) : std::nullopt;
}
std::optional<double> high(const Cell& cell) {
    return cell.interval ? std::optional(cell.interval->high) : std::nullopt;
}

} // namespace

Status ThresholdOptions::check() const {
    ThresholdOptions typed = *this;
    Thresholds any;
    NS_TRY(setDecimal(t, 3, "-t", any.tMilli));
    if (rule.empty())
        typed.t.clear();
    NS_TRY(typed.over({}));
    return {};
}

Result<Thresholds> ThresholdOptions::over(Thresholds stored) const {
    NS_TRY(setRule(*this, stored));
    NS_TRY(setDecimal(k, 3, "-k", stored.kMilli));
    NS_TRY(setDecimal(t, 3, "-t", stored.tMilli));
    NS_TRY(setDecimal(alpha, 6, "--alpha", stored.alphaMicro));
    NS_TRY(setDecimal(minLift, 3, "--min-lift", stored.minLiftMilli));
    NS_TRY(setDecimal(maxQ, 6, "--max-q", stored.maxQMicro));
    if (topK)
        stored.topK = *topK;
    if (!split.empty()) {
        NS_ASSIGN(stored.split, pipeline::parseSplit(split));
    }
    if (!tail.empty()) {
        NS_ASSIGN(stored.tail, pipeline::parseTail(tail));
    }
    NS_TRY(stored.validate());
    return stored;
}

Result<std::uint32_t> TaggingSession::column(const std::string& descriptor) const {
    for (std::uint32_t c = 0; c < study->descriptors.size(); ++c)
        if (study->descriptors[c].name == descriptor)
            return c;
    return Error{ErrorCode::NotFound, descriptor, "the study has no descriptor of this name",
                 "status and export --what labels list them"};
}

Result<NeuronId> TaggingSession::find(const std::string& name) const {
    NS_ASSIGN(const pipeline::NeuronName parsed, pipeline::parseNeuron(name));
    const auto& run = *study->run;
    if (parsed.layer >= run.layers || parsed.unit >= run.units)
        return Error{ErrorCode::NotFound, name,
                     "the model has layers 0 to " + std::to_string(run.layers - 1) + " of units 0 to " +
                         std::to_string(run.units - 1),
                     ""};
    return NeuronId(parsed.layer * run.units + parsed.unit);
}

Result<TaggingSession> startTagging(const Context& context, store::Project& project, const ThresholdOptions& options,
                                    bool allRules) {
    NS_ASSIGN(auto study, pipeline::loadStudy(project));
    NS_ASSIGN(const Thresholds thresholds, options.over(study->thresholds));
    NS_ASSIGN(auto tagged, pipeline::tagStudy(std::move(study), project.connection(), thresholds, context.stop,
                                              *context.progress, allRules));
    return TaggingSession{std::move(tagged)};
}

Json tagJson(TaggingSession& session, NeuronId neuron, std::uint32_t column) {
    const Cell cell = session.tagger.cell(neuron, column);
    const tagging::RuleValues values = session.tagger.ruleValues(neuron, column);
    Json rules = Json::object();
    for (const tagging::Rule rule : tagging::allRules())
        rules[tagging::ruleName(rule)] = orNull(values.of(rule));
    rules["iou_ceiling"] = orNull(values.iouCeiling);
    return {{"descriptor", session.study->descriptors[column].name},
            {"f", orNull(cell.f)},
            {"base_rate", orNull(cell.baseRate)},
            {"lift", orNull(cell.lift)},
            {"low", orNull(low(cell))},
            {"high", orNull(high(cell))},
            {"p", orNull(cell.p)},
            {"q", orNull(cell.q)},
            {"yes", cell.yes},
            {"answered", cell.answered},
            {"solid", session.solid(cell)},
            {"score", orNull(cell.score)},
            {"rules", std::move(rules)}};
}

Json adjustedJson(const std::optional<stats::Stratified>& adjusted) {
    if (!adjusted)
        return nullptr;
    return {{"expected", adjusted->expected}, {"lift", orNull(adjusted->lift)}, {"p", adjusted->p}};
}

Json neuronJson(const TaggingSession& session, NeuronId neuron) {
    const std::uint32_t units = session.study->run->units;
    return {{"neuron", session.neuron(neuron)}, {"layer", neuron.value / units}, {"unit", neuron.value % units}};
}

Json thresholdsJson(const Thresholds& thresholds) {
    Json document{{"k", thresholds.kMilli / 1000.0},
                  {"t", thresholds.tMilli / 1000.0},
                  {"rule", tagging::ruleName(thresholds.rule)},
                  {"alpha", thresholds.alphaMicro / 1e6},
                  {"split", pipeline::splitName(thresholds.split)},
                  {"tail", pipeline::tailName(thresholds.tail)},
                  {"top_k", nullptr},
                  {"min_lift", nullptr},
                  {"max_q", nullptr}};
    if (thresholds.topK)
        document["top_k"] = thresholds.topK;
    if (thresholds.minLiftMilli)
        document["min_lift"] = thresholds.minLiftMilli / 1000.0;
    if (thresholds.maxQMicro)
        document["max_q"] = thresholds.maxQMicro / 1e6;
    return document;
}

Json summaryJson(TaggingSession& session) {
    const tagging::TagSummary& summary = session.tagger.summary();
    Json byDescriptor = Json::object();
    for (std::size_t c = 0; c < session.study->descriptors.size(); ++c)
        byDescriptor[session.study->descriptors[c].name] = summary.neuronsByDescriptor[c];
    Json perTagged = nullptr;
    if (summary.neuronsTagged)
        perTagged = static_cast<double>(summary.tags) / summary.neuronsTagged;
    return {{"neurons", session.neurons()},
            {"sentences", session.tagger.labels().members()},
            {"exemplars", session.tagger.counts().exemplars},
            {"neurons_tagged", summary.neuronsTagged},
            {"tags", summary.tags},
            {"tags_per_tagged_neuron", perTagged},
            {"solid_tags", summary.solidTags},
            {"solid_neurons", summary.solidNeurons},
            {"neurons_by_descriptor", byDescriptor},
            {"tagged_neurons_by_layer", summary.taggedNeuronsByLayer}};
}

} // namespace neuroscribe::cli
