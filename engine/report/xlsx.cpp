#include <fmt/format.h>

#include "report/formats.hpp"
#include "report/open_duties.hpp"
#include "report/phrases.hpp"
#include "report/summary.hpp"
#include "report/tables.hpp"
#include "report/workbook.hpp"

namespace lacuna::report {
namespace {

constexpr unsigned summary_width = 70;  // of its column of words

// The first sheet.
class SummarySheet {
  public:
    SummarySheet(Workbook& book, Report const& report) : book_(book), report_(report) {}
    void write();

  private:
    void notes();
    void chapters();
    void articles();
    void todo();
    void acts();
    void text(std::size_t column, std::string const& words) { text(column, words, book_.cell()); }
    void text(std::size_t column, std::string const& words, lxw_format* as) {
        Workbook::text(sheet_, column, words, as);
    }
    void number(std::size_t column, std::uint64_t value) { number(column, value, book_.cell()); }
    void number(std::size_t column, std::uint64_t value, lxw_format* as) {
        Workbook::number(sheet_, column, value, as);
    }

    Workbook& book_;
    Report const& report_;
    Workbook::Sheet sheet_{};
};

// In the column of words, so that a long note wraps and does not widen the page.
void SummarySheet::notes() {
    constexpr std::size_t most_named = 8;
    std::vector<std::string> notes;
    if (auto const first = headline(report_); !first.empty()) notes.push_back(first);
    for (auto const& text : caveats(report_)) notes.push_back(text);
    for (auto const& text : report_.assumed) notes.push_back("Assumed: " + text);
    for (auto const& file : report_.unread) notes.push_back("Could not be read: " + file);
    for (auto const& text : reading_notes(report_, most_named)) notes.push_back(text);
    for (auto const& bill : report_.bills) notes.push_back("Read as if it were law: " + bill);
    for (auto const& note : notes) {
        Workbook::fit(sheet_, Workbook::lines_of(note, summary_width));
        text(1, note);
        ++sheet_.row;
    }
}

void SummarySheet::chapters() {
    std::vector<std::string> titles{"chapter", "title"};
    for (auto const& [name, total] : report_.counts)
        if (total > 0) titles.push_back(name);
    book_.header(sheet_, titles);
    auto const row_of = [&](std::string const& chapter, std::string const& title, Counts const& counts) {
        text(0, chapter);
        text(1, title);
        for (std::size_t i = 2; i < titles.size(); ++i) {
            auto const value = count_of(counts, titles[i]);
            number(i, value, value > 0 ? book_.verdict(titles[i]) : book_.cell());
        }
        ++sheet_.row;
    };
    for (auto const& chapter : report_.chapters) row_of(chapter.chapter, chapter.title, chapter.counts);
    row_of("", "all obligations", report_.counts);
}

void SummarySheet::articles() {
    book_.header(sheet_, {"article", "title", "verdict"});
    for (auto const& article : report_.articles) {
        Workbook::fit(sheet_, Workbook::lines_of(article.title, summary_width));
        text(0, article.article);
        text(1, article.title);
        text(2, article.verdict, book_.verdict(article.verdict));
        ++sheet_.row;
    }
}

void SummarySheet::todo() {
    book_.header(sheet_, {"obligation", "what to do first", "kind", "when"});
    for (auto const& row : report_.todo) {
        Workbook::fit(sheet_, Workbook::lines_of(row.text, summary_width));
        text(0, row.obligation);
        text(1, row.text);
        text(2, row.kind,
             book_.verdict(row.kind == "add"      ? "gap"
                           : row.kind == "supply" ? "untested"
                                                  : "partial"));
        text(3, heading_of(row.why));
        ++sheet_.row;
    }
}

void SummarySheet::acts() {
    book_.header(sheet_, {"as at", "act", "language", "provisions", "characters"});
    for (auto const& act : report_.acts) {
        text(0, act.date);
        text(1, act.title);
        text(2, languages_line(act));
        number(3, act.units);
        number(4, act.characters);
        ++sheet_.row;
    }
}

void SummarySheet::write() {
    sheet_ = book_.add("summary");
    Workbook::widths(sheet_, 0, 0, 12);
    Workbook::widths(sheet_, 1, 1, summary_width);
    Workbook::widths(sheet_, 2, 10, 17);
    text(0, fmt::format("{} and the {}", country_of(report_), report_.instrument_title), book_.title());
    ++sheet_.row;
    text(0, report_.cite, nullptr);
    ++sheet_.row;
    Workbook::freeze(sheet_, sheet_.row, 0);
    notes();
    ++sheet_.row;
    chapters();
    ++sheet_.row;
    todo();
    ++sheet_.row;
    articles();
    ++sheet_.row;
    acts();
}

}  // namespace

Written to_xlsx(Report const& report) {
    return written_workbook([&](Workbook& book) {
        book.properties(fmt::format("{} and the {}", country_of(report), report.instrument_title));
        SummarySheet(book, report).write();
        for (auto const& table :
             {obligations_table(report), evidence_table(report), gaps_table(report), surplus_table(report)})
            book.sheet(table);
    });
}

}  // namespace lacuna::report
