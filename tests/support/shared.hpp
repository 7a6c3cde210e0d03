// Tests on real statutes run where the folder `shared` stands beside the checkout, and say that they were
// skipped where it does not: real law is no part of the project.
#pragma once

#include <filesystem>
#include <string>

namespace lacuna::test {

// Path below `shared`, or an empty path after a visible warning when it is absent. LACUNA_SHARED names
// another place.
[[nodiscard]] std::filesystem::path shared(std::string const& below);

}  // namespace lacuna::test
