// The module's runtime: chooses the forward pass for a device, and tells what it runs on.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <thread>

#include <ATen/ATen.h>
#include <ATen/Parallel.h>
#include <nlohmann/json.hpp>
#include <torch/cuda.h>
#include <torch/version.h>

#include "core/nn/cpu_forward.h"
#include "core/nn/encoders.h"
#include "core/nn/module/blas.h"
#include "core/nn/module/neox_model.h"
#include "core/nn/module/t5_model.h"
#include "core/nn/module/torch_forward.h"
#include "core/nn/module_abi.h"
#include "core/text/model_file.h"

namespace neuroscribe::nn {
namespace {

constexpr double kSlowGflops = 10; ///< on one thread; a reference BLAS reaches 3, a tuned one 30 to 100

unsigned threadsOrAll(unsigned threads) {
    return threads ? threads : std::max(1U, std::thread::hardware_concurrency());
}

/// What the driver calls the only GPU; with several the order may differ from CUDA's.
std::string gpuModel() {
    std::error_code failure;
    std::string model;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/driver/nvidia/gpus", failure)) {
        std::ifstream file(entry.path() / "information");
        for (std::string line; std::getline(file, line);) {
            if (!line.starts_with("Model:"))
                continue;
            const std::size_t start = line.find_first_not_of(" \t", 6);
            if (!model.empty() || start == std::string::npos)
                return "";
            model = line.substr(start);
        }
    }
    return model;
}

/// "cpu", "cpu:reference" or "cuda:N".
Result<std::string> resolveDevice(const std::string& device) {
    const auto gpus = static_cast<std::size_t>(torch::cuda::device_count());
    if (device == "auto")
        return std::string(gpus > 0 ? "cuda:0" : "cpu");
    if (device == "cpu" || device == "cpu:reference")
        return device;
    const std::string name = device == "cuda" ? "cuda:0" : device;
    for (std::size_t i = 0; i < gpus; ++i)
        if (name == "cuda:" + std::to_string(i))
            return name;
    return Error{ErrorCode::InvalidArgument, device,
                 name.starts_with("cuda") ? "there is no such CUDA device, or this libtorch has no CUDA"
                                          : "there is no such device",
                 "Use auto, cpu or cuda:N"};
}

Status checkPrecision(const std::string& device, Precision precision) {
    if (device.starts_with("cpu") && precision == Precision::Float16)
        return Error{ErrorCode::InvalidArgument, device, "half precision needs a CUDA device",
                     "Use float32 on the processor"};
    return {};
}

Result<std::unique_ptr<Forward>> makeForward(const std::string& folder, const std::string& device, Precision precision,
                                             unsigned threads) {
    NS_TRY(checkPrecision(device, precision));
    NS_ASSIGN(BertWeights weights, loadBertWeights(folder));
    at::set_num_threads(static_cast<int>(threadsOrAll(threads)));
    if (device == "cpu")
        return CpuForward::make(std::move(weights), threadsOrAll(threads));
    return makeTorchForward(std::move(weights), device.starts_with("cpu") ? "cpu" : device, precision);
}

Result<std::unique_ptr<TextModel>> makeTextModel(const std::string& folder, const std::string& device,
                                                 const TextModelOptions& options) {
    const std::string file = (std::filesystem::path(folder) / "config.json").string();
    NS_ASSIGN(const nlohmann::json config, text::readModelJson(file));
    const auto type = config.find("model_type");
    if (type != config.end() && *type == "t5")
        return loadT5(folder, config, device, options.precision);
    if (type != config.end() && *type == "gpt_neox")
        return loadNeox(folder, config, device, options);
    return Error{ErrorCode::Unsupported, file + ": model_type", "models of this type do not write text",
                 "Give the folder of a T5, FLAN-T5, Pythia or another GPT-NeoX"};
}

class TorchRuntime final : public Runtime {
public:
    Result<std::unique_ptr<Encoder>> loadEncoder(const std::string& folder, const EncoderOptions& options) override;
    Result<std::unique_ptr<SentenceEncoder>> loadSentenceEncoder(const std::string& folder, const std::string& device,
                                                                 unsigned threads) override;
    Result<std::unique_ptr<TextModel>> loadTextModel(const std::string& folder,
                                                     const TextModelOptions& options) override;
    RuntimeInfo info(bool measure) override;
};

Error unexpected(const std::string& where, const std::exception& error) {
    const bool memory = dynamic_cast<const std::bad_alloc*>(&error) != nullptr;
    return {memory ? ErrorCode::OutOfMemory : ErrorCode::Internal, where,
            memory ? "there is not enough memory" : error.what(), ""};
}

Result<std::unique_ptr<Encoder>> TorchRuntime::loadEncoder(const std::string& folder,
                                                           const EncoderOptions& options) try {
    NS_ASSIGN(const std::string device, resolveDevice(options.device));
    NS_ASSIGN(auto forward, makeForward(folder, device, options.precision, options.threads));
    return makeEncoder(std::move(forward), options);
} catch (const std::exception& error) {
    return unexpected(folder, error);
}

Result<std::unique_ptr<SentenceEncoder>>
TorchRuntime::loadSentenceEncoder(const std::string& folder, const std::string& wantedDevice, unsigned threads) try {
    NS_ASSIGN(const std::string device, resolveDevice(wantedDevice));
    NS_ASSIGN(SentenceHead head, loadSentenceHead(folder));
    NS_ASSIGN(auto forward, makeForward(head.transformer, device, Precision::Float32, threads));
    NS_TRY(checkSentenceHead(head, forward->config().hidden));
    return makeSentenceEncoder(std::move(forward), std::move(head));
} catch (const std::exception& error) {
    return unexpected(folder, error);
}

Result<std::unique_ptr<TextModel>> TorchRuntime::loadTextModel(const std::string& folder,
                                                               const TextModelOptions& options) try {
    NS_ASSIGN(const std::string device, resolveDevice(options.device));
    NS_TRY(checkPrecision(device, options.precision));
    at::set_num_threads(static_cast<int>(threadsOrAll(options.threads)));
    // Float32 means float32: TF32 keeps only ten bits of the mantissa.
    at::globalContext().setAllowTF32CuBLAS(false);
    return makeTextModel(folder, device, options);
} catch (const std::exception& error) {
    return unexpected(folder, error);
}

RuntimeInfo TorchRuntime::info(bool measure) {
    RuntimeInfo info;
    info.torchVersion = TORCH_VERSION;
    info.blas = blasLibrary();
    info.kernels = kernels().name;
    info.threads = threadsOrAll(0);
    info.devices.push_back({"cpu", std::to_string(info.threads) + " threads"});
    const auto gpus = static_cast<std::size_t>(torch::cuda::device_count());
    const std::string model = gpus == 1 ? gpuModel() : "";
    for (std::size_t i = 0; i < gpus; ++i)
        info.devices.push_back({"cuda:" + std::to_string(i), model.empty() ? "CUDA device" : model});
    if (measure) {
        at::set_num_threads(static_cast<int>(info.threads));
        info.sgemmGflops = measureSgemm(2048, 768, 3072, 3);
        info.kernelGflops = measureKernels(2048, 768, 3072, 3, info.threads);
    }
    return info;
}

/// Said once, at the first use of a model: nothing else explains a run of hours instead of minutes. One thread, the
/// best of several short products: a busy machine is not a slow library.
void warnAboutSlowBlas() {
    at::set_num_threads(1);
    double gflops = 0;
    for (int i = 0; i < 4 && gflops < kSlowGflops; ++i)
        gflops = std::max(gflops, measureSgemm(256, 256, 256, 3));
    if (gflops < kSlowGflops)
        log(LogLevel::Warning, "nn",
            "The BLAS in use is slow (" + std::to_string(static_cast<int>(gflops)) + " GFLOP/s on one thread, " +
                blasLibrary() + "): what libtorch computes takes many times longer. Install libopenblas0-openmp");
}

} // namespace
} // namespace neuroscribe::nn

extern "C" __attribute__((visibility("default"))) neuroscribe::nn::Runtime*
neuroscribeNnRuntime(unsigned abi, const neuroscribe::LogSink& sink) try {
    using namespace neuroscribe::nn;
    if (abi != kModuleAbi)
        return nullptr;
    static TorchRuntime runtime;
    static const bool kFirst = [&] {
        neuroscribe::setLogSink(sink);
        warnAboutSlowBlas();
        at::set_num_threads(static_cast<int>(threadsOrAll(0)));
        return true;
    }();
    return kFirst ? &runtime : nullptr;
} catch (const std::exception&) {
    return nullptr;
}
