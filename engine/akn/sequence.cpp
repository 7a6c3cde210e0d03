#include <algorithm>
#include <array>

#include "akn/numbering.hpp"

namespace lacuna::akn {
namespace {

[[nodiscard]] bool digit(char c) {
    return c >= '0' && c <= '9';
}
[[nodiscard]] bool small(char c) {
    return c >= 'a' && c <= 'z';
}
[[nodiscard]] bool capital(char c) {
    return c >= 'A' && c <= 'Z';
}

// Value of a roman number in small letters; 0 when it is none or is written oddly.
[[nodiscard]] std::uint32_t roman(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::uint32_t>, 9> signs{
        {{"c", 100}, {"xc", 90}, {"l", 50}, {"xl", 40}, {"x", 10}, {"ix", 9}, {"v", 5}, {"iv", 4}, {"i", 1}}};
    std::uint32_t value = 0;
    for (auto const& [sign, worth] : signs) {
        int times = 0;
        while (text.starts_with(sign)) {
            if (++times > (sign == "x" || sign == "i" || sign == "c" ? 3 : 1)) return 0;
            value += worth;
            text.remove_prefix(sign.size());
        }
    }
    return text.empty() ? value : 0;
}

// "a" 1 … "z" 26, "aa" 27, "bb" 28, "aaa" 53
[[nodiscard]] std::uint32_t letters(std::string_view text) {
    if (text.empty() || text.size() > 3) return 0;
    for (auto const c : text)
        if (c != text[0] || !small(c)) return 0;
    return static_cast<std::uint32_t>(text[0] - 'a') + 1 + 26 * static_cast<std::uint32_t>(text.size() - 1);
}

[[nodiscard]] std::string to_small(std::string_view text) {
    std::string out(text);
    for (auto& c : out)
        if (capital(c)) c = static_cast<char>(c - 'A' + 'a');
    return out;
}

}  // namespace

std::optional<Marker> marker_at(std::string_view text) {
    constexpr std::size_t longest = 6;
    bool const opened = !text.empty() && text[0] == '(';
    std::size_t const begin = opened ? 1 : 0;
    auto end = begin;
    while (end < text.size() && (digit(text[end]) || small(text[end]) || capital(text[end]))) ++end;
    if (end == begin || end - begin > longest || end >= text.size() || text[end] != ')') return std::nullopt;
    return Marker{text.substr(0, end + 1), text.substr(begin, end - begin), opened};
}

std::vector<Sequence::Reading> Sequence::readings(std::string_view value) {
    std::vector<Reading> found;
    if (value.empty()) return found;
    if (digit(value[0])) {
        std::uint32_t number = 0;
        for (auto const c : value) {
            if (!digit(c)) return found;
            number = number * 10 + static_cast<std::uint32_t>(c - '0');
        }
        found.push_back({Counting::digits, number});
        return found;
    }
    bool const capitals = capital(value[0]);
    auto const word = to_small(value);
    if (std::any_of(value.begin(), value.end(), [&](char c) { return digit(c) || capital(c) != capitals; }))
        return found;
    if (auto const number = letters(word); number != 0)
        found.push_back({capitals ? Counting::capital_letters : Counting::small_letters, number});
    if (auto const number = roman(word); number != 0)
        found.push_back({capitals ? Counting::capital_roman : Counting::small_roman, number});
    return found;
}

bool Sequence::continues(Level const& level, Marker const& marker, Reading& as) const {
    if (level.opened != marker.opened) return false;
    for (auto const& reading : readings(marker.value)) {
        if (reading.counting != level.last.counting || reading.value != level.last.value + 1) continue;
        as = reading;
        return true;
    }
    // "2A" after "2", "iiia" after "iii", "ab" after "a" or "aa": one put in between later.
    auto const& last = level.suffixed;
    bool const inserted = marker.value.size() == last.size() + 1 && marker.value.starts_with(last) &&
                          readings(marker.value).empty();
    bool const next_inserted =
        last.size() > 1 && marker.value.size() == last.size() &&
        marker.value.substr(0, last.size() - 1) == std::string_view(last).substr(0, last.size() - 1) &&
        readings(last).empty() && marker.value.back() == last.back() + 1;
    if (!inserted && !next_inserted) return false;
    as = level.last;
    return true;
}

std::optional<Sequence::Step> Sequence::place(Marker const& marker, Marker const* next, bool text_before) {
    auto const own = readings(marker.value);
    auto const begins = std::find_if(own.rbegin(), own.rend(), [](Reading r) { return r.value == 1; });
    bool const opens = begins != own.rend();
    for (auto depth = levels_.size(); depth-- > 0;) {
        Reading as;
        if (!continues(levels_[depth], marker, as)) continue;
        // "(i)" can follow "(h)" or open a list of its own; what comes next tells.
        bool const other = opens && begins->counting != as.counting;
        if (other && !text_before) continue;
        if (other && next != nullptr && next->opened == marker.opened) {
            auto const after = readings(next->value);
            bool const goes_on = std::any_of(after.begin(), after.end(), [&](Reading r) {
                return r.counting == begins->counting && r.value == 2;
            });
            if (goes_on) continue;
        }
        levels_.resize(depth + 1);
        levels_[depth].last = as;
        levels_[depth].suffixed = std::string(marker.value);
        return Step{depth, as.counting};
    }
    if (!opens) return std::nullopt;
    auto first = *begins;
    // "(a)" is a letter, "(i)" a roman number, "(aa)" a list of doubled letters.
    for (auto const& level : levels_)
        if (level.last.counting == first.counting && level.opened == marker.opened) return std::nullopt;
    levels_.push_back({first, marker.opened, std::string(marker.value)});
    return Step{levels_.size() - 1, first.counting};
}

}  // namespace lacuna::akn
