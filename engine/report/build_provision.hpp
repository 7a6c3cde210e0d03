// Rows of the report for single findings and near misses.
#pragma once

#include "report/report.hpp"

namespace lacuna::report {

// What a row is built from.
struct Material {
    program::Catalogue const& catalogue;
    akn::StatuteSet const& set;
    match::Findings const& findings;
    SourceMap const& sources;
};

[[nodiscard]] ProvisionRow provision_row(Material const& material, program::Obligation const& obligation,
                                         coverage::Judged const& judged);
// A finding that is held against no obligation.
[[nodiscard]] ProvisionRow found_row(Material const& material, match::Finding const& finding);
[[nodiscard]] ProvisionRow near_miss_row(Material const& material, program::Obligation const& obligation,
                                         match::NearMiss const& miss);

}  // namespace lacuna::report
