// Reviews written for the journey: plain English sentences with two columns of labels, and a few records that an import
// must drop.
#pragma once

#include <string>

namespace neuroscribe::test {

/// CSV with the columns opinion;shop;food;place. `count` sentences are kept; beside them are one that is too short, one
/// in German and one twice. "place" is unanswered for every seventh.
std::string writtenReviews(int count);

} // namespace neuroscribe::test
