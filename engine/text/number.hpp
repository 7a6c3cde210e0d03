// Numbers as statutes write them: "10", "10,000", "1.000.000", "10 000", "2.5", "1,00,000"; and the words
// that a language counts with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace lacuna::text {

struct Digits {
    std::size_t length = 0;  // bytes that are one number; 0 when the text does not begin with a digit
    double value = 0;
};

// Reads the number at the start of `text`. Where the parts do not make one number ("19.8.2002") only the
// first is taken. `decimal_comma`: "2,5" is a number in this language.
[[nodiscard]] Digits read_digits(std::string_view text, bool decimal_comma);

struct NumberWord {
    enum Joins : std::uint8_t { after_tens = 1, after_scale = 2 };  // "treinta y uno", "hundred and one"
    double value = 0;                                               // negative: the word only joins
    bool multiplies = false;
    std::uint8_t joins = 0;
};
using NumberWords = std::unordered_map<std::string, NumberWord>;  // by folded spelling

// The number words of a language, as ICU spells numbers out; made once for each language that is asked for.
// Safe to call on several threads. Empty for a language that ICU cannot count in.
[[nodiscard]] NumberWords const& number_words(std::string_view code);

// Numbers below a hundred in several words whose value is not the sum of a ten and a one: "quatre-vingt-dix",
// "soixante-dix". By their folded words with single blanks between. As number_words(); most languages have
// none.
struct NumberPhrases {
    std::unordered_map<std::string, double> values;
    std::size_t longest = 0;  // words
};
[[nodiscard]] NumberPhrases const& number_phrases(std::string_view code);

// The months of a language by their folded names, whole and shortened, from 1. As number_words().
using MonthWords = std::unordered_map<std::string, std::uint8_t>;
[[nodiscard]] MonthWords const& month_words(std::string_view code);

}  // namespace lacuna::text
