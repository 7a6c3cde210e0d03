// Tables as CSV (RFC 4180): quoted cells, doubled quotes, line ends inside quotes, a byte order mark passed
// over.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lacuna::score {

struct Table {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
    [[nodiscard]] bool has(std::string_view column) const;
    // The cell, or an empty text when the table has no such column or the row is short.
    [[nodiscard]] std::string const& cell(std::size_t row, std::string_view column) const;
};

// Empty lines are no rows. Nothing is refused: an open quote runs to the end of the text.
[[nodiscard]] Table parse_csv(std::string_view text);

// The cells joined by commas, quoted where they must be, with a line end.
[[nodiscard]] std::string csv_line(std::vector<std::string> const& cells);

}  // namespace lacuna::score
