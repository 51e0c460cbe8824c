// A safetensors file of random numbers, tensor by tensor: a model of any size whose speed is that of a trained one.
#pragma once

#include "core/base/random.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace neuroscribe::bench {

class RandomTensors {
public:
    enum class Type { Float32, BFloat16 };
    struct Values {
        float centre = 0;
        float spread = 0.07F; ///< from lowest to highest: as in a trained BERT
    };
    explicit RandomTensors(Type type = Type::Float32) : m_type(type) {}

    void add(const std::string& name, const std::vector<std::uint64_t>& shape, Values values) {
        std::uint64_t count = 1;
        for (const std::uint64_t n : shape)
            count *= n;
        const std::uint64_t bytes = count * bytesOfOne();
        m_header[name] = {{"dtype", m_type == Type::Float32 ? "F32" : "BF16"},
                          {"shape", shape},
                          {"data_offsets", {m_bytes, m_bytes + bytes}}};
        m_bytes += bytes;
        m_parts.emplace_back(count, values);
    }

    void write(const std::filesystem::path& path) const {
        const std::string header = m_header.dump();
        const std::uint64_t bytes = header.size();
        std::ofstream file(path, std::ios::binary);
        file.write(reinterpret_cast<const char*>(&bytes), sizeof bytes);
        file.write(header.data(), static_cast<std::streamsize>(header.size()));
        Random random(1);
        std::vector<char> part;
        for (const auto& [count, values] : m_parts) {
            part.clear();
            for (std::uint64_t i = 0; i < count; ++i)
                put(part, values.centre + static_cast<float>(random.uniform() - 0.5) * values.spread);
            file.write(part.data(), static_cast<std::streamsize>(part.size()));
        }
    }

private:
    std::size_t bytesOfOne() const { return m_type == Type::Float32 ? 4 : 2; }
    /// The upper half of a float32 is its bfloat16 (little endian: the last two bytes).
    void put(std::vector<char>& part, float value) const {
        char bytes[sizeof value];
        std::memcpy(bytes, &value, sizeof value);
        part.insert(part.end(), bytes + sizeof value - bytesOfOne(), bytes + sizeof value);
    }

    Type m_type;
    nlohmann::json m_header = nlohmann::json::object();
    std::uint64_t m_bytes = 0;
    std::vector<std::pair<std::uint64_t, Values>> m_parts;
};

} // namespace neuroscribe::bench
