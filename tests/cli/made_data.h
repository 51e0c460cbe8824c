// Small corpora, labels and NumPy files made for tests, and plain readers of what the program wrote. Nothing here uses
// the code under test.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

namespace neuroscribe::test {

/// JSON lines with text, category and two 0/1 columns ("food", "place"; empty now and then): `count` different
/// sentences of 12 words.
std::string madeReviews(int count);

struct Npy {
    std::string type; ///< "<f4", "|i1", "<i8"
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::vector<double> values;
    double at(std::size_t row, std::size_t column) const { return values[row * columns + column]; }
};
/// Requires a well-formed file.
Npy readNpy(const std::string& path);
void writeFloats(const std::string& path, std::size_t rows, std::size_t columns, const std::vector<float>& values);
void writeInt8(const std::string& path, std::size_t rows, std::size_t columns, const std::vector<std::int8_t>& values);

std::vector<nlohmann::json> readJsonLines(const std::string& path);

} // namespace neuroscribe::test
