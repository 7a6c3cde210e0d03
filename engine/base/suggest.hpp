// "Did you mean": the nearest of the names that are valid at a place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lacuna {

// Damerau-Levenshtein distance, or limit + 1 as soon as it is certain to be larger.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit);
// The nearest candidate within a third of the name's length (at least 1); else the nearest that has all parts
// of the name, or whose parts it all has ("computer" for "computer-data"); empty when none. Ties:
// alphabetical.
[[nodiscard]] std::string suggest(std::string_view name, std::vector<std::string> const& candidates);

}  // namespace lacuna
