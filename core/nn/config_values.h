// Values of a model's config.json, read as what they are: hostile.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "core/base/result.h"

namespace neuroscribe::nn {

/// Generous: it only keeps products inside 64 bits and allocations sane.
struct SizeRange {
    std::uint32_t least = 1;
    std::uint32_t most = 1;
};

/// One config and the name of its file. All errors are BadConfig and name file and key. A key that is null is missing.
class ConfigValues {
public:
    /// Both outlive this object. `config` is a JSON object.
    ConfigValues(const nlohmann::json& config, const std::string& where) : m_config(config), m_where(where) {}

    Result<std::uint32_t> size(const char* key, SizeRange range, std::optional<std::uint32_t> fallback = {}) const;
    Result<bool> flag(const char* key, bool fallback) const;
    /// A number above 0 and up to 1.
    Result<float> epsilon(const char* key, float fallback) const;
    Result<float> number(const char* key, float least, float most, float fallback) const;
    Result<std::string> word(const char* key, const std::string& fallback) const;
    /// One token id or a list of up to 100, all inside the vocabulary.
    Result<std::vector<std::int32_t>> tokens(const char* key, std::uint32_t vocabulary, std::int32_t fallback) const;

    Error bad(const char* key, const std::string& why) const;
    const std::string& where() const { return m_where; }

private:
    const nlohmann::json* find(const char* key) const;

    const nlohmann::json& m_config;
    const std::string& m_where;
};

} // namespace neuroscribe::nn
