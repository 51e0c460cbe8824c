// What a study was made from.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "core/base/number_text.h"
#include "core/corpus/import_history.h"
#include "core/extraction/run_record.h"
#include "core/io/figure_table.h"
#include "core/labels/label_matrix.h"
#include "core/llm/engine_record.h"
#include "core/pipeline/report_parts.h"

namespace neuroscribe::pipeline::report {
namespace {

using Facts = std::vector<std::pair<std::string, std::string>>;

constexpr std::size_t kShownFiles = 8;

/// Of a flat JSON object: "batch = 8, device = cpu"; what is empty is left out.
std::string flatText(const std::string& json) {
    const auto object = nlohmann::json::parse(json, nullptr, false);
    if (!object.is_object())
        return json;
    std::string text;
    for (const auto& [key, value] : object.items()) {
        if (value == "" || (value.is_structured() && value.empty()))
            continue;
        text += (text.empty() ? "" : ", ") + key + " = " +
                (value.is_string() ? value.get<std::string>()
                                   : value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    }
    return text;
}

std::string filesText(const std::vector<std::string>& files) {
    std::string text;
    for (std::size_t i = 0; i < std::min(files.size(), kShownFiles); ++i)
        text += (text.empty() ? "" : ", ") + files[i].substr(files[i].find_last_of('/') + 1);
    if (files.size() > kShownFiles)
        text += " and " + countText(files.size() - kShownFiles) + " more";
    return text;
}

void addImport(const corpus::ImportRecord& record, Facts& facts) {
    facts.emplace_back("Imported", filesText(record.files) + " (" + record.finishedAt + ")");
    facts.emplace_back("Options", flatText(record.options));
    facts.emplace_back("Records read", countText(record.read));
    facts.emplace_back("Sentences kept", countText(record.kept));
    for (const auto& [reason, count] : record.dropped)
        if (count > 0) {
            std::string words = reason;
            std::replace(words.begin(), words.end(), '_', ' ');
            facts.emplace_back("Dropped: " + words, countText(count));
        }
}

io::ReportTable categoryTable(const corpus::CorpusIndex& index) {
    io::ReportTable table;
    using Kind = io::ReportColumn::Kind;
    table.title = "Categories";
    table.columns = {{"category", Kind::Text}, {"calibration", Kind::Count}, {"validation", Kind::Count}};
    std::vector<double> counts[2] = {std::vector<double>(index.categories.size(), 0),
                                     std::vector<double>(index.categories.size(), 0)};
    for (std::size_t id = 0; id < index.size(); ++id)
        ++counts[static_cast<std::size_t>(index.split[id])][index.category[id]];
    for (std::size_t c = 0; c < index.categories.size(); ++c)
        table.rows.push_back({index.categories[c], counts[0][c], counts[1][c]});
    return table;
}

/// An engine that answers each descriptor with a prompt of its own (the lexical one) is one line.
Facts engineFacts(const std::vector<llm::EngineRecord>& engines) {
    struct Group {
        const llm::EngineRecord* engine;
        std::size_t prompts;
    };
    std::vector<Group> groups;
    for (const llm::EngineRecord& engine : engines) {
        const auto same = std::find_if(groups.begin(), groups.end(), [&engine](const Group& group) {
            return group.engine->annotator == engine.annotator && group.engine->identity == engine.identity;
        });
        if (same == groups.end())
            groups.push_back({&engine, 1});
        else
            ++same->prompts;
    }
    Facts facts;
    for (const auto& [engine, prompts] : groups) {
        std::string text = engine->spec.substr(engine->spec.find_last_of('/') + 1);
        if (engine->identity != engine->spec)
            text += ", identity " + engine->identity;
        if (prompts > 1)
            text += ", " + countText(prompts) + " prompts or lists of terms";
        else if (!engine->promptHash.empty() && engine->promptHash != engine->spec)
            text += ", prompt " + engine->promptHash;
        facts.emplace_back("Answers of " + engine->annotator,
                           text + (engine->device.empty() ? "" : ", ") + engine->device);
    }
    return facts;
}

} // namespace

Result<io::ReportSection> corpusSection(store::Database& database, const StudyData& study) {
    io::ReportSection section;
    section.title = "Corpus";
    if (!study.corpus || study.corpus->size() == 0) {
        section.paragraphs = {"No sentence has been imported."};
        return section;
    }
    section.facts.emplace_back("Sentences", countText(study.corpus->size()));
    section.facts.emplace_back("Calibration / validation", countText(study.corpus->members[0].size()) + " / " +
                                                               countText(study.corpus->members[1].size()));
    NS_ASSIGN(const Hash128 hash, corpus::corpusHash(database));
    section.facts.emplace_back("Hash of the texts", hash.hex());
    NS_ASSIGN(const auto imports, corpus::loadImports(database));
    for (const corpus::ImportRecord& record : imports)
        addImport(record, section.facts);
    section.tables.push_back(categoryTable(*study.corpus));
    return section;
}

Result<io::ReportSection> modelSection(store::Database& database, const StudyData& study) {
    io::ReportSection section;
    section.title = "Model";
    if (!study.run) {
        section.paragraphs = {"No activations have been extracted."};
        return section;
    }
    const extraction::RunInfo& run = *study.run;
    NS_ASSIGN(const std::string modelHash, extraction::storedModelHash(database, run.id));
    NS_ASSIGN(const std::string parameters, extraction::storedParameters(database, run.id));
    section.facts = {{"Model", run.model.substr(run.model.find_last_of('/') + 1)},
                     {"Hash of the model", modelHash},
                     {"Hash of the run", run.runHash},
                     {"Neurons", countText(run.neurons()) + " (" + std::to_string(run.layers) + " layers of " +
                                     std::to_string(run.units) + ")"},
                     {"Site", nn::siteName(run.site)},
                     {"Pooling", nn::poolingName(run.pooling)},
                     {"Stored as", run.dtype == store::DType::Float16 ? "float16" : "float32"},
                     {"Sentences", countText(run.sentences)},
                     {"How it was run", flatText(parameters)}};
    return section;
}

Result<io::ReportSection> labelSection(store::Database& database, const StudyData& study) {
    io::ReportSection section;
    section.title = "Labels";
    if (!study.labels || study.descriptors.empty()) {
        section.paragraphs = {"The sentences have no labels."};
        return section;
    }
    const labels::LabelCounts counts = labels::countLabels(*study.labels);
    section.facts = {{"Descriptors", countText(study.descriptors.size())},
                     {"Pairs of sentence and descriptor", countText(counts.pairs)},
                     {"Answered", countText(counts.yes + counts.no) + " (" +
                                      coverageText(counts.yes + counts.no, counts.pairs) + ")"},
                     {"Yes", countText(counts.yes)}};
    NS_ASSIGN(const auto engines, llm::loadEngines(database, llm::Task::Labels));
    for (auto& fact : engineFacts(engines))
        section.facts.push_back(std::move(fact));
    return section;
}

} // namespace neuroscribe::pipeline::report
