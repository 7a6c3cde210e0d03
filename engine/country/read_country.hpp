// Reads country.json. What it may hold stands in legislation/country.schema.json.
#pragma once

#include <optional>

#include "country/country.hpp"

namespace lacuna::country {

inline constexpr std::string_view country_schema = "lacuna-country/1";

struct CountryFile {
    Country country;
    std::vector<Span> act_places, bill_places;  // of the file names, for errors about them
};
// Nothing when the file cannot be read or is no JSON object; else what could be read of it.
[[nodiscard]] std::optional<CountryFile> read_country(std::filesystem::path const& path, SourceMap& sources,
                                                      Diagnostics& diagnostics);

}  // namespace lacuna::country
