// Pieces of WordprocessingML that every Word document is put together from: each gives one element, or a row
// of them, with every text escaped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace lacuna::report::docx {

// Between the margins of A4 as docx/word/document.xml sets them, in twentieths of a point.
inline constexpr unsigned page_width = 9638;

struct Look {
    bool bold = false, italic = false, small = false, marked = false;
};
// Whether the first letter of the text is of a script that runs from right to left.
[[nodiscard]] bool right_to_left(std::string_view text);
[[nodiscard]] std::string run(std::string_view text, Look look = {});
// `style` is one of the styles that pandoc knows; `more` goes into the properties of the paragraph.
[[nodiscard]] std::string paragraph(std::string const& runs, std::string_view style = "Compact",
                                    std::string_view more = "");
// A heading; where it has a name, `link` leads to it. No two have the same number.
[[nodiscard]] std::string heading(std::string_view text, unsigned level, std::string_view name = "",
                                  unsigned number = 0);
// Words that lead to the heading of that name.
[[nodiscard]] std::string link(std::string_view text, std::string_view name);
// The colour of a verdict, as Word names colours.
[[nodiscard]] std::string_view fill_of(std::string_view verdict);
[[nodiscard]] std::string cell(std::string const& paragraphs, unsigned width, std::string_view fill = "",
                               unsigned span = 1);
[[nodiscard]] std::string row(std::string const& cells, bool head = false);
[[nodiscard]] std::string table(std::string const& rows, std::vector<unsigned> const& widths);

}  // namespace lacuna::report::docx
