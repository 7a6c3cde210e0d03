// The reservations and declarations of a country held against what the instruments permit: which of them lets
// a duty be reserved, and which count for nothing, so that none is left out in silence.
#pragma once

#include "base/diagnostic.hpp"
#include "country/country.hpp"
#include "program/catalogue.hpp"

namespace lacuna::coverage {

// The statement of the country that lets the obligation be reserved: of `reservable under 11.3` the one that
// names 11.3; of a plain `reservable` one that names the obligation itself, or the paragraph or the article
// that it stands in. Null when there is none, or when nothing may be reserved.
[[nodiscard]] country::Reservation const* reservation_to(country::Country const& country,
                                                         program::Instrument const& instrument,
                                                         program::Obligation const& obligation);

// Warnings (C009) on statements whose number, or whose instrument but for a slip of the pen, the rules do not
// know, and a note (C010) on those to other instruments.
void report_reservations(program::Catalogue const& catalogue, country::Country const& country,
                         Diagnostics& diagnostics);

}  // namespace lacuna::coverage
