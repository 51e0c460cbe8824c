// Descriptors from what a model wrote in answer to p1.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace neuroscribe::llm {

struct TopicLimits {
    std::size_t topics = 16;     ///< kept of one answer; the rest is dropped (an endless loop)
    std::size_t characters = 60; ///< of a descriptor; a longer one is no descriptor
    std::size_t words = 6;       ///< likewise

    Status validate() const; ///< InvalidArgument: a limit of 0
};

/// In the order written, white space folded, without brackets, quotes, numbers, bullets and labels ("Topics:"); each
/// once (topicKey). cutOff: the answer was ended by its length (Reply::cutOff), so its last item may be half written
/// and is dropped; so is the last one in a bracket that never closes. Nothing usable: empty.
std::vector<std::string> parseTopics(std::string_view answer, bool cutOff, const TopicLimits& limits = {});

/// What makes two spellings the same descriptor: white space folded, compatibility forms and case folded.
std::string topicKey(std::string_view topic);

} // namespace neuroscribe::llm
