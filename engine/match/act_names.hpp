// Names of acts as they stand in the text: "the Extradition (Commonwealth Countries) Act". The lexicon says
// what an act is called (concept act-name-word), which small words stand inside a name (name-joiner) and
// which words at the start of a sentence are no part of one (name-opener).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "match/act_text.hpp"

namespace lacuna::match {

// Those of the body of a text, in its order. Headings are left out: each word of theirs may have a capital.
[[nodiscard]] std::vector<ActName> read_names(ActText const& act, program::KnownConcepts const& known);

// A word of an act as it is written, by its token.
[[nodiscard]] std::string_view word_at(ActText const& act, std::uint32_t token);
[[nodiscard]] bool has_digit(std::string_view word);

// Letters and digits in lower case, one blank between words, without the year at the end: what two ways of
// writing a title have in common.
[[nodiscard]] std::string key_of(std::string_view name);
// The same with what stands at the end, for names that only their number tells apart.
[[nodiscard]] std::string key_with_number(std::string_view name);

}  // namespace lacuna::match
