// A figure as a scalable drawing, made without a window.
#pragma once

#include <string>

#include "core/io/figure_scene.h"

namespace neuroscribe::io {

/// A whole SVG 1.1 document on white paper, with the title, the caption and the parameters in it. Elements have the
/// classes paper, text, muted, grid, c0 to c4, mark and undefined, so that a page around it may color them anew;
/// nothing in it has an id, and several stand in one page without harm.
std::string figureSvg(const Figure& figure, const SceneStyle& style = paperStyle());

} // namespace neuroscribe::io
