// Measures and instruments of a pack as rows with resolved names.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "dsl/ast.hpp"
#include "program/catalogue.hpp"

namespace lacuna::program {

// That some lexicon speaks, sorted.
[[nodiscard]] std::vector<std::string> languages_of(dsl::Pack const& pack);
[[nodiscard]] Catalogue build_catalogue(dsl::Pack const& pack);

// Fills `usually_in` of the obligations and `laws`: the names of concepts get their rows only when the
// patterns are compiled.
void resolve_laws(dsl::Pack const& pack, std::function<ConceptId(std::string const&)> const& row_of,
                  Catalogue& catalogue);

}  // namespace lacuna::program
