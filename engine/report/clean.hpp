// Text of statutes and rules made harmless before it enters the report: what would drive a terminal, hide
// words or break a format is replaced, so that no writer has to think of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lacuna::report {

// Valid UTF-8 on one line: control characters (ANSI escapes among them) and characters that turn the
// direction of text become U+FFFD, runs of blanks one blank. Blanks at the ends go.
[[nodiscard]] std::string clean(std::string_view text);
// Each of them.
[[nodiscard]] std::vector<std::string> cleaned(std::vector<std::string> const& texts);
// As clean, but blanks at the ends stay, so that pieces of one text can be put together again.
[[nodiscard]] std::string clean_piece(std::string_view text);
// As clean, for names, headings and paths, which a writer repeats: at most 400 bytes.
[[nodiscard]] std::string clean_label(std::string_view text);
// At most `most` bytes, cut between characters; the middle of what is longer becomes " … ".
[[nodiscard]] std::string shorten(std::string const& text, std::size_t most);
// The last, or first, words of a text within `most` bytes, with "…" where words were cut.
[[nodiscard]] std::string tail(std::string_view text, std::size_t most);
[[nodiscard]] std::string head(std::string_view text, std::size_t most);

}  // namespace lacuna::report
