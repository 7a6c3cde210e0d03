// The tokens of a file with its comments and blank lines: what the tree drops and the formatter keeps. Knows
// only blanks, comments, quoted texts, words and signs.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "dsl/ast.hpp"

namespace lacuna::dsl {

struct Lexeme {
    enum class Kind : std::uint8_t { word, text, sign, comment };
    Kind kind = Kind::word;
    std::uint32_t begin = 0, end = 0;
    std::uint32_t lines_before = 0;  // line ends between this and what stands before it
};

// The first lexeme at or after `at`, without its lines_before; nothing at the end of the text.
[[nodiscard]] std::optional<Lexeme> next_lexeme(std::string_view text, std::uint32_t at);
[[nodiscard]] std::vector<Lexeme> scan(std::string_view text);
[[nodiscard]] std::vector<Comment> comments(std::vector<Lexeme> const& lexemes, std::string_view text,
                                            SourceId source);

}  // namespace lacuna::dsl
