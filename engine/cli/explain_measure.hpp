// lacuna explain --measure: a measure and a text, element by element: the words that were found, where and
// how far away; for what was not found, the part of the rule that failed and the nearest words.
#pragma once

#include <optional>
#include <string>

#include "cli/pipeline.hpp"

namespace lacuna::cli {

// A set of one act from the text on `in`; nothing, and an error, when it is empty or not UTF-8.
[[nodiscard]] std::optional<akn::StatuteSet> read_text(Session& session, std::istream& in,
                                                       std::string const& language);
int explain_measure(Session& session, Rules const& rules, akn::StatuteSet const& set,
                    std::string const& measure, std::string const& language);

}  // namespace lacuna::cli
