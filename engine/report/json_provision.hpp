// Provisions of a report as JSON, with their passages and elements.
#pragma once

#include <nlohmann/json.hpp>
#include <vector>

#include "report/report.hpp"

namespace lacuna::report {

[[nodiscard]] nlohmann::ordered_json passage_json(std::vector<PassagePart> const& passage);
[[nodiscard]] nlohmann::ordered_json provisions_json(std::vector<ProvisionRow> const& rows);

}  // namespace lacuna::report
