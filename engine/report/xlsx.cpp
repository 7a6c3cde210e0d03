#include <fmt/format.h>
#include <xlsxwriter.h>

#include <map>
#include <utility>

#include "base/utf8.hpp"
#include "report/clean.hpp"
#include "report/formats.hpp"
#include "report/phrases.hpp"
#include "report/summary.hpp"
#include "report/tables.hpp"
#include "report/temporary.hpp"

namespace lacuna::report {
namespace {

constexpr std::size_t cell_limit = 32'000;    // a cell takes 32767 characters
constexpr std::time_t created = 946'684'800;  // always the same day: no clock enters the file

constexpr unsigned summary_width = 70;  // of its column of words

struct Colours {
    std::uint32_t back, ink;
};
[[nodiscard]] Colours colours_of(std::string_view verdict) {
    if (verdict == "covered" || verdict == "option-used") return {0xD9EFE0, 0x1F6F43};
    if (verdict == "partial") return {0xFBE9B7, 0x7A5200};
    if (verdict == "gap" || verdict == "not in force") return {0xF9D9D7, 0xA3262A};
    if (verdict == "reserved") return {0xD8E7F5, 0x245A8D};
    if (verdict == "untested") return {0xE6E0F3, 0x5B4A87};
    return {0xE9E8E4, 0x515861};
}

class Workbook {
  public:
    explicit Workbook(std::string const& path) : book_(workbook_new(path.c_str())) {
        header_ = format(true, 0xE9E8E4, 0x1F2328);
        cell_ = format(false, 0, 0);
        title_ = workbook_add_format(book_);
        format_set_bold(title_);
        format_set_font_size(title_, 16);
    }
    Workbook(Workbook const&) = delete;
    Workbook& operator=(Workbook const&) = delete;
    ~Workbook() { static_cast<void>(close()); }

    [[nodiscard]] std::string close() {
        if (book_ == nullptr) return {};
        auto const error = workbook_close(std::exchange(book_, nullptr));
        return error == LXW_NO_ERROR ? "" : lxw_strerror(error);
    }

    void properties(Report const& report) {
        auto title = fmt::format("{} and the {}", country_of(report), report.instrument_title);
        std::string program = "Lacuna";
        lxw_doc_properties properties{};
        properties.title = title.data();
        properties.author = program.data();
        properties.created = created;
        workbook_set_properties(book_, &properties);
    }

    void summary(Report const& report);
    void sheet(Table const& table);

  private:
    // A sheet being filled from the top.
    struct Sheet {
        lxw_worksheet* to;
        lxw_row_t row = 0;
    };

    [[nodiscard]] lxw_format* format(bool bold, std::uint32_t back, std::uint32_t ink) {
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
    [[nodiscard]] lxw_format* verdict(std::string const& name) {
        auto& made = verdicts_[name];
        if (made == nullptr) made = format(true, colours_of(name).back, colours_of(name).ink);
        return made;
    }
    // Always words: a string is never read as a formula, a number or a link.
    void text(Sheet& sheet, std::size_t column, std::string const& words, lxw_format* as) {
        auto const at = static_cast<lxw_col_t>(column);
        worksheet_write_string(sheet.to, sheet.row, at, shorten(words, cell_limit).c_str(), as);
    }
    void number(Sheet& sheet, std::size_t column, std::uint64_t value, lxw_format* as) {
        worksheet_write_number(sheet.to, sheet.row, static_cast<lxw_col_t>(column),
                               static_cast<double>(value), as);
    }
    void header(Sheet& sheet, std::vector<std::string> const& titles) {
        for (std::size_t i = 0; i < titles.size(); ++i) text(sheet, i, titles[i], header_);
        ++sheet.row;
    }
    // Some programs do not fit rows to wrapped words by themselves.
    static void fit(Sheet& sheet, std::size_t lines) {
        auto const height = std::min(15.0 * static_cast<double>(std::max<std::size_t>(lines, 1)), 400.0);
        worksheet_set_row(sheet.to, sheet.row, height, nullptr);
    }
    [[nodiscard]] static std::size_t lines_of(std::string const& words, std::size_t width) {
        return utf8::width(words) / std::max<std::size_t>(width - 1, 1) + 1;
    }
    [[nodiscard]] Sheet add(std::string const& name) {
        auto* made = workbook_add_worksheet(book_, name.c_str());
        worksheet_set_landscape(made);
        worksheet_set_paper(made, 9);  // A4
        worksheet_fit_to_pages(made, 1, 0);
        return {made};
    }
    void chapters(Sheet& sheet, Report const& report);
    void articles(Sheet& sheet, Report const& report);
    void todo(Sheet& sheet, Report const& report);
    void acts(Sheet& sheet, Report const& report);

    lxw_workbook* book_;
    lxw_format *header_, *cell_, *title_;
    std::map<std::string, lxw_format*> verdicts_;
};

void Workbook::sheet(Table const& table) {
    auto sheet = add(table.name);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        auto const column = static_cast<lxw_col_t>(i);
        worksheet_set_column(sheet.to, column, column, table.columns[i].width, nullptr);
        text(sheet, i, table.columns[i].title, header_);
    }
    for (auto const& row : table.rows) {
        ++sheet.row;
        std::size_t lines = 1;
        for (std::size_t i = 0; i < row.size(); ++i) {
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
    worksheet_freeze_panes(sheet.to, 1, 0);
    worksheet_repeat_rows(sheet.to, 0, 0);
    worksheet_autofilter(sheet.to, 0, 0, std::max<lxw_row_t>(sheet.row, 1),
                         static_cast<lxw_col_t>(table.columns.size() - 1));
}

void Workbook::chapters(Sheet& sheet, Report const& report) {
    std::vector<std::string> titles{"chapter", "title"};
    for (auto const& [name, total] : report.counts)
        if (total > 0) titles.push_back(name);
    header(sheet, titles);
    auto const row_of = [&](std::string const& chapter, std::string const& title, Counts const& counts) {
        text(sheet, 0, chapter, cell_);
        text(sheet, 1, title, cell_);
        for (std::size_t i = 2; i < titles.size(); ++i) {
            auto const value = count_of(counts, titles[i]);
            number(sheet, i, value, value > 0 ? verdict(titles[i]) : cell_);
        }
        ++sheet.row;
    };
    for (auto const& chapter : report.chapters) row_of(chapter.chapter, chapter.title, chapter.counts);
    row_of("", "all obligations", report.counts);
}

void Workbook::articles(Sheet& sheet, Report const& report) {
    header(sheet, {"article", "title", "verdict"});
    for (auto const& article : report.articles) {
        fit(sheet, lines_of(article.title, summary_width));
        text(sheet, 0, article.article, cell_);
        text(sheet, 1, article.title, cell_);
        text(sheet, 2, article.verdict, verdict(article.verdict));
        ++sheet.row;
    }
}

void Workbook::todo(Sheet& sheet, Report const& report) {
    header(sheet, {"obligation", "what to do first", "kind"});
    for (auto const& row : report.todo) {
        fit(sheet, lines_of(row.text, summary_width));
        text(sheet, 0, row.obligation, cell_);
        text(sheet, 1, row.text, cell_);
        text(sheet, 2, row.kind,
             verdict(row.kind == "add"      ? "gap"
                     : row.kind == "supply" ? "untested"
                                            : "partial"));
        ++sheet.row;
    }
}

void Workbook::acts(Sheet& sheet, Report const& report) {
    header(sheet, {"as at", "act", "language", "provisions", "characters"});
    for (auto const& act : report.acts) {
        text(sheet, 0, act.date, cell_);
        text(sheet, 1, act.title, cell_);
        text(sheet, 2, act.language, cell_);
        number(sheet, 3, act.units, cell_);
        number(sheet, 4, act.characters, cell_);
        ++sheet.row;
    }
}

void Workbook::summary(Report const& report) {
    auto sheet = add("summary");
    worksheet_set_column(sheet.to, 0, 0, 12, nullptr);
    worksheet_set_column(sheet.to, 1, 1, summary_width, nullptr);
    worksheet_set_column(sheet.to, 2, 10, 17, nullptr);
    text(sheet, 0, fmt::format("{} and the {}", country_of(report), report.instrument_title), title_);
    ++sheet.row;
    text(sheet, 0, report.cite, nullptr);
    ++sheet.row;
    worksheet_freeze_panes(sheet.to, sheet.row, 0);
    std::vector<std::string> notes = report.assumed;
    for (auto const& file : report.unread) notes.push_back("could not be read: " + file);
    for (auto const& bill : report.bills) notes.push_back("read as if it were law: " + bill);
    if (report.unverified > 0)
        notes.push_back(
            fmt::format("{} obligations not checked against the authentic text", report.unverified));
    for (auto const& note : notes) {
        text(sheet, 0, note, nullptr);
        ++sheet.row;
    }
    ++sheet.row;
    chapters(sheet, report);
    ++sheet.row;
    todo(sheet, report);
    ++sheet.row;
    articles(sheet, report);
    ++sheet.row;
    acts(sheet, report);
}

}  // namespace

Written to_xlsx(Report const& report) {
    TemporaryFolder const folder;
    if (!folder.ok()) return {"", folder.error(), "set TMPDIR to a folder that can be written"};
    auto const path = folder.path("report.xlsx");
    Workbook book(path);
    book.properties(report);
    book.summary(report);
    for (auto const& table :
         {obligations_table(report), evidence_table(report), gaps_table(report), surplus_table(report)})
        book.sheet(table);
    if (auto const error = book.close(); !error.empty())
        return {"", "the workbook could not be made: " + error, "set TMPDIR to a folder with room"};
    Written written;
    if (!folder.read("report.xlsx", written.bytes)) return {"", "the workbook could not be read back", ""};
    return written;
}

}  // namespace lacuna::report
