#include "text/region.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace lacuna::text {

std::string region_name(std::string_view code) {
    auto const is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    if (code.size() != 2 || !std::all_of(code.begin(), code.end(), is_letter)) return {};
    // ISO 3166-1 keeps AA, QM to QZ, XA to XZ and ZZ for private use, and EU, EZ and UN for unions of
    // States; ICU has names of its own for some.
    char const first = static_cast<char>(code[0] & ~0x20), second = static_cast<char>(code[1] & ~0x20);
    std::string const upper{first, second};
    bool const private_use =
        first == 'X' || (first == 'Q' && second >= 'M') || upper == "AA" || upper == "ZZ";
    if (private_use || upper == "EU" || upper == "EZ" || upper == "UN") return {};
    icu::UnicodeString shown;
    icu::Locale("", upper.c_str()).getDisplayCountry(icu::Locale::getEnglish(), shown);
    std::string name;
    shown.toUTF8String(name);
    return name == upper ? std::string() : name;  // ICU gives back what it has no name for
}

}  // namespace lacuna::text
