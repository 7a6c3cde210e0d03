// What two reports say of the same places: which provisions answer in one and not in the other, and what the
// other run knows of them. Private to the comparison.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "report/compare/comparison.hpp"

namespace lacuna::report {

// A provision in one run: the act by its URI (else its title), and the unit.
struct Place {
    std::string act, unit;
    auto operator<=>(Place const&) const = default;
};

// The act in every run: its URI, else its title, else its file.
[[nodiscard]] std::string act_key(ActRow const& act);

// What a whole report knows of acts and units.
class Known {
  public:
    explicit Known(Report const& report);
    [[nodiscard]] Place place_of(ProvisionRow const& row) const;
    [[nodiscard]] ActRow const* act(std::string const& key) const;
    // Digest of the unit's words; empty when no row of the report names the unit.
    [[nodiscard]] std::string digest(Place const& place) const;
    // A row of the report about the unit; null when there is none.
    [[nodiscard]] ProvisionRow const* row(Place const& place) const;

  private:
    std::map<std::string, std::string> act_of_title_;
    std::map<std::string, ActRow const*> acts_;
    std::map<Place, ProvisionRow const*> rows_;
};

// Whether the row is law that answers the obligation, in whole or in part.
[[nodiscard]] bool answers(ProvisionRow const& row);
// The provisions that answer, without those of the same unit and measure in `other`.
[[nodiscard]] std::vector<ProvisionRow const*> only_here(ObligationRow const& here, Known const& known,
                                                         ObligationRow const& other,
                                                         Known const& other_known);
// What proves the obligation, as one text to compare: units, measures, elements and their words.
[[nodiscard]] std::string proof_of(ObligationRow const& row, Known const& known);

}  // namespace lacuna::report
