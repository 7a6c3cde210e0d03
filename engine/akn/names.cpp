#include "akn/names.hpp"

namespace lacuna::akn {

std::uint8_t element_index(std::string_view qualified) {
    using namespace element_table;
    auto const colon = qualified.rfind(':');
    auto const local = colon == std::string_view::npos ? qualified : qualified.substr(colon + 1);
    if (local.size() < Bytes16::size)
        return short_element_index(Bytes16::load_some(local.data(), local.size()), local.size());
    for (auto at = slot(local);; at = (at + 1) % slots) {
        auto const row = index.rows[at];
        if (row == 0 || all[row].name == local) return row;
    }
}

std::string_view abbreviation(std::string_view element) {
    auto const& row = element_name(element);
    return row.abbreviation.empty() ? element : row.abbreviation;
}

}  // namespace lacuna::akn
