// What the engine saw in a provision, in one line: the words that prove each element, what is missing, or
// what failed.
#pragma once

#include <string>
#include <vector>

#include "akn/set.hpp"
#include "match/finding.hpp"
#include "program/catalogue.hpp"

namespace lacuna::score {

[[nodiscard]] std::string saw(program::Catalogue const& catalogue, akn::StatuteSet const& set,
                              match::Finding const& finding, std::vector<std::string> const& extra);
[[nodiscard]] std::string saw(program::Catalogue const& catalogue, akn::StatuteSet const& set,
                              match::NearMiss const& miss);

}  // namespace lacuna::score
