#include "text/region.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace lacuna::text {

std::string region_name(std::string_view code) {
    auto const is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (code.size() != 2 || !std::all_of(code.begin(), code.end(), is_letter)) return {};
    // ISO 3166-1 keeps AA, QM to QZ, XA to XZ and ZZ for private use; ICU has names of its own for some.
    char const first = static_cast<char>(code[0] & ~0x20), second = static_cast<char>(code[1] & ~0x20);
    if (first == 'X' || (first == 'Q' && second >= 'M') ||
        (first == second && (first == 'A' || first == 'Z')))
        return {};
    icu::Locale const locale("", std::string{first, second}.c_str());
    icu::UnicodeString shown;
    locale.getDisplayCountry(icu::Locale::getEnglish(), shown);
    std::string name;
    shown.toUTF8String(name);
    return name == std::string{first, second} ? std::string()
                                              : name;  // ICU gives back what it has no name for
}

}  // namespace lacuna::text
