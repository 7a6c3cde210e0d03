// The text of an example, line by line: how it is read and written, and what its headings lack. Private to
// the room.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace lacuna::dsl {

// Whether an example begins with the word: "yes", "no" or "todo".
[[nodiscard]] bool starts_example(std::string_view word);

// Blanks at both ends of each line are layout and go. All lines but the first begin with `indent` blanks,
// where they have words.
[[nodiscard]] std::string trimmed_lines(std::string_view text, std::size_t indent = 0);

struct HeadingFault {          // views of the text
    std::string_view heading;  // the line
    std::string_view lacks;    // "words", "a blank after the #", "anything below it"
};
// The first heading (a line that begins with #) that lacks something.
[[nodiscard]] std::optional<HeadingFault> find_heading_fault(std::string_view text);

}  // namespace lacuna::dsl
