#include "report/workbook.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <utility>

#include "base/utf8.hpp"
#include "report/clean.hpp"
#include "report/temporary.hpp"

namespace lacuna::report {
namespace {

constexpr std::size_t cell_limit = 32'000;    // a cell takes 32767 characters
constexpr std::time_t created = 946'684'800;  // always the same day: no clock enters the file

struct Colours {
    std::uint32_t back, ink;
};
[[nodiscard]] Colours colours_of(std::string_view verdict) {
    if (verdict == "covered" || verdict == "option-used" || verdict == "yes") return {0xD9EFE0, 0x1F6F43};
    if (verdict == "partial" || verdict == "partly") return {0xFBE9B7, 0x7A5200};
    if (verdict == "gap" || verdict == "not in force" || verdict == "no") return {0xF9D9D7, 0xA3262A};
    if (verdict == "reserved") return {0xD8E7F5, 0x245A8D};
    if (verdict == "untested" || verdict == "unknown") return {0xE6E0F3, 0x5B4A87};
    return {0xE9E8E4, 0x515861};
}

}  // namespace

Workbook::Workbook(std::string const& path) : book_(workbook_new(path.c_str())) {
    header_ = format(true, 0xE9E8E4, 0x1F2328);
    cell_ = format(false, 0, 0);
    title_ = workbook_add_format(book_);
    format_set_bold(title_);
    format_set_font_size(title_, 16);
}

Workbook::~Workbook() {
    static_cast<void>(close());
}

std::string Workbook::close() {
    if (book_ == nullptr) return {};
    auto const error = workbook_close(std::exchange(book_, nullptr));
    return error == LXW_NO_ERROR ? "" : lxw_strerror(error);
}

void Workbook::properties(std::string title) {
    std::string program = "Lacuna";
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = program.data();
    properties.created = created;
    workbook_set_properties(book_, &properties);
}

lxw_format* Workbook::format(bool bold, std::uint32_t back, std::uint32_t ink) {
    auto* made = workbook_add_format(book_);
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    format_set_text_wrap(made);
    if (bold) format_set_bold(made);
    if (back != 0) format_set_bg_color(made, back);
    if (ink != 0) format_set_font_color(made, ink);
    format_set_border(made, LXW_BORDER_THIN);
    format_set_border_color(made, 0xDFDCD4);
    return made;
}

lxw_format* Workbook::verdict(std::string const& name) {
    auto& made = verdicts_[name];
    if (made == nullptr) made = format(true, colours_of(name).back, colours_of(name).ink);
    return made;
}

void Workbook::widths(Sheet& sheet, std::size_t from, std::size_t to, unsigned width) {
    worksheet_set_column(sheet.to, static_cast<lxw_col_t>(from), static_cast<lxw_col_t>(to), width, nullptr);
}

void Workbook::freeze(Sheet& sheet, std::size_t rows, std::size_t columns) {
    worksheet_freeze_panes(sheet.to, static_cast<lxw_row_t>(rows), static_cast<lxw_col_t>(columns));
}

void Workbook::filter(Sheet& sheet, std::size_t header_row, std::size_t columns) {
    auto const first = static_cast<lxw_row_t>(header_row);
    worksheet_autofilter(sheet.to, first, 0, std::max<lxw_row_t>(sheet.row, first + 1),
                         static_cast<lxw_col_t>(columns - 1));
}

void Workbook::text(Sheet& sheet, std::size_t column, std::string const& words, lxw_format* as) {
    auto const at = static_cast<lxw_col_t>(column);
    worksheet_write_string(sheet.to, sheet.row, at, shorten(words, cell_limit).c_str(), as);
}

void Workbook::link(Sheet& sheet, std::size_t column, std::string const& words, std::string const& to_sheet,
                    std::size_t to_row, lxw_format* as) {
    auto const place = fmt::format("internal:'{}'!A{}", to_sheet, to_row);
    worksheet_write_url_opt(sheet.to, sheet.row, static_cast<lxw_col_t>(column), place.c_str(), as,
                            words.c_str(), nullptr);
}

void Workbook::number(Sheet& sheet, std::size_t column, std::uint64_t value, lxw_format* as) {
    worksheet_write_number(sheet.to, sheet.row, static_cast<lxw_col_t>(column), static_cast<double>(value),
                           as);
}

void Workbook::header(Sheet& sheet, std::vector<std::string> const& titles) {
    for (std::size_t i = 0; i < titles.size(); ++i) text(sheet, i, titles[i], header_);
    ++sheet.row;
}

void Workbook::fit(Sheet& sheet, std::size_t lines) {
    auto const height = std::min(15.0 * static_cast<double>(std::max<std::size_t>(lines, 1)), 400.0);
    worksheet_set_row(sheet.to, sheet.row, height, nullptr);
}

std::size_t Workbook::lines_of(std::string const& words, std::size_t width) {
    return utf8::width(words) / std::max<std::size_t>(width - 1, 1) + 1;
}

Workbook::Sheet Workbook::add(std::string const& name) {
    auto* made = workbook_add_worksheet(book_, name.c_str());
    worksheet_set_landscape(made);
    worksheet_set_paper(made, 9);  // A4
    worksheet_fit_to_pages(made, 1, 0);
    return {made};
}

void Workbook::sheet(Table const& table) {
    auto sheet = add(table.name);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        widths(sheet, i, i, table.columns[i].width);
        text(sheet, i, table.columns[i].title, header_);
    }
    for (auto const& row : table.rows) {
        ++sheet.row;
        std::size_t lines = 1;
        auto const measured = table.on_paper > 0 ? table.on_paper : row.size();
        for (std::size_t i = 0; i < measured; ++i) {
            if (auto const* words = std::get_if<std::string>(&row[i]); words != nullptr)
                lines = std::max(lines, lines_of(*words, table.columns[i].width));
        }
        fit(sheet, lines);
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (auto const* words = std::get_if<std::string>(&row[i]); words != nullptr)
                text(sheet, i, *words, table.columns[i].title == "verdict" ? verdict(*words) : cell_);
            else
                number(sheet, i, std::get<std::uint64_t>(row[i]), cell_);
        }
    }
    freeze(sheet, 1, 0);
    worksheet_repeat_rows(sheet.to, 0, 0);
    if (table.on_paper > 0)
        worksheet_print_area(sheet.to, 0, 0, sheet.row, static_cast<lxw_col_t>(table.on_paper - 1));
    filter(sheet, 0, table.columns.size());
}

Written written_workbook(std::function<void(Workbook&)> const& fill) {
    TemporaryFolder const folder;
    if (!folder.ok()) return {"", folder.error(), "set TMPDIR to a folder that can be written"};
    Workbook book(folder.path("report.xlsx"));
    fill(book);
    if (auto const error = book.close(); !error.empty())
        return {"", "the workbook could not be made: " + error, "set TMPDIR to a folder with room"};
    Written written;
    if (!folder.read("report.xlsx", written.bytes)) return {"", "the workbook could not be read back", ""};
    return written;
}

}  // namespace lacuna::report
