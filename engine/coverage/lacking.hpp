// What an element that was not found still lacks, in the words that the rules have for it.
#pragma once

#include <string>
#include <vector>

#include "match/finding.hpp"
#include "program/catalogue.hpp"

namespace lacuna::coverage {

// "“importing”", "“selling” or “distributing”", "2 of “A”, “B” or “C”": one for each thing to add. What only
// repeats the element's own title is left out.
[[nodiscard]] std::vector<std::string> lacks_of(program::Catalogue const& catalogue,
                                                program::Element const& element,
                                                match::ElementResult const& result);

// "the prohibited acts (missing: “importing”)"; the title alone where nothing more is known.
[[nodiscard]] std::string with_lacks(std::string const& title, std::vector<std::string> const& lacks);

}  // namespace lacuna::coverage
