// The report as flat tables, for the formats that are made of cells: what an analyst sorts, filters and
// joins.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "report/report.hpp"

namespace lacuna::report {

using Cell = std::variant<std::string, std::uint64_t>;

struct Column {
    std::string title;
    unsigned width = 12;  // characters, as a spreadsheet shows it
};

struct Table {
    std::string name;  // "obligations"
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
    std::size_t on_paper = 0;  // the first columns, which are printed; 0: all
};

// One row for each obligation.
[[nodiscard]] Table obligations_table(Report const& report);
// One row for each quote of each element of each provision that was found; missing elements have a row too.
[[nodiscard]] Table evidence_table(Report const& report);
// One row for each obligation that something should be done about.
[[nodiscard]] Table gaps_table(Report const& report);
[[nodiscard]] Table surplus_table(Report const& report);

// The table of that name (obligations, evidence, gaps, surplus).
[[nodiscard]] Table table_named(Report const& report, std::string_view name);

// As RFC 4180 with a byte order mark; no cell can run in a spreadsheet.
[[nodiscard]] std::string to_csv(Table const& table);

}  // namespace lacuna::report
