#include "text/language.hpp"

#include <algorithm>

#include "text/language_table.hpp"

namespace lacuna::text {
namespace {

[[nodiscard]] char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// "en-GB" -> "en": what follows the language is script, country or variant, and the stemmer knows none of
// them. An address ends in the code: ".../authority/language/FRA".
[[nodiscard]] std::string primary_subtag(std::string_view name) {
    name.remove_prefix(name.rfind('/') + 1);  // npos + 1 is 0
    std::string subtag(name.substr(0, name.find_first_of("-_.@")));
    std::transform(subtag.begin(), subtag.end(), subtag.begin(), lower);
    return subtag;
}

}  // namespace

LanguageRow const* language_row(std::string_view name) {
    auto const subtag = primary_subtag(name);
    if (subtag.empty()) return nullptr;
    auto const is = [&](std::string_view column) { return column == subtag; };
    for (auto const& row : language_table) {
        if (is(row.code) || is(row.stemmer)) return &row;
        if (std::any_of(row.others.begin(), row.others.end(), is)) return &row;
    }
    return nullptr;
}

std::string language_code(std::string_view name) {
    auto const* row = language_row(name);
    return row ? std::string(row->code) : std::string();
}

std::vector<std::string> languages() {
    std::vector<std::string> codes;
    for (auto const& row : language_table) codes.emplace_back(row.code);
    std::sort(codes.begin(), codes.end());
    return codes;
}

}  // namespace lacuna::text
