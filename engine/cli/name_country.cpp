#include "cli/name_country.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "text/region.hpp"

namespace lacuna::cli {
namespace {

[[nodiscard]] std::string code_of(akn::StatuteSet const& set) {
    std::string code;
    for (auto const& document : set.documents) {
        auto const& own = document.meta.country;
        if (!own.empty() && !code.empty() && own != code) return {};
        if (!own.empty()) code = own;
    }
    return code;
}

}  // namespace

void name_by_code(country::Selection& selection, akn::StatuteSet const& set) {
    if (selection.named_after.empty()) return;
    auto const code = code_of(set);
    auto const name = text::region_name(code);
    if (name.empty()) return;
    std::replace(selection.assumed.begin(), selection.assumed.end(),
                 country::name_assumed(selection.named_after),
                 fmt::format("the country is called {} by the code of its acts, “{}”: no country.json says "
                             "what it is called",
                             name, code));
    selection.country.name = name;
    selection.named_after.clear();
}

}  // namespace lacuna::cli
