#include "tests/cli/made_data.h"

#include <cstdio>
#include <cstring>
#include <sstream>

#include "tests/support/catch.h"
#include "tests/support/support.h"

namespace neuroscribe::test {
namespace {

constexpr const char* kWords[] = {"bread", "house", "quick", "water",  "garden", "music", "paper", "silver",
                                  "apple", "river", "stone", "window", "yellow", "chair", "cloud", "engine"};

void writeArray(const std::string& path, const std::string& type, std::size_t rows, std::size_t columns,
                std::string_view bytes) {
    std::string dictionary = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + std::to_string(rows) +
                             ", " + std::to_string(columns) + "), }";
    dictionary.resize(117, ' ');
    dictionary += '\n';
    std::string file("\x93NUMPY\x01\x00", 8);
    file += static_cast<char>(dictionary.size());
    file += '\0';
    writeFile(path, file + dictionary + std::string(bytes));
}

template <class T>
void readValues(const std::string& bytes, std::vector<double>& values) {
    REQUIRE(bytes.size() == values.size() * sizeof(T));
    for (std::size_t i = 0; i < values.size(); ++i) {
        T value;
        std::memcpy(&value, bytes.data() + i * sizeof(T), sizeof(T));
        values[i] = static_cast<double>(value);
    }
}

} // namespace

std::string madeReviews(int count) {
    std::ostringstream lines;
    for (int i = 0; i < count; ++i) {
        std::string text = "number " + std::to_string(i);
        std::uint64_t mix = static_cast<std::uint64_t>(i) * 0x9E3779B97F4A7C15ULL;
        bool food = false;
        bool place = false;
        for (int w = 0; w < 10; ++w) {
            mix ^= mix >> 29;
            mix *= 0xBF58476D1CE4E5B9ULL;
            const std::size_t word = (mix >> 33) % std::size(kWords);
            food = food || word == 0 || word == 8;
            place = place || word == 1;
            text += std::string(" ") + kWords[word];
        }
        lines << R"({"text":")" << text << R"(","category":"c)" << i % 3 << R"(","food":)" << food << R"(,"place":)"
              << (i % 7 == 0 ? "\"\"" : (place ? "\"yes\"" : "\"no\"")) << "}\n";
    }
    return lines.str();
}

Npy readNpy(const std::string& path) {
    const std::string file = readFile(path);
    REQUIRE(file.starts_with("\x93NUMPY"));
    const std::size_t length = static_cast<unsigned char>(file[8]) + 256U * static_cast<unsigned char>(file[9]);
    CHECK((10 + length) % 64 == 0);
    const std::string dictionary = file.substr(10, length);
    char type[8] = {};
    Npy array;
    REQUIRE(std::sscanf(dictionary.c_str(), "{'descr': '%7[^']', 'fortran_order': False, 'shape': (%zu, %zu)", type,
                        &array.rows, &array.columns) == 3);
    array.type = type;
    array.values.resize(array.rows * array.columns);
    const std::string bytes = file.substr(10 + length);
    if (array.type == "<f4")
        readValues<float>(bytes, array.values);
    else if (array.type == "|i1")
        readValues<std::int8_t>(bytes, array.values);
    else
        readValues<std::int64_t>(bytes, array.values);
    return array;
}

void writeFloats(const std::string& path, std::size_t rows, std::size_t columns, const std::vector<float>& values) {
    writeArray(path, "<f4", rows, columns, {reinterpret_cast<const char*>(values.data()), values.size() * 4});
}

void writeInt8(const std::string& path, std::size_t rows, std::size_t columns, const std::vector<std::int8_t>& values) {
    writeArray(path, "|i1", rows, columns, {reinterpret_cast<const char*>(values.data()), values.size()});
}

std::vector<nlohmann::json> readJsonLines(const std::string& path) {
    std::vector<nlohmann::json> rows;
    std::istringstream lines(readFile(path));
    for (std::string line; std::getline(lines, line);)
        rows.push_back(nlohmann::json::parse(line));
    return rows;
}

} // namespace neuroscribe::test
