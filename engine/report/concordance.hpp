// Two instruments side by side, as it follows from the measures that both their obligations are met by: what
// one asks and the other does not. No statute is read.
#pragma once

#include <string>
#include <vector>

#include "program/catalogue.hpp"

namespace lacuna::report {

// What one obligation asks and its counterpart does not.
struct Surplus {
    std::vector<std::string> elements;  // needed
    std::vector<std::string> options;   // allowed to a State
    bool duty = false;                  // binds, where the counterpart only permits or recommends
    bool reservable = false;
    std::string reservable_under;
    [[nodiscard]] bool empty() const { return elements.empty() && options.empty() && !duty && !reservable; }
};

struct Counterpart {
    std::string id, title;
    std::vector<std::string> measures;  // shared, sorted
    Surplus here, there;                // only the row's obligation, only the counterpart
};

struct ConcordanceRow {
    std::string id, article, article_title, title, force;
    bool policy = false, tested = false;  // tested: some measure meets it
    std::vector<Counterpart>
        counterparts;  // in the order of the other instrument; empty: it asks nothing like it
};

struct ConcordanceSide {
    std::string name, title;
    std::vector<ConcordanceRow> rows;  // every obligation, in the order of the instrument
};

struct Concordance {
    ConcordanceSide a, b;
};

[[nodiscard]] Concordance concordance(program::Catalogue const& catalogue, program::InstrumentId a,
                                      program::InstrumentId b);

[[nodiscard]] std::string to_text(Concordance const& concordance, bool colour);
[[nodiscard]] std::string to_json(Concordance const& concordance);

}  // namespace lacuna::report
