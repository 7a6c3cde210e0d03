// Words and signs of other languages, and of habit, that stand where the rule language has its own: "AND",
// "or" between quoted texts, "#" before a remark. One table says what to write instead. Private to dsl/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.hpp"
#include "dsl/grammar/grammar.hpp"

namespace lacuna::dsl {

struct Advice {
    std::string help;                  // empty: nothing is known of what was found
    std::uint32_t begin = 0, end = 0;  // what it is about, where that is not the token that was found
    std::string expected;              // what was expected there, where that is not what the grammar says
};

// What to write instead of what stands at `at`, where reading of a clause failed.
[[nodiscard]] Advice advise(grammar::Cursor const& cursor, std::uint32_t at);
// The same of a name at the beginning of a clause of a measure, when it is no misspelt keyword.
[[nodiscard]] Advice advise_name(grammar::Cursor const& cursor, std::uint32_t at);
// What to write instead of what stands at `at`, where a declaration was expected; may be empty.
[[nodiscard]] std::string advise_outside(std::string_view text, std::uint32_t at);

}  // namespace lacuna::dsl
