// What the law has beyond the instrument: provisions that answer to no obligation, that reach further than is
// asked, or that ask for more than is allowed.
#pragma once

#include "report/build_provision.hpp"

namespace lacuna::report {

// After the articles are filled. Measures that only serve as proof of others are not
// listed.
void add_surplus(Report& report, Material const& material, program::Instrument const& instrument);

}  // namespace lacuna::report
