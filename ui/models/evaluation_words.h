// The words of an evaluation's figures in the person's language, and where its numbers come from, said in words.
#pragma once

#include "core/pipeline/evaluation_figures.h"

#include <QString>

namespace neuroscribe::app {
class EvaluationController;
class Session;
} // namespace neuroscribe::app

namespace neuroscribe::ui {

pipeline::EvaluationWords evaluationWords();
/// "10 random, seed 1", "all", "3/58, 5/12", "2 bookmarked: 3/58, 5/12"; of a long list the first ones.
QString neuronsText(const pipeline::NeuronChoice& choice, std::uint32_t unitsPerLayer);
pipeline::FigureSource figureSource(const app::Session& session, const app::EvaluationController& controller);

} // namespace neuroscribe::ui
