// For an element that was not found: the words of the text that its concepts came nearest to.
#pragma once

#include <string>
#include <vector>

#include "match/evaluate.hpp"

namespace lacuna::match {

struct Nearest {
    std::string of;      // concept, or phrase in quotes
    bool whole = false;  // the concept itself occurs, but not where the element asks; else only phrases of it
    std::vector<Evidence> words;  // the first few; none: no word of it occurs in the act
};
// One row for each concept that the condition of the element names, in the order written.
[[nodiscard]] std::vector<Nearest> nearest_words(program::Program const& program,
                                                 akn::Document const& document, std::string const& language,
                                                 MeasureId measure, ElementId element);

}  // namespace lacuna::match
