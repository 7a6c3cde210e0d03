// lacuna explain --measure: a measure and a text, element by element: the words that were found, where and
// how far away; for what was not found, the part of the rule that failed and the nearest words.
#pragma once

#include <string>

#include "cli/pipeline.hpp"

namespace lacuna::cli {

int explain_measure(Session& session, Rules const& rules, akn::StatuteSet const& set,
                    std::string const& measure, std::string const& language);

}  // namespace lacuna::cli
