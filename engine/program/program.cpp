#include "program/program.hpp"

#include <algorithm>

namespace lacuna::program {

ConceptId Program::concept_id(std::string_view name) const {
    auto const row = std::find(concepts.begin(), concepts.end(), name);
    return row == concepts.end() ? ConceptId() : ConceptId(static_cast<std::size_t>(row - concepts.begin()));
}

LanguageCode const* Program::speaks(std::string_view language) const {
    auto const row = std::find_if(languages.begin(), languages.end(),
                                  [&](LanguageCode const& code) { return code.language == language; });
    return row == languages.end() ? nullptr : &*row;
}

}  // namespace lacuna::program
