// `doctor`: what this machine has, what is slow or missing and how to mend it.
#include <filesystem>

#include <CLI/CLI.hpp>

#include "app/cli/json_output.h"
#include "app/cli/numbers.h"
#include "app/cli/table.h"
#include "app/cli/verbs.h"
#include "core/base/parallel.h"
#include "core/nn/loader.h"
#include "core/pipeline/places.h"

namespace neuroscribe::cli {
namespace {

namespace fs = std::filesystem;

/// Below this a core multiplies matrices as the reference BLAS does.
constexpr double kSlowGflopsPerThread = 12.0;
constexpr double kLowDiskGiB = 5.0;

struct Report {
    Json facts = Json::object();
    std::vector<std::pair<std::string, std::string>> problems; ///< what, and how to mend it

    void problem(const std::string& what, const std::string& mend) { problems.emplace_back(what, mend); }
};

void examineRuntime(Report& report) {
    const Result<nn::Runtime*> runtime = nn::runtime();
    if (!runtime) {
        const Error& error = runtime.error();
        report.facts["libtorch"] = nullptr;
        report.problem("models can't be run: " + error.why,
                       error.hint.empty() ? "Install libtorch (apt install libtorch1.13) and build with "
                                            "-DNEUROSCRIBE_WITH_NN=ON"
                                          : error.hint);
        return;
    }
    const nn::RuntimeInfo info = (*runtime)->info(true);
    report.facts["libtorch"] = info.torchVersion;
    report.facts["blas"] = info.blas;
    report.facts["sgemm_gflops"] = info.sgemmGflops;
    report.facts["nn_threads"] = info.threads;
    report.facts["devices"] = Json::array();
    for (const nn::DeviceInfo& device : info.devices)
        report.facts["devices"].push_back({{"name", device.name}, {"description", device.description}});
    if (info.sgemmGflops < kSlowGflopsPerThread * std::max(1U, info.threads))
        report.problem("the BLAS in use is slow: " + fixedText(info.sgemmGflops, 1) + " GFLOP/s on " +
                           std::to_string(info.threads) + " threads",
                       "Install OpenBLAS: apt install libopenblas0-openmp");
}

void examineFile(Report& report, const char* key, const Result<std::string>& found) {
    report.facts[key] = found ? Json(*found) : Json(nullptr);
    if (!found)
        report.problem(std::string(key) + ": " + found.error().why, found.error().hint);
}

void examineDisk(Report& report, const std::string& folder) {
    std::error_code error;
    fs::path place = fs::absolute(folder, error);
    while (!place.empty() && !fs::exists(place, error) && place != place.parent_path())
        place = place.parent_path();
    const fs::space_info space = fs::space(place, error);
    if (error) {
        report.facts["disk_free_gib"] = nullptr;
        report.problem("free space of " + place.string() + " can't be read: " + error.message(), "");
        return;
    }
    const double free = static_cast<double>(space.available) / (1024.0 * 1024.0 * 1024.0);
    report.facts["disk_folder"] = place.string();
    report.facts["disk_free_gib"] = free;
    if (free < kLowDiskGiB)
        report.problem(
            "little disk space: " + fixedText(free, 1) + " GiB in " + place.string(),
            "Activations of 86,948 sentences of a BERT-base take 1.6 GiB; free some space or use -p elsewhere");
}

Json reportJson(const Report& report) {
    Json document = report.facts;
    document["problems"] = Json::array();
    for (const auto& [what, mend] : report.problems)
        document["problems"].push_back({{"what", what}, {"mend", mend}});
    return document;
}

void printReport(const Report& report) {
    Table table({{"what"}, {"found"}});
    for (const auto& [key, value] : report.facts.items()) {
        if (key == "devices")
            for (const Json& device : value)
                table.add({"device " + device["name"].get<std::string>(), device["description"].get<std::string>()});
        else if (value.is_null())
            table.add({key, "missing"});
        else if (value.is_number_float())
            table.add({key, fixedText(value.get<double>(), 1)});
        else
            table.add({key, value.is_string() ? value.get<std::string>() : jsonText(value)});
    }
    table.print();
    std::printf(report.problems.empty() ? "\nNothing is missing or slow.\n" : "\n");
    for (const auto& [what, mend] : report.problems)
        std::printf("problem: %s\n  %s\n", what.c_str(), mend.c_str());
}

Result<Exit> runDoctor(const Context& context) {
    Report report;
    report.facts["version"] = NEUROSCRIBE_VERSION;
    report.facts["threads"] = threadCount();
    examineRuntime(report);
    examineFile(report, "wordnet", pipeline::findWordNet());
    examineFile(report, "demo_model", pipeline::findResource("demo/reviews-bert-mini"));
    if (!context.folder.empty()) {
        examineDisk(report, context.folder);
    } else {
        NS_ASSIGN(const std::string studies, pipeline::studiesFolder());
        examineDisk(report, studies);
    }
    if (context.json)
        printJson(reportJson(report));
    else
        printReport(report);
    return Exit::Done;
}

} // namespace

void addDoctor(CLI::App& app, Context& context, Verb& chosen) {
    CLI::App* verb = app.add_subcommand("doctor", "What this machine has, what is slow or missing, and how to mend it");
    verb->callback([&context, &chosen] {
        chosen.check = [] { return Status(); };
        chosen.run = [&context] { return runDoctor(context); };
    });
}

} // namespace neuroscribe::cli
