// Names of acts as they stand in the text: "the Extradition (Commonwealth Countries) Act". The lexicon says
// what an act is called (concept act-name-word), which small words stand inside a name (name-joiner) and
// which words at the start of a sentence are no part of one (name-opener).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "match/act_text.hpp"

namespace lacuna::match {

struct ActName {  // in tokens of the act
    std::uint32_t begin = 0, end = 0;
    // Past the number behind it, "Republic Act No. 5"; `end` where there is none.
    std::uint32_t number_end = 0;

    [[nodiscard]] std::uint32_t text_begin(ActText const& act) const {  // bytes of Document::text
        return act.text.tokens[begin].begin;
    }
    [[nodiscard]] std::uint32_t text_end(ActText const& act) const {
        return act.text.tokens[end - 1].begin + act.text.tokens[end - 1].length;
    }
    [[nodiscard]] std::string_view words(ActText const& act) const {
        return std::string_view(act.document->text).substr(text_begin(act), text_end(act) - text_begin(act));
    }
    [[nodiscard]] std::string_view words_with_number(ActText const& act) const {
        return ActName{begin, number_end, number_end}.words(act);
    }
};

// Those of one segment, in the order of the text.
[[nodiscard]] std::vector<ActName> read_names(ActText const& act, std::uint32_t segment,
                                              program::KnownConcepts const& known);

// A word of an act as it is written, by its token.
[[nodiscard]] std::string_view word_at(ActText const& act, std::uint32_t token);
[[nodiscard]] bool has_digit(std::string_view word);

// Letters and digits in lower case, one blank between words, without the year at the end: what two ways of
// writing a title have in common.
[[nodiscard]] std::string key_of(std::string_view name);
// The same with what stands at the end, for names that only their number tells apart.
[[nodiscard]] std::string key_with_number(std::string_view name);

}  // namespace lacuna::match
