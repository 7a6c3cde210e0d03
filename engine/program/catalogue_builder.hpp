// Measures and instruments of a pack as rows with resolved names.
#pragma once

#include "dsl/ast.hpp"
#include "program/catalogue.hpp"

namespace lacuna::program {

[[nodiscard]] Catalogue build_catalogue(dsl::Pack const& pack);

}  // namespace lacuna::program
