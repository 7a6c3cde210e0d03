// Words in Markdown, escaped.
#pragma once

#include <string>
#include <string_view>

namespace lacuna::report::markdown {

// Words as words: nothing in them can begin a list, a heading, a link or HTML.
[[nodiscard]] std::string plain(std::string_view text);
// Bold without blanks inside its marks, which would not be bold.
[[nodiscard]] std::string bold(std::string_view text);

}  // namespace lacuna::report::markdown
