// Conditions in rule words, for reasons and near misses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dsl/ast.hpp"

namespace lacuna::program {

// `children`: the words of its children.
[[nodiscard]] std::string describe(dsl::Condition const& condition,
                                   std::vector<std::string_view> const& children);

}  // namespace lacuna::program
