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
    bool const opened = text.starts_with('(');
    std::size_t begin = opened ? 1 : 0;
    if (opened && begin < text.size() && text[begin] == ' ') ++begin;
    auto end = begin;
    while (end < text.size() && (digit(text[end]) || small(text[end]) || capital(text[end]))) ++end;
    if (end == begin || end - begin > longest) return std::nullopt;
    auto close = end;
    if (opened && close < text.size() && text[close] == ' ') ++close;
    if (close >= text.size() || text[close] != ')') return std::nullopt;
    return Marker{text.substr(0, close + 1), text.substr(begin, end - begin),
                  opened ? Marker::Style::bracketed : Marker::Style::closed};
}

std::optional<Marker> dotted_marker_at(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && digit(text[end])) ++end;
    if (end == 0)
        while (end < text.size() && (text[end] == 'I' || text[end] == 'V' || text[end] == 'X')) ++end;
    if (end == 0 || end > 5 || end + 1 >= text.size() || text[end] != '.' || text[end + 1] != ' ')
        return std::nullopt;
    return Marker{text.substr(0, end + 1), text.substr(0, end), Marker::Style::dotted};
}

Sequence::Readings Sequence::readings(std::string_view value) {
    Readings found;
    if (value.empty()) return found;
    if (digit(value[0])) {
        std::uint32_t number = 0;
        for (auto const c : value) {
            if (!digit(c)) return found;
            number = number * 10 + static_cast<std::uint32_t>(c - '0');
        }
        found.add(Counting::digits, number);
        return found;
    }
    bool const capitals = capital(value[0]);
    auto const word = to_small(value);
    if (std::any_of(value.begin(), value.end(), [&](char c) { return digit(c) || capital(c) != capitals; }))
        return found;
    if (auto const number = letters(word); number != 0)
        found.add(capitals ? Counting::capital_letters : Counting::small_letters, number);
    if (auto const number = roman(word); number != 0)
        found.add(capitals ? Counting::capital_roman : Counting::small_roman, number);
    return found;
}

bool Sequence::continues(Level const& level, Marker const& marker, Readings const& own, Reading& as) {
    if (level.style != marker.style) return false;
    for (auto const& reading : own) {
        if (reading.counting != level.last.counting || reading.value != level.last.value + 1) continue;
        as = reading;
        return true;
    }
    // "2A" after "2", "iiia" after "iii", "ab" after "aa": a point put in between later.
    if (!own.empty()) return false;
    auto const last = level.printed;
    auto const stem = last.substr(0, last.empty() ? 0 : last.size() - 1);
    bool const inserted = marker.value.size() == last.size() + 1 && marker.value.starts_with(last);
    bool const inserted_next = last.size() > 1 && readings(last).empty() &&
                               marker.value.size() == last.size() && marker.value.starts_with(stem) &&
                               marker.value.back() == last.back() + 1;
    as = level.last;
    return inserted || inserted_next;
}

bool Sequence::next_is_second(Marker const& marker, Marker const* next, Reading first) {
    if (next == nullptr || next->style != marker.style) return false;
    auto const after = readings(next->value);
    return std::any_of(after.begin(), after.end(),
                       [&](Reading r) { return r.counting == first.counting && r.value == 2; });
}

std::optional<Sequence::Step> Sequence::place(Marker const& marker, Context const& context) {
    auto const own = readings(marker.value);
    // The roman reading stands last: "(i)" opens a roman list, never one of letters.
    Reading const* begins = nullptr;
    for (auto const& reading : own)
        if (reading.value == 1) begins = &reading;
    bool const opens = context.may_open && begins != nullptr;
    for (auto depth = levels_.size(); depth-- > 0;) {
        Reading as{};
        if (!continues(levels_[depth], marker, own, as)) continue;
        // "(i)" can follow "(h)" or open a list of its own; what stands before and behind it tells.
        bool const other = opens && begins->counting != as.counting;
        if (other && (!context.text_before || next_is_second(marker, context.next, *begins))) continue;
        levels_.resize(depth + 1);
        levels_[depth].last = as;
        levels_[depth].printed = marker.value;
        return Step{depth, as.counting, false};
    }
    if (!opens) return std::nullopt;
    Level const fresh{*begins, marker.style, marker.value};
    for (std::size_t depth = 0; depth < levels_.size(); ++depth) {
        if (levels_[depth].last.counting != begins->counting || levels_[depth].style != marker.style)
            continue;
        if (!context.may_restart) return std::nullopt;
        levels_.resize(depth);
        break;
    }
    levels_.push_back(fresh);
    return Step{levels_.size() - 1, begins->counting, true};
}

}  // namespace lacuna::akn
