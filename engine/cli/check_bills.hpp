// lacuna check --with-bill: the law as it is and the law with bills written into it, held against each other.
#pragma once

#include <string>
#include <vector>

#include "cli/pipeline.hpp"
#include "cli/show_comparison.hpp"

namespace lacuna::cli {

struct BillCheck {
    std::vector<std::string> paths, articles;
    LawOptions law;  // with the bills
    Outputs outputs;
    bool fail_on_fell = false;
};
// The exit code; `with_bills` is the second report, when both could be made.
[[nodiscard]] int check_bills(Session& session, Rules const& rules, program::InstrumentId instrument,
                              BillCheck const& check, std::optional<report::Report>& with_bills);

}  // namespace lacuna::cli
