// The formats of the report by name, and one way to write any of them. Each format stands in a file of its
// own and is a function from the model to bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace lacuna::report {

struct Format {
    std::string_view name;     // as --format takes it
    std::string_view endings;  // of file names, separated by blanks
    bool binary = false;       // not for a terminal
};
[[nodiscard]] std::vector<Format> const& formats();
// The format that a file's ending asks for; empty when it says nothing.
[[nodiscard]] std::string_view format_of(std::string_view path);

struct WriteOptions {
    TextOptions text;
    std::string table = "obligations";  // csv: obligations, evidence, gaps or surplus
    std::string version;                // sarif: of the program
    std::string baseline;               // sarif: bytes of an earlier SARIF report; empty: none
};
struct Written {
    std::string bytes;
    std::string error, help;  // when it could not be written
    [[nodiscard]] bool ok() const { return error.empty(); }
};
[[nodiscard]] Written write(Report const& report, std::string_view format, WriteOptions const& options);

// A table as RFC 4180 with a byte order mark; no cell can run in a spreadsheet.
[[nodiscard]] std::string to_csv(Report const& report, std::string_view table);
[[nodiscard]] std::string to_markdown(Report const& report);
// SARIF 2.1.0: the instrument as a taxonomy, a result for each obligation and each surplus, provisions as
// logical locations. Fails when the baseline is no SARIF of this program.
[[nodiscard]] Written to_sarif(Report const& report, std::string_view version, std::string_view baseline);
// A workbook with the sheets summary, obligations, evidence, gaps, surplus; the same bytes for the same
// report.
[[nodiscard]] Written to_xlsx(Report const& report);
// Article by article, as country profiles are written; fails when pandoc is not installed.
[[nodiscard]] Written to_docx(Report const& report);

}  // namespace lacuna::report
