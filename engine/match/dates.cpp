#include "match/pattern_reader.hpp"
#include "match/value_words.hpp"
#include "match/values.hpp"

namespace lacuna::match {
namespace {

// The day of a month, in digits: "12", "1st", "1er"; 0 for any other word.
[[nodiscard]] double day_at(View const& view, std::uint32_t at) {
    if (!in_digits(view, at)) return 0;
    auto const spelling = view.act().vocabulary->spelling(view.token(at).word);
    std::size_t digits = 0;
    while (digits < spelling.size() && spelling[digits] >= '0' && spelling[digits] <= '9') ++digits;
    if (digits > 2 || spelling.size() > digits + 2) return 0;
    int day = 0;
    for (auto const digit : spelling.substr(0, digits)) day = day * 10 + (digit - '0');
    return day >= 1 && day <= 31 ? day : 0;
}

[[nodiscard]] bool is_year(View const& view, std::uint32_t at) {
    return in_digits(view, at) && view.word(at).number >= 1000 && view.word(at).number <= 9999;
}

// "12 March 2024", "the 12th day of March, 2024", "12 de marzo de 2024", "March 12, 2024": the month named.
void read_named_months(View const& view, Hits& hits) {
    constexpr std::uint32_t before_month = 3, before_year = 2;  // one more than the words between
    for (std::uint32_t month = 0; month < view.size(); ++month) {
        if (view.word(month).month == 0) continue;
        auto const add = [&](std::uint32_t begin, double day, std::uint32_t year) {
            if (day == 0 || !is_year(view, year) || !view.same_sentence(begin, year)) return false;
            for (auto at = begin + 1; at <= year; ++at)
                if (has_any(before(view, at), ";:()") ||
                    (at < year && view.word(at).number >= 0 && at != month + 1))
                    return false;
            hits.push_back(
                {begin, year + 1, 0, view.word(year).number * 10000 + view.word(month).month * 100 + day});
            return true;
        };
        bool found = false;
        for (auto gap = 1U; gap <= before_month && gap <= month && !found; ++gap)
            for (auto year = month + 1; year <= month + before_year && year < view.size() && !found; ++year)
                found = add(month - gap, day_at(view, month - gap), year);
        if (!found && month + 2 < view.size()) (void)add(month, day_at(view, month + 1), month + 2);
    }
}

}  // namespace

Hits read_dates(View const& view) {
    Hits hits;
    read_named_months(view, hits);
    for (std::uint32_t at = 0; at + 2 < view.size(); ++at) {
        auto const mark = before(view, at + 1);  // one mark twice: "5.6.2007", not "2001; 5.6"
        if (mark.size() != 1 || !has_any(mark, "./-") || before(view, at + 2) != mark) continue;
        auto const a = view.word(at).number, b = view.word(at + 1).number, c = view.word(at + 2).number;
        auto const is = [](double number, double from, double to) { return number >= from && number <= to; };
        if (is(a, 1000, 9999) && is(b, 1, 12) && is(c, 1, 31))
            hits.push_back({at, at + 3, 0, a * 10000 + b * 100 + c});
        else if (is(a, 1, 31) && is(b, 1, 12) && is(c, 1000, 9999))
            hits.push_back({at, at + 3, 0, c * 10000 + b * 100 + a});
    }
    tidy(hits);
    return hits;
}

}  // namespace lacuna::match
