// The kinds of law that a country file gives its acts, held against those that the rules ask for: a slip of
// the pen would leave a whole branch of law unread.
#pragma once

#include "base/diagnostic.hpp"
#include "country/country.hpp"
#include "program/catalogue.hpp"

namespace lacuna::coverage {

// Warnings (C011) on kinds that no obligation asks for, each once, where it stands first.
void report_kinds(program::Catalogue const& catalogue, country::Country const& country,
                  Diagnostics& diagnostics);

}  // namespace lacuna::coverage
