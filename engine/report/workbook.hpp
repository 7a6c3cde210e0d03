// A workbook of sheets that look alike: headers, verdicts in their colours, words that can never run. Only
// the writers of workbooks include this.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "report/formats.hpp"
#include "report/tables.hpp"

struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace lacuna::report {

class Workbook {
  public:
    // A sheet being filled from the top.
    struct Sheet {
        lxw_worksheet* to;
        std::uint32_t row = 0;
    };

    explicit Workbook(std::string const& path);
    Workbook(Workbook const&) = delete;
    Workbook& operator=(Workbook const&) = delete;
    ~Workbook();

    // What went wrong; empty: the file is written.
    [[nodiscard]] std::string close();
    void properties(std::string title);
    // A new sheet, for A4.
    [[nodiscard]] Sheet add(std::string const& name);
    // A whole table as a sheet of its own, with frozen header and filters. A column called "verdict" is
    // coloured.
    void sheet(Table const& table);

    [[nodiscard]] lxw_format* cell() const { return cell_; }
    [[nodiscard]] lxw_format* head() const { return header_; }
    [[nodiscard]] lxw_format* title() const { return title_; }
    [[nodiscard]] lxw_format* verdict(std::string const& name);

    static void widths(Sheet& sheet, std::size_t from, std::size_t to, unsigned width);
    // Rows above and columns before stay in sight.
    static void freeze(Sheet& sheet, std::size_t rows, std::size_t columns);
    static void filter(Sheet& sheet, std::size_t header_row, std::size_t columns);
    // Always words: a string is never read as a formula, a number or a link.
    static void text(Sheet& sheet, std::size_t column, std::string const& words, lxw_format* as);
    // Words that lead to the first cell of a row (from 1) of another sheet.
    static void link(Sheet& sheet, std::size_t column, std::string const& words, std::string const& to_sheet,
                     std::size_t to_row, lxw_format* as);
    static void number(Sheet& sheet, std::size_t column, std::uint64_t value, lxw_format* as);
    void header(Sheet& sheet, std::vector<std::string> const& titles);
    // Some programs do not fit rows to wrapped words by themselves.
    static void fit(Sheet& sheet, std::size_t lines);
    [[nodiscard]] static std::size_t lines_of(std::string const& words, std::size_t width);

  private:
    [[nodiscard]] lxw_format* format(bool bold, std::uint32_t back, std::uint32_t ink);

    lxw_workbook* book_;
    lxw_format *header_, *cell_, *title_;
    std::map<std::string, lxw_format*> verdicts_;
};

// The bytes of the workbook that `fill` fills; the same bytes for the same calls.
[[nodiscard]] Written written_workbook(std::function<void(Workbook&)> const& fill);

}  // namespace lacuna::report
