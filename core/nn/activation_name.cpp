#include "core/nn/activation_name.h"

#include <array>

namespace neuroscribe::nn {

std::optional<Activation> activationByName(std::string_view name) {
    struct Name {
        std::string_view name;
        Activation activation;
    };
    constexpr std::array<Name, 7> kNames{{{"gelu", Activation::Gelu},
                                          {"gelu_new", Activation::GeluTanh},
                                          {"gelu_fast", Activation::GeluTanh},
                                          {"gelu_pytorch_tanh", Activation::GeluTanh},
                                          {"relu", Activation::Relu},
                                          {"silu", Activation::Silu},
                                          {"swish", Activation::Silu}}};
    for (const Name& known : kNames)
        if (name == known.name)
            return known.activation;
    return std::nullopt;
}

} // namespace neuroscribe::nn
