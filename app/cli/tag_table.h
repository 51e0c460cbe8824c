// The columns that every table of tags shows: never a frequency without its interval and base rate.
#pragma once

#include <string>
#include <vector>

#include "app/cli/table.h"
#include "app/cli/tagging_session.h"

namespace neuroscribe::cli {

/// leading, trailing: headers of the columns before the numbers and after them, before "tag". The value of a rule other
/// than f has a column of its own.
Table tagTable(const TaggingSession& session, const std::vector<std::string>& leading,
               const std::vector<std::string>& trailing = {});
/// leading, trailing: their cells. The last column is empty where there is no tag.
void addTagRow(Table& table, TaggingSession& session, std::vector<std::string> leading, NeuronId neuron,
               std::uint32_t column, const std::vector<std::string>& trailing = {});
void printSummary(TaggingSession& session);

} // namespace neuroscribe::cli
