#include "match/values.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "match/pattern_reader.hpp"
#include "match/value_words.hpp"
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
    void add(text::WordInfo const& word, bool digits) {
        if (word.number_multiplies && word.number >= 1000) {
            total_ += std::max(open_, 1.0) * word.number;
            open_ = 0;
            last_ = word.number;
        } else if (word.number_multiplies) {
            open_ = std::max(open_, 1.0) * word.number;
            last_ = word.number;
        } else {
            open_ += word.number;
            // "doscientos" goes on, "500" does not.
            bool const hundreds = !digits && word.number >= 100 && std::fmod(word.number, 100) == 0;
            last_ = hundreds ? 100 : word.number >= 20 ? 10 : 1;
        }
    }
    // A number below a hundred in several words, "quatre-vingt-dix": no further one belongs to it.
    [[nodiscard]] bool takes_whole(double value) const {
        return last_ == 0 || (value < last_ && last_ >= 100);
    }
    void add_whole(double value) {
        open_ += value;
        last_ = 1;
    }
    [[nodiscard]] double value() const { return total_ + open_; }

  private:
    double total_ = 0, open_ = 0;
    double last_ = 0;  // what may follow must be smaller
};

// The longest number of several words that begins there; its value, and in `end` where it ends. 0: none.
[[nodiscard]] double phrase_at(View const& view, text::NumberPhrases const& phrases, std::uint32_t begin,
                               std::uint32_t& end) {
    double value = 0;
    std::string words;
    auto const last = std::min(begin + static_cast<std::uint32_t>(phrases.longest), view.size());
    for (auto at = begin; at < last; ++at) {
        if (at > begin && (!view.same_sentence(begin, at) || has_any(before(view, at), ",;"))) break;
        if (at > begin) words += ' ';
        words += view.act().vocabulary->spelling(view.token(at).word);
        if (auto const row = phrases.values.find(words); row != phrases.values.end()) {
            value = row->second;
            end = at + 1;
        }
    }
    return value;
}

// Reads the words of one number.
class NumberReader {
  public:
    NumberReader(View const& view, text::NumberPhrases const& phrases, std::uint32_t begin)
        : view_(view), phrases_(phrases), begin_(begin) {}

    [[nodiscard]] Hit read() {
        auto at = begin_;
        add(at);
        for (bool const words = !in_digits(view_, begin_);;) {
            if (words && at < view_.size() && sum_.joins(view_.word(at)) && goes_on(at + 1) &&
                joins_less(at + 1))
                ++at;
            if (!goes_on(at)) break;
            add(at);
        }
        return {begin_, at, 0, sum_.value()};
    }

  private:
    [[nodiscard]] bool goes_on(std::uint32_t at) const {
        if (at >= view_.size() || view_.word(at).number < 0 || in_digits(view_, at) ||
            !view_.same_sentence(begin_, at) || (!sum_.after_scale() && has_any(before(view_, at), ",;")))
            return false;
        std::uint32_t end = 0;
        auto const whole = phrase_at(view_, phrases_, at, end);
        return whole > 0 ? sum_.takes_whole(whole) : sum_.takes(view_.word(at));
    }
    // What follows an "and" does not begin a number of its own.
    [[nodiscard]] bool joins_less(std::uint32_t at) const {
        return !view_.word(at).number_multiplies &&
               (at + 1 >= view_.size() || has_any(before(view_, at + 1), ",;") ||
                !sum_.begins_anew(view_.word(at + 1)));
    }
    void add(std::uint32_t& at) {
        std::uint32_t end = 0;
        if (auto const whole = phrase_at(view_, phrases_, at, end); whole > 0) {
            sum_.add_whole(whole);
            at = end;
        } else {
            sum_.add(view_.word(at), in_digits(view_, at));
            ++at;
        }
    }

    View const& view_;
    text::NumberPhrases const& phrases_;
    std::uint32_t begin_;
    Sum sum_;
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

// An amount and its unit: "two years".
struct Amount {
    Hit hit;
    double count = 0;
    dsl::Unit unit = dsl::Unit::none;
    double size = 0;       // of the unit as the lexicon says it, in days: "a year" may be 12 months
    bool counted = false;  // by a number; else its unit stands alone, as "life" does
    std::uint32_t unit_begin = 0, unit_end = 0;
};

[[nodiscard]] double value_of(Amount const& one) {
    return one.unit == dsl::Unit::none ? one.count : dsl::days_of(one.count, one.unit);
}

// "one year and six months", "one year six months": the second follows at once, or after a word that joins
// numbers, in a smaller unit. Between amounts of one unit, or in rising order, the word lists two values.
// What has no number of its own is only joined to what follows, and by a word: "a year and six months".
[[nodiscard]] bool goes_on_with(View const& view, Amount const& first, Amount const& second) {
    auto const at = first.hit.end;
    if (first.unit == dsl::Unit::none || second.size >= first.size) return false;
    if (second.hit.begin < at || !view.same_sentence(first.hit.begin, second.hit.begin)) return false;
    auto const between = second.hit.begin - at;
    if (between > 1 || (between == 1 && view.word(at).number_joins == 0)) return false;
    if (!second.counted || (!first.counted && between == 0)) return false;
    for (auto place = at; place <= second.hit.begin; ++place)
        if (has_any(before(view, place), ",;:()[]")) return false;
    return true;
}

// As months where both are made of months: eighteen of them are a year and a half.
[[nodiscard]] Amount sum_of(Amount const& first, Amount const& second) {
    auto const months = [](Amount const& one) {
        return one.unit == dsl::Unit::years ? 12 * one.count : one.unit == dsl::Unit::months ? one.count : -1;
    };
    auto sum = first;
    sum.hit.end = second.hit.end;
    sum.size = second.size;
    bool const in_months = months(first) >= 0 && months(second) >= 0;
    sum.unit = in_months ? dsl::Unit::months : dsl::Unit::days;
    sum.count = in_months ? months(first) + months(second) : value_of(first) + value_of(second);
    return sum;
}

// Of units of which one lies in the other ("a year" in "half a year") the longer is meant.
void drop_inner(std::vector<Amount>& amounts) {
    auto const all = amounts;
    std::erase_if(amounts, [&](Amount const& inner) {
        return std::any_of(all.begin(), all.end(), [&](Amount const& outer) {
            return outer.unit_begin <= inner.unit_begin && inner.unit_end <= outer.unit_end &&
                   outer.unit_end - outer.unit_begin > inner.unit_end - inner.unit_begin;
        });
    });
}

[[nodiscard]] Hits joined(View const& view, std::vector<Amount> amounts) {
    std::sort(amounts.begin(), amounts.end(), [](Amount const& a, Amount const& b) { return a.hit < b.hit; });
    Hits hits;
    for (std::size_t row = 0; row < amounts.size();) {
        auto whole = amounts[row++];
        while (row < amounts.size() && goes_on_with(view, whole, amounts[row]))
            whole = sum_of(whole, amounts[row++]);
        whole.hit.value = value_of(whole);
        hits.push_back(whole.hit);
    }
    return hits;
}

}  // namespace

Hits read_numbers(View const& view) {
    Hits hits;
    auto const& phrases = text::number_phrases(view.act().vocabulary->language());
    for (std::uint32_t at = 0; at < view.size();) {
        if (view.word(at).number < 0) {
            ++at;
            continue;
        }
        auto const hit = NumberReader(view, phrases, at).read();
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
    std::vector<Amount> amounts;
    Hits places;
    auto const& numbers = view.numbers();
    for (auto const& [group, unit] : view.act().code->units) {
        if (unit.kind != kind) continue;
        places.clear();
        view.place(group, places);
        for (auto const& placed : places) {
            auto const* const number =
                number_beside(view, numbers, placed, kind == dsl::Quantity::Kind::money);
            Amount one{
                {placed.begin, placed.end}, unit.factor,  unit.unit, dsl::days_of(unit.factor, unit.unit),
                number != nullptr,          placed.begin, placed.end};
            if (number != nullptr) {
                one.hit.begin = std::min(number->begin, placed.begin);
                one.hit.end = std::max(number->end, placed.end);
                one.count *= number->value;
            }
            if (number != nullptr || unit.alone) amounts.push_back(one);
        }
    }
    drop_inner(amounts);
    auto hits = joined(view, std::move(amounts));
    tidy(hits);
    return hits;
}

}  // namespace lacuna::match
