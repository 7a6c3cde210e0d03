#include <unicode/dtfmtsym.h>
#include <unicode/rbnf.h>

#include <algorithm>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

#include "text/number.hpp"
#include "text/vocabulary.hpp"

namespace lacuna::text {
namespace {

using Words = std::vector<std::string>;

[[nodiscard]] Words split(std::string const& text) {
    Words words;
    for (std::size_t at = 0; at < text.size();) {
        auto const end = std::min(text.find(' ', at), text.size());
        if (end > at) words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

// One way of a language to count: "%spellout-cardinal-feminine".
class Speller {
  public:
    Speller(icu::RuleBasedNumberFormat const& format, icu::UnicodeString rules)
        : format_(format), rules_(std::move(rules)) {}

    [[nodiscard]] Words spell(double value) const {
        icu::UnicodeString text;
        icu::FieldPosition position;
        UErrorCode error = U_ZERO_ERROR;
        format_.format(value, rules_, text, position, error);
        std::string words;
        text.toUTF8String(words);
        bool const digits = words.find_first_of("0123456789") != std::string::npos;
        return U_FAILURE(error) || digits ? Words{} : split(fold(words));
    }

  private:
    icu::RuleBasedNumberFormat const& format_;
    icu::UnicodeString rules_;
};

[[nodiscard]] bool counts(icu::UnicodeString const& rules) {
    return rules.startsWith(u"%spellout-cardinal") || rules == icu::UnicodeString(u"%spellout-numbering");
}

void add(NumberWords& words, std::string const& word, double value, bool multiplies) {
    auto const [row, made] = words.try_emplace(word, NumberWord{value, multiplies});
    if (!made && row->second.value == value) row->second.multiplies |= multiplies;
}

// "two thousand" names the thousand, and so does "zwei|tausend".
void add_scale(NumberWords& words, Speller const& speller, double scale) {
    for (int times : {1, 2, 5}) {
        auto const spelled = speller.spell(times * scale);
        auto const counted = speller.spell(times);
        if (spelled.empty() || counted.size() != 1) continue;
        auto const& last = spelled.back();
        // "deux cents", but "deux cent un".
        auto const more = speller.spell(times * scale + 1), one = speller.spell(1);
        if (times > 1 && one.size() == 1 && more.size() == 3 && more[0] == counted[0] && more[2] == one[0])
            add(words, more[1], scale, true);
        if (spelled.size() == 2 && spelled[0] == counted[0])
            add(words, last, scale, true);
        else if (spelled.size() == 2 && last == counted[0])  // "elfu mbili": the scale comes first
            add(words, spelled[0], scale, true);
        else if (spelled.size() == 1)
            add(words, last, times * scale, false);
        bool const joined = spelled.size() == 1 && times > 1 && last.starts_with(counted[0]);
        if (joined && last.size() > counted[0].size() + 2)
            add(words, last.substr(counted[0].size()), scale, true);
    }
}

// "cien", but "ciento uno"; "cem", but "cento e um".
void add_scale_before_more(NumberWords& words, Speller const& speller, double scale) {
    auto const alone = speller.spell(scale), one = speller.spell(1), more = speller.spell(scale + 1);
    if (alone.size() != 1 || one.size() != 1 || more.size() < 2 || more.size() > 3) return;
    if (more.back() == one[0] && more[0] != alone[0]) add(words, more[0], scale, false);
}

// Words between the two parts of a number, such as "and" in "hundred and five": what `whole` has and neither
// part.
void add_joins(NumberWords& words, Speller const& speller, int high, int low, std::uint8_t where) {
    auto const whole = speller.spell(high + low), first = speller.spell(high), second = speller.spell(low);
    if (first.empty() || second.empty() || whole.size() != first.size() + second.size() + 1) return;
    auto const end = whole.size() - second.size();
    if (!std::equal(second.begin(), second.end(), whole.begin() + static_cast<std::ptrdiff_t>(end))) return;
    auto& word = words.try_emplace(whole[end - 1], NumberWord{-1, false, 0}).first->second;
    if (word.value < 0) word.joins |= where;
}

void add_joins(NumberWords& words, Speller const& speller) {
    for (int const tens : {20, 30, 40, 70})
        for (int const ones : {1, 2, 5}) add_joins(words, speller, tens, ones, NumberWord::after_tens);
    for (int const scale : {100, 200, 1000, 2000})
        for (int const rest : {1, 5, 20, 50}) add_joins(words, speller, scale, rest, NumberWord::after_scale);
}

// Languages that join the words of a number: "hundertfünfzig". Others have at most one word below a hundred.
void add_compounds(NumberWords& words, Speller const& speller) {
    if (speller.spell(150).size() != 1 || speller.spell(237).size() != 1) return;
    for (int value = 101; value < 1000; ++value)
        if (auto const spelled = speller.spell(value); spelled.size() == 1)
            add(words, spelled[0], value, false);
}

[[nodiscard]] std::string in_one(Words const& words) {
    std::string text;
    for (auto const& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

// "twenty-five", "vingt et un": a ten, perhaps a word that joins, and a one. The reader adds these up.
[[nodiscard]] bool adds_up(Words const& spelled, int value, NumberWords const& words) {
    auto const number = [&](std::string const& word) {
        auto const row = words.find(word);
        return row == words.end() ? -1 : row->second.value;
    };
    bool const two = spelled.size() == 2 || spelled.size() == 3;
    return two && value >= 20 && value % 10 != 0 && number(spelled.front()) == value - value % 10 &&
           number(spelled.back()) == value % 10;
}

// Also without its last sign: "quatre-vingts", but "quatre-vingt mille".
void add_phrases(NumberPhrases& phrases, Speller const& speller, NumberWords const& words) {
    auto const add = [&](Words const& spelled, int value) {
        if (spelled.size() < 2) return;
        phrases.values.try_emplace(in_one(spelled), value);
        phrases.longest = std::max(phrases.longest, spelled.size());
    };
    auto const one = speller.spell(1);
    for (int value = 20; value < 100; ++value) {
        auto const spelled = speller.spell(value);
        if (spelled.size() < 2 || adds_up(spelled, value, words)) continue;
        add(spelled, value);
        auto const next = speller.spell(value + 1);
        bool const goes_on = next.size() > one.size() && !one.empty() && value % 10 == 0 &&
                             std::equal(one.rbegin(), one.rend(), next.rbegin());
        if (goes_on) add({next.begin(), next.end() - static_cast<std::ptrdiff_t>(one.size())}, value);
    }
}

[[nodiscard]] icu::Locale locale_of(std::string const& code) {
    return icu::Locale(code == "no" ? "nb" : code.c_str());
}

[[nodiscard]] std::unique_ptr<NumberWords const> make(std::string const& code) {
    auto words = std::make_unique<NumberWords>();
    UErrorCode error = U_ZERO_ERROR;
    icu::RuleBasedNumberFormat const format(icu::URBNF_SPELLOUT, locale_of(code), error);
    if (U_FAILURE(error)) return words;
    for (std::int32_t i = 0; i < format.getNumberOfRuleSetNames(); ++i) {
        auto const rules = format.getRuleSetName(i);
        if (!counts(rules)) continue;
        Speller const speller(format, rules);
        for (int value = 0; value < 100; ++value)
            if (auto const spelled = speller.spell(value); spelled.size() == 1)
                add(*words, spelled[0], value, false);
        for (double const scale : {1e2, 1e3, 1e6, 1e9}) {
            add_scale(*words, speller, scale);
            add_scale_before_more(*words, speller, scale);
        }
        add_compounds(*words, speller);
        add_joins(*words, speller);
    }
    return words;
}

[[nodiscard]] std::unique_ptr<NumberPhrases const> make_phrases(std::string const& code) {
    auto phrases = std::make_unique<NumberPhrases>();
    UErrorCode error = U_ZERO_ERROR;
    icu::RuleBasedNumberFormat const format(icu::URBNF_SPELLOUT, locale_of(code), error);
    if (U_FAILURE(error)) return phrases;
    auto const& words = number_words(code);
    for (std::int32_t i = 0; i < format.getNumberOfRuleSetNames(); ++i)
        if (auto const rules = format.getRuleSetName(i); counts(rules))
            add_phrases(*phrases, Speller(format, rules), words);
    return phrases;
}

// A name of one word; a shortened one stands without its full stop, as the tokeniser reads it.
void add_months(MonthWords& words, icu::UnicodeString const* names, std::int32_t count) {
    for (std::int32_t row = 0; row < std::min(count, 12); ++row) {
        std::string name;
        names[row].toUTF8String(name);
        if (!name.empty() && name.back() == '.') name.pop_back();
        bool const plain = name.size() > 2 && name.find_first_of("0123456789. ") == std::string::npos;
        if (plain) words.try_emplace(fold(name), static_cast<std::uint8_t>(row + 1));
    }
}

[[nodiscard]] std::unique_ptr<MonthWords const> make_months(std::string const& code) {
    auto words = std::make_unique<MonthWords>();
    UErrorCode error = U_ZERO_ERROR;
    icu::DateFormatSymbols const symbols(locale_of(code), error);
    if (U_FAILURE(error)) return words;
    using Symbols = icu::DateFormatSymbols;
    for (auto const width : {Symbols::WIDE, Symbols::ABBREVIATED})
        for (auto const context : {Symbols::FORMAT, Symbols::STANDALONE}) {
            std::int32_t count = 0;
            auto const* const names = symbols.getMonths(count, context, width);
            add_months(*words, names, count);
        }
    return words;
}

// Made once for each language, for all threads.
template <class Words>
[[nodiscard]] Words const& made_once(std::string_view code,
                                     std::unique_ptr<Words const> (*make)(std::string const&)) {
    static std::mutex guard;
    static std::map<std::string, std::unique_ptr<Words const>, std::less<>> made;
    std::lock_guard const lock(guard);
    auto found = made.find(code);
    if (found == made.end()) found = made.emplace(std::string(code), make(std::string(code))).first;
    return *found->second;
}

}  // namespace

NumberWords const& number_words(std::string_view code) {
    return made_once<NumberWords>(code, make);
}

NumberPhrases const& number_phrases(std::string_view code) {
    return made_once<NumberPhrases>(code, make_phrases);
}

MonthWords const& month_words(std::string_view code) {
    return made_once<MonthWords>(code, make_months);
}

}  // namespace lacuna::text
