#include "text/number.hpp"

#include <array>

namespace lacuna::text {
namespace {

struct Group {
    std::size_t begin = 0, end = 0;
    char separator = 0;  // before the group; ' ' for any blank
    [[nodiscard]] std::size_t size() const { return end - begin; }
};

// Longer chains are dates, phone numbers or hostile; none is one number.
constexpr std::size_t most_groups = 8;
struct Groups {
    std::array<Group, most_groups> rows;
    std::size_t count = 0;
};

[[nodiscard]] bool is_digit(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

[[nodiscard]] bool is_letter(std::string_view text, std::size_t at) {
    if (at >= text.size()) return false;
    auto const c = static_cast<unsigned char>(text[at] | 0x20);
    return c >= 'a' && c <= 'z';
}

// Bytes of the separator at `at`, and which it is.
[[nodiscard]] std::size_t separator(std::string_view text, std::size_t at, char& kind) {
    if (at >= text.size()) return 0;
    kind = text[at];
    if (kind == ',' || kind == '.' || kind == ' ') return 1;
    kind = ' ';
    if (text.substr(at, 2) == "\u00A0") return 2;
    auto const three = text.substr(at, 3);
    return three == "\u202F" || three == "\u2009" ? 3 : 0;
}

[[nodiscard]] std::size_t digits_end(std::string_view text, std::size_t at) {
    while (is_digit(text, at)) ++at;
    return at;
}

[[nodiscard]] Groups split(std::string_view text) {
    Groups groups;
    groups.rows[0] = {0, digits_end(text, 0), 0};
    groups.count = groups.rows[0].size() > 0 ? 1 : 0;
    while (groups.count > 0 && groups.count < most_groups) {
        auto const& last = groups.rows[groups.count - 1];
        char kind = 0;
        auto const width = separator(text, last.end, kind);
        auto const begin = last.end + width;
        if (width == 0 || !is_digit(text, begin)) break;
        Group const next{begin, digits_end(text, begin), kind};
        // A blank joins only what can be thousands: "10 000", never "section 5 3 (a)".
        if (kind == ' ' && (next.size() != 3 || last.size() > 3 || is_letter(text, next.end))) break;
        groups.rows[groups.count++] = next;
    }
    return groups;
}

// How many groups from the first are grouped in thousands by one separator; Indian groups are of two.
[[nodiscard]] std::size_t thousands(Groups const& groups) {
    auto const kind = groups.rows[1].separator;
    std::size_t count = 1;
    while (count < groups.count && groups.rows[count].separator == kind && groups.rows[count].size() == 3)
        ++count;
    if (count > 1 && groups.rows[0].size() <= 3) return count;
    count = 1;
    while (count < groups.count && groups.rows[count].separator == kind && groups.rows[count].size() == 2)
        ++count;
    bool const indian = kind == ',' && count > 1 && count < groups.count && groups.rows[0].size() <= 2 &&
                        groups.rows[count].separator == kind && groups.rows[count].size() == 3;
    return indian ? count + 1 : 1;
}

[[nodiscard]] Digits value_of(std::string_view text, Groups const& groups, std::size_t whole, bool fraction) {
    Digits digits;
    auto const take = [&](Group const& group) {
        for (auto at = group.begin; at < group.end; ++at) digits.value = digits.value * 10 + (text[at] - '0');
        digits.length = group.end;
    };
    for (std::size_t i = 0; i < whole; ++i) take(groups.rows[i]);
    if (!fraction) return digits;
    auto const whole_value = digits.value;
    digits.value = 0;
    take(groups.rows[whole]);
    for (std::size_t i = 0; i < groups.rows[whole].size(); ++i) digits.value /= 10;
    digits.value += whole_value;
    return digits;
}

}  // namespace

Digits read_digits(std::string_view text, bool decimal_comma) {
    auto const groups = split(text);
    if (groups.count == 0) return {};
    if (groups.count == 1) return value_of(text, groups, 1, false);
    auto const whole = thousands(groups);
    if (whole == groups.count) return value_of(text, groups, whole, false);
    auto const& last = groups.rows[groups.count - 1];
    bool const marks = last.separator == '.' || (last.separator == ',' && decimal_comma);
    bool const differs = whole == 1 || last.separator != groups.rows[1].separator;
    if (whole + 1 == groups.count && marks && differs) return value_of(text, groups, whole, true);
    // "3 000 12.5" keeps its thousands; "19.8.2002" is three numbers.
    bool const blanks = whole > 1 && groups.rows[1].separator == ' ';
    return value_of(text, groups, blanks ? whole : 1, false);
}

}  // namespace lacuna::text
