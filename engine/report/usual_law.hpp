// Kinds of law that usually hold an obligation, and the acts of each by their titles: read, named, or not
// given.
#pragma once

#include "report/build_provision.hpp"
#include "report/report.hpp"

namespace lacuna::report {

// None where an act of the set is in a language that no rules speak: what its title says is not known.
[[nodiscard]] std::vector<UsualLaw> usual_laws(Material const& material,
                                               program::Instrument const& instrument,
                                               program::Obligation const& obligation,
                                               country::Selection const& selection);
// A sentence for each act that the country file says could not be given and that hides nothing, because
// neither its title nor its kinds say what it may hold.
[[nodiscard]] std::vector<std::string> unknown_titles(Material const& material,
                                                      program::Instrument const& instrument,
                                                      country::Selection const& selection);

}  // namespace lacuna::report
