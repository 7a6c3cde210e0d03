// The rules of the grammar, each as a plain function: reads one thing at the cursor, moves the cursor past
// it, or says what was expected and where. No parser library shows here; the loops of dsl/parse.cpp and
// dsl/declarations.cpp call these, one call for each declaration or clause, so that one error never hides the
// next.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "dsl/ast.hpp"

namespace lacuna::dsl::grammar {

struct Failure {
    std::uint32_t at = 0;       // where reading stopped; blanks and comments may follow
    std::string expected;       // "a name", "'{'", …
    bool unterminated = false;  // a quoted text that begins at `at` is not closed
};

struct Cursor {
    std::string_view text;  // the whole file
    SourceId source;
    std::uint32_t at = 0;
    std::size_t max_depth = 100;  // of parentheses
    Failure failure;              // set when a function gives false
    std::vector<Diagnostic>
        problems{};  // what was read but cannot stand: a clause said twice, a number too large
};

// Thrown by the functions below, in spite of all other mistakes, where parentheses are nested deeper.
struct TooDeep {
    std::uint32_t at = 0;
};

[[nodiscard]] bool read_lexicon(Cursor& cursor, Name& language);
[[nodiscard]] bool read_concept(Cursor& cursor, Concept& into);
[[nodiscard]] bool read_kind(Cursor& cursor, Kind& into);

// Declarations with a body of clauses: first the head with its '{', then clause by clause.
[[nodiscard]] bool read_quantity_head(Cursor& cursor, Quantity& into);
[[nodiscard]] bool read_quantity_word(Cursor& cursor, Quantity& into);
[[nodiscard]] bool read_spelling_head(Cursor& cursor, Spelling& into);
[[nodiscard]] bool read_respelling(Cursor& cursor, Spelling& into);
[[nodiscard]] bool read_measure_head(Cursor& cursor, Measure& into);
[[nodiscard]] bool read_measure_clause(Cursor& cursor, Measure& into);
[[nodiscard]] bool read_instrument_head(Cursor& cursor, Instrument& into);
[[nodiscard]] bool read_instrument_clause(Cursor& cursor, Instrument& into);  // cite, note
[[nodiscard]] bool read_chapter_head(Cursor& cursor, Article& into);          // id and title of the chapter
[[nodiscard]] bool read_article_head(Cursor& cursor, Article& into);
[[nodiscard]] bool read_cooperation_head(Cursor& cursor, Cooperation& into);
[[nodiscard]] bool read_cooperation_clause(Cursor& cursor, Cooperation& into);
[[nodiscard]] bool read_obligation(Cursor& cursor, Obligation& into);
[[nodiscard]] bool read_test_head(Cursor& cursor, Test& into);
[[nodiscard]] bool read_example(Cursor& cursor, Test& into);

// Moves past blanks and comments.
[[nodiscard]] std::uint32_t skip_blanks(std::string_view text, std::uint32_t at);
// The word (letters, digits, '-', '_') at `at`, or empty.
[[nodiscard]] std::string_view word_at(std::string_view text, std::uint32_t at);

}  // namespace lacuna::dsl::grammar
