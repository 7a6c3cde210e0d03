// The text of an example, line by line: how it is read and written, and what its headings lack. Private to
// the room.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lacuna::dsl {

// Whether an example begins with the word: "yes", "no" or "todo".
[[nodiscard]] bool starts_example(std::string_view word);

// Blanks at both ends of each line are layout and go. All lines but the first begin with `indent` blanks,
// where they have words.
[[nodiscard]] std::string trimmed_lines(std::string_view text, std::size_t indent = 0);

// What the first heading (a line that begins with #) lacks: "words", or "anything below it"; empty: nothing.
[[nodiscard]] std::string_view heading_lacks(std::string_view text);

}  // namespace lacuna::dsl
