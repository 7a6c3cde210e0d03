#include "match/values.hpp"

#include <algorithm>

#include "match/pattern_reader.hpp"
#include "text/number.hpp"

namespace lacuna::match {
namespace {

// Adds the next word of a number: "two" "hundred" "thousand" "five".
class Sum {
  public:
    // The word may stand before the next one: "hundred" "and" "five", "treinta" "y" "uno".
    [[nodiscard]] bool joins(text::WordInfo const& word) const {
        auto const where = last_ >= 100  ? text::NumberWord::after_scale
                           : last_ == 10 ? text::NumberWord::after_tens
                                         : 0;
        return (word.number_joins & where) != 0;
    }
    // A comma may stand after a scale only: "one thousand, two hundred", but "fifty, one".
    [[nodiscard]] bool after_scale() const { return last_ >= 100; }
    // "and" joins what is less than the scale before it: "hundred and one thousand" goes on, as the thousand
    // takes in both; "one hundred and two hundred" are two numbers.
    [[nodiscard]] bool begins_anew(text::WordInfo const& word) const {
        return word.number_multiplies && word.number <= last_;
    }
    [[nodiscard]] bool takes(text::WordInfo const& word) const {
        return word.number_multiplies || last_ == 0 || word.number < last_;
    }
    void add(text::WordInfo const& word) {
        if (word.number_multiplies && word.number >= 1000) {
            total_ += std::max(open_, 1.0) * word.number;
            open_ = 0;
            last_ = word.number;
        } else if (word.number_multiplies) {
            open_ = std::max(open_, 1.0) * word.number;
            last_ = word.number;
        } else {
            open_ += word.number;
            last_ = word.number >= 20 ? 10 : 1;
        }
    }
    [[nodiscard]] double value() const { return total_ + open_; }

  private:
    double total_ = 0, open_ = 0;
    double last_ = 0;  // what may follow must be smaller
};

[[nodiscard]] bool in_digits(View const& view, std::uint32_t position) {
    auto const spelling = view.act().vocabulary->spelling(view.token(position).word);
    return !spelling.empty() && spelling.front() >= '0' && spelling.front() <= '9';
}

// The characters between a word and the one before it, of the same block.
[[nodiscard]] std::string_view before(View const& view, std::uint32_t at) {
    auto const& last = view.token(at - 1);
    auto const& next = view.token(at);
    auto const from = last.begin + last.length;
    if (next.begin < from || !view.same_block(at - 1, at)) return {};
    return std::string_view(view.act().document->text).substr(from, next.begin - from);
}

[[nodiscard]] bool has_any(std::string_view text, std::string_view characters) {
    return text.find_first_of(characters) != std::string_view::npos;
}

[[nodiscard]] Hit number_at(View const& view, std::uint32_t begin) {
    Sum sum;
    auto const goes_on = [&](std::uint32_t at) {
        return at < view.size() && view.word(at).number >= 0 && sum.takes(view.word(at)) &&
               !in_digits(view, at) && view.same_sentence(begin, at) &&
               (sum.after_scale() || !has_any(before(view, at), ",;"));
    };
    auto at = begin;
    sum.add(view.word(at++));
    for (bool const words = !in_digits(view, begin);;) {
        bool const joined = words && at < view.size() && sum.joins(view.word(at)) && goes_on(at + 1) &&
                            !view.word(at + 1).number_multiplies &&
                            (at + 2 >= view.size() || has_any(before(view, at + 2), ",;") ||
                             !sum.begins_anew(view.word(at + 2)));
        if (joined) ++at;
        if (!goes_on(at)) break;
        sum.add(view.word(at++));
    }
    return {begin, at, 0, sum.value()};
}

// The number just before the unit, or just after it, with at most one word between.
[[nodiscard]] Hit const* number_beside(View const& view, Hits const& numbers, Hit const& unit,
                                       bool after_too) {
    Hit const* nearest = nullptr;
    for (auto const& number : numbers) {
        bool const before = number.end <= unit.begin && unit.begin - number.end <= 1;
        bool const after = after_too && number.begin >= unit.end && number.begin - unit.end <= 1;
        if ((before || (after && nearest == nullptr)) && view.same_sentence(number.begin, unit.begin))
            nearest = &number;
    }
    return nearest;
}

// In days, or in units of money.
[[nodiscard]] double amount(program::UnitWord const& unit, double number) {
    auto const count = number * unit.factor;
    return unit.kind == dsl::Quantity::Kind::duration ? dsl::days_of(count, unit.unit) : count;
}

}  // namespace

Hits read_numbers(View const& view) {
    Hits hits;
    for (std::uint32_t at = 0; at < view.size();) {
        if (view.word(at).number < 0) {
            ++at;
            continue;
        }
        auto const hit = number_at(view, at);
        at = hit.end;
        // "two (2) years", "five thousand (5,000) dollars": one number, said twice.
        if (!hits.empty() && hits.back().end == hit.begin && hits.back().value == hit.value &&
            view.same_sentence(hits.back().begin, hit.begin) && has_any(before(view, hit.begin), "(["))
            hits.back().end = hit.end;
        else
            hits.push_back(hit);
    }
    return hits;
}

Hits read_quantities(View& view, dsl::Quantity::Kind kind) {
    Hits hits;
    auto const& numbers = view.numbers();
    for (auto const& [group, unit] : view.act().code->units) {
        if (unit.kind != kind) continue;
        for (auto const& placed : view.placed(group)) {
            auto const* const number =
                number_beside(view, numbers, placed, kind == dsl::Quantity::Kind::money);
            if (number != nullptr)
                hits.push_back({std::min(number->begin, placed.begin), std::max(number->end, placed.end), 0,
                                amount(unit, number->value)});
            else if (unit.alone)
                hits.push_back({placed.begin, placed.end, 0, amount(unit, 1)});
        }
    }
    tidy(hits);
    return hits;
}

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
