// Every number that the window shows, held against what neuroscribe-cli says.
#pragma once

#include <nlohmann/json.hpp>

class QMainWindow;

namespace neuroscribe::test {

/// The documents of the same folder.
struct Told {
    nlohmann::json status;  ///< status
    nlohmann::json tags;    ///< tag
    nlohmann::json heatMap; ///< export --what heatmap: f of every cell
};

/// Thresholds with their counts, coverage, the steps of the study, the table of the heat map.
void checkWholeWindow(QMainWindow& window, const Told& told);
/// The page of the selected neuron. neuron: tag --neuron.
void checkNeuronPage(QMainWindow& window, const nlohmann::json& neuron);
/// The page of the selected descriptor. descriptor: tag --descriptor.
void checkDescriptorPage(QMainWindow& window, const nlohmann::json& descriptor);

} // namespace neuroscribe::test
