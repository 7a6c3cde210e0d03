// Scores and errors as text.
#pragma once

#include "score/errors.hpp"
#include "score/metrics.hpp"

namespace lacuna::score {

// Every measure of every group, with its interval.
[[nodiscard]] std::string to_text(std::vector<Score> const& scores);
// One line for each group, as a table in Markdown.
[[nodiscard]] std::string to_table(std::vector<Score> const& scores, std::string const& title);
[[nodiscard]] std::string to_text(std::vector<Error> const& errors);

}  // namespace lacuna::score
