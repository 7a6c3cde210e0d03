// What a country is called that no country file names.
#pragma once

#include "akn/set.hpp"
#include "country/country.hpp"

namespace lacuna::cli {

// The code of the acts, where all that have one have the same, says more than the name of their folder: the
// country takes the name that belongs to it, and what was assumed says so.
void name_by_code(country::Selection& selection, akn::StatuteSet const& set);

}  // namespace lacuna::cli
