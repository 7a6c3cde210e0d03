#include <fmt/format.h>

#include <algorithm>

#include "report/html_writer.hpp"
#include "report/matrix.hpp"
#include "report/matrix/pairs.hpp"
#include "report/phrases.hpp"
#include "report/summary.hpp"
#include "report/temporary.hpp"
#include "report/workbook.hpp"

namespace lacuna::report {
namespace {

constexpr unsigned asked_width = 52, state_width = 17, pair_width = 34;

class MatrixSheets {
  public:
    MatrixSheets(Workbook& book, Matrix const& matrix) : book_(book), matrix_(matrix) {}

    void write() {
        summary();
        verdicts();
        auto const views = pair_views(matrix_);
        auto const thresholds = thresholds_table(matrix_);
        if (!views.empty()) cooperation(views, thresholds);
        book_.sheet(matrix_table(matrix_));
        if (!thresholds.rows.empty()) book_.sheet(thresholds);
    }

    [[nodiscard]] std::string title() const {
        std::vector<std::string> names;
        for (auto const& country : matrix_.countries) names.push_back(country.name);
        return fmt::format("{} and the {}", joined(names), matrix_.any().instrument_title);
    }

  private:
    void summary() {
        auto sheet = book_.add("summary");
        Workbook::widths(sheet, 0, 0, 24);
        Workbook::widths(sheet, 1, 10, 17);
        Workbook::text(sheet, 0, title(), book_.title());
        ++sheet.row;
        Workbook::text(sheet, 0, matrix_.any().cite, nullptr);
        sheet.row += 2;
        std::vector<std::string> titles{"country"};
        for (auto const& verdict : verdict_order()) titles.push_back(verdict);
        titles.emplace_back("acts");
        book_.header(sheet, titles);
        for (auto const& country : matrix_.countries) {
            Workbook::text(sheet, 0, country.name, book_.cell());
            for (std::size_t i = 1; i + 1 < titles.size(); ++i) {
                auto const value = count_of(country.report.counts, titles[i]);
                Workbook::number(sheet, i, value, value > 0 ? book_.verdict(titles[i]) : book_.cell());
            }
            Workbook::number(sheet, titles.size() - 1, country.report.acts.size(), book_.cell());
            ++sheet.row;
        }
        ++sheet.row;
        notes(sheet);
    }

    void notes(Workbook::Sheet& sheet) {
        for (auto const& country : matrix_.countries) {
            auto all = country.report.assumed;
            for (auto const& file : country.report.unread) all.push_back("could not be read: " + file);
            for (auto const& note : all) {
                Workbook::text(sheet, 0, country.name + ": " + note, nullptr);
                ++sheet.row;
            }
        }
        Workbook::text(sheet, 0, "Each verdict of the sheet matrix leads to its evidence.", nullptr);
    }

    // The rows of the evidence stand in the order in which the cells are written.
    void verdicts() {
        auto sheet = book_.add("matrix");
        Workbook::widths(sheet, 0, 0, 9);
        Workbook::widths(sheet, 1, 1, 12);
        Workbook::widths(sheet, 2, 2, asked_width);
        Workbook::widths(sheet, 3, 2 + matrix_.countries.size(), 25);
        std::vector<std::string> titles{"article", "obligation", "what it asks"};
        for (auto const& country : matrix_.countries) titles.push_back(country.name);
        book_.header(sheet, titles);
        Workbook::freeze(sheet, 1, 3);
        std::size_t evidence = 2;  // below its header
        for (std::size_t a = 0; a < matrix_.any().articles.size(); ++a) {
            article(sheet, a);
            for (std::size_t o = 0; o < matrix_.any().articles[a].obligations.size(); ++o) {
                obligation(sheet, a, o, evidence);
                evidence += matrix_.countries.size();
            }
        }
        --sheet.row;
        Workbook::filter(sheet, 0, titles.size());
    }

    void article(Workbook::Sheet& sheet, std::size_t a) {
        auto const& article = matrix_.any().articles[a];
        Workbook::text(sheet, 0, article.article, book_.head());
        Workbook::text(sheet, 1, "", book_.head());
        Workbook::text(sheet, 2, article.title, book_.head());
        Workbook::fit(sheet, Workbook::lines_of(article.title, asked_width));
        for (std::size_t c = 0; c < matrix_.countries.size(); ++c) {
            auto const& verdict = matrix_.countries[c].report.articles[a].verdict;
            Workbook::text(sheet, 3 + c, verdict_sign(verdict) + ' ' + verdict, book_.verdict(verdict));
        }
        ++sheet.row;
    }

    void obligation(Workbook::Sheet& sheet, std::size_t a, std::size_t o, std::size_t evidence) {
        auto const& asked = matrix_.any().articles[a].obligations[o];
        Workbook::text(sheet, 0, matrix_.any().articles[a].article, book_.cell());
        Workbook::text(sheet, 1, asked.id, book_.cell());
        Workbook::text(sheet, 2, asked.title, book_.cell());
        auto const lines = Workbook::lines_of(asked.title, asked_width);
        for (std::size_t c = 0; c < matrix_.countries.size(); ++c) {
            auto const& row = matrix_.countries[c].report.articles[a].obligations[o];
            // On one line: some programs do not wrap the words of a link.
            auto const words = fmt::format("{} {}{}", verdict_sign(row.verdict), row.verdict,
                                           row.flags.empty() ? "" : fmt::format(" [{}]", joined(row.flags)));
            Workbook::link(sheet, 3 + c, words, "evidence", evidence + c, book_.verdict(row.verdict));
        }
        Workbook::fit(sheet, lines);
        ++sheet.row;
    }

    // The views below each other; a cell leads to the first row of its offence among the thresholds.
    void cooperation(std::vector<PairView> const& views, Table const& thresholds) {
        auto sheet = book_.add("cooperation");
        Workbook::widths(sheet, 0, 0, 12);
        Workbook::widths(sheet, 1, 1, asked_width);
        for (std::size_t i = 0; i < views.front().pairs.size(); ++i) {
            Workbook::widths(sheet, 2 + 2 * i, 2 + 2 * i, state_width);
            Workbook::widths(sheet, 3 + 2 * i, 3 + 2 * i, pair_width);
        }
        Workbook::freeze(sheet, 0, 2);
        for (auto const& view : views) {
            Workbook::text(sheet, 0, view.title, book_.title());
            ++sheet.row;
            Workbook::text(sheet, 0, view.note, nullptr);
            ++sheet.row;
            std::vector<std::string> titles{"obligation", "what it asks"};
            for (auto const& pair : view.pairs) {
                titles.push_back(pair_name(matrix_, pair));
                titles.emplace_back("why");
            }
            book_.header(sheet, titles);
            for (auto const& row : view.rows) pairs(sheet, view, row, thresholds);
            ++sheet.row;
        }
    }

    void pairs(Workbook::Sheet& sheet, PairView const& view, PairRow const& row, Table const& thresholds) {
        auto const at =
            std::find_if(thresholds.rows.begin(), thresholds.rows.end(), [&](std::vector<Cell> const& cells) {
                return cells[0] == Cell(view.title) && cells[1] == Cell(row.obligation);
            });
        auto const place = static_cast<std::size_t>(at - thresholds.rows.begin()) + 2;
        Workbook::text(sheet, 0, row.obligation, book_.cell());
        Workbook::text(sheet, 1, row.title, book_.cell());
        auto lines = Workbook::lines_of(row.title, asked_width);
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            auto const& cell = row.cells[i];
            lines = std::max(lines, Workbook::lines_of(cell.why, pair_width));
            Workbook::link(sheet, 2 + 2 * i, fmt::format("{} {}", verdict_sign(cell.state), cell.state),
                           "thresholds", place, book_.verdict(cell.state));
            Workbook::text(sheet, 3 + 2 * i, cell.why, book_.cell());
        }
        Workbook::fit(sheet, lines);
        ++sheet.row;
    }

    Workbook& book_;
    Matrix const& matrix_;
};

}  // namespace

Written to_xlsx(Matrix const& matrix) {
    return written_workbook([&](Workbook& book) {
        MatrixSheets sheets(book, matrix);
        book.properties(sheets.title());
        sheets.write();
    });
}

}  // namespace lacuna::report
