#include "match/values.hpp"

#include <algorithm>

#include "match/pattern_reader.hpp"

namespace lacuna::match {
namespace {

// Adds the next word of a number: "two" "hundred" "thousand" "five".
class Sum {
  public:
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

[[nodiscard]] Hit number_at(View const& view, std::uint32_t begin) {
    Sum sum;
    auto at = begin;
    do sum.add(view.word(at++));
    while (at < view.size() && view.word(at).number >= 0 && sum.takes(view.word(at)) &&
           !in_digits(view, at) && view.same_sentence(begin, at));
    return {begin, at, 0, sum.value()};
}

struct Unit {
    Hit hit;
    program::UnitWord word;
};

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

}  // namespace

Hits read_numbers(View const& view) {
    Hits hits;
    for (std::uint32_t at = 0; at < view.size();) {
        if (view.word(at).number < 0) {
            ++at;
            continue;
        }
        hits.push_back(number_at(view, at));
        at = hits.back().end;
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
                                number->value * unit.factor});
            else if (unit.alone)
                hits.push_back({placed.begin, placed.end, 0, unit.factor});
        }
    }
    tidy(hits);
    return hits;
}

Hits read_dates(View const& view) {
    Hits hits;
    for (std::uint32_t at = 0; at + 2 < view.size(); ++at) {
        auto const a = view.word(at).number, b = view.word(at + 1).number, c = view.word(at + 2).number;
        auto const is = [](double number, double from, double to) { return number >= from && number <= to; };
        if (is(a, 1000, 9999) && is(b, 1, 12) && is(c, 1, 31))
            hits.push_back({at, at + 3, 0, a * 10000 + b * 100 + c});
        else if (is(a, 1, 31) && is(b, 1, 12) && is(c, 1000, 9999))
            hits.push_back({at, at + 3, 0, c * 10000 + b * 100 + a});
    }
    return hits;
}

}  // namespace lacuna::match
