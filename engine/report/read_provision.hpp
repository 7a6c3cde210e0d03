// Provisions of a report in JSON, with their passages and elements.
#pragma once

#include "report/read_field.hpp"

namespace lacuna::report {

[[nodiscard]] std::uint32_t read_line(Field const& json, char const* name);
[[nodiscard]] std::vector<PassagePart> read_passage(Field const& json);
[[nodiscard]] std::vector<ProvisionRow> read_provisions(Field const& json);

}  // namespace lacuna::report
