// Conditions in rule words, for reasons and near misses.
#pragma once

#include <string>

#include "dsl/ast.hpp"

namespace lacuna::program {

[[nodiscard]] std::string describe(dsl::Condition const& condition);

}  // namespace lacuna::program
