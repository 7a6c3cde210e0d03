// What the country brings to each view of cooperation of the instrument.
#pragma once

#include "report/build_provision.hpp"

namespace lacuna::report {

[[nodiscard]] std::vector<GroundView> ground_views(Material const& material,
                                                   coverage::Assessment const& assessment);

}  // namespace lacuna::report
