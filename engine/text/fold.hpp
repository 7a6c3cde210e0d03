// Spellings: what is a letter, and what is left of a word without case and accents. ICU is asked only about
// characters outside ASCII.
#pragma once

#include <string>
#include <string_view>

namespace lacuna::text {

[[nodiscard]] bool is_ascii(std::string_view text);
// Letters, marks and digits of any script, and the soft hyphen, which stands inside words only.
[[nodiscard]] bool is_word_character(char32_t code);
[[nodiscard]] bool is_lower_case(char32_t code);
[[nodiscard]] bool is_upper_case(char32_t code);
// Signs that are read as words: "§", "$", "€".
[[nodiscard]] bool is_sign(char32_t code);

// Lower case with its accents, in one composed form: what a stemmer wants to see.
[[nodiscard]] std::string lower_case(std::string_view word);
// Without the accents; takes what lower_case gives.
[[nodiscard]] std::string without_accents(std::string_view lower);

}  // namespace lacuna::text
