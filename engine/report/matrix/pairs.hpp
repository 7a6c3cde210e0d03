// Two countries held together, offence by offence, as a view of cooperation asks.
#pragma once

#include "report/matrix.hpp"

namespace lacuna::report {

struct PairCell {
    std::string state;    // "yes"; "partly": no side lacks it and one has it in part; "no"; "unknown"
    std::string offence;  // the same of the offence alone, without the threshold
    std::string why;      // whose law does what; never empty
};
struct PairRow {
    std::string obligation, title;
    std::vector<PairCell> cells;  // one for each pair
};
struct PairView {
    std::string title, note, reaches, below;
    std::vector<std::pair<std::size_t, std::size_t>> pairs;  // rows of Matrix::countries
    std::vector<PairRow> rows;
};

// One for each view of the instrument, in its order; none for one country alone.
[[nodiscard]] std::vector<PairView> pair_views(Matrix const& matrix);

// "Ambria and Belvanie".
[[nodiscard]] std::string pair_name(Matrix const& matrix, std::pair<std::size_t, std::size_t> const& pair);

// A yes is said only where both have the whole offence and both punish it high enough, in words that were
// read.
[[nodiscard]] PairCell pair_cell(std::string const& name_a, GroundRow const& a, std::string const& name_b,
                                 GroundRow const& b);

}  // namespace lacuna::report
