// Countries side by side as a short document: articles, and the views of cooperation pair by pair.
#include <fmt/format.h>

#include "report/matrix.hpp"
#include "report/matrix/pairs.hpp"
#include "report/phrases.hpp"
#include "report/summary.hpp"

namespace lacuna::report {
namespace {

constexpr std::size_t most_pairs = 6;  // that fit side by side on a page

[[nodiscard]] bool any_duty(Matrix const& matrix, std::size_t article) {
    return !duties_met(matrix.any().articles[article]).empty();
}

// Articles that bind to nothing that a statute can show are left out: the full table has them.
[[nodiscard]] PaperTable article_verdicts(Matrix const& matrix) {
    PaperTable table{{{"Article", 3}}, {}};
    for (auto const& country : matrix.countries) table.columns.push_back({country.name, 1});
    auto const& articles = matrix.any().articles;
    for (std::size_t a = 0; a < articles.size(); ++a) {
        if (!any_duty(matrix, a)) continue;
        std::vector<PaperCell> row{text_cell(articles[a].article + " " + articles[a].title)};
        for (auto const& country : matrix.countries) {
            auto const& article = country.report.articles[a];
            row.push_back(
                verdict_cell(fmt::format("{} {}", article.verdict, duties_met(article)), article.verdict));
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

// Colours as of verdicts.
[[nodiscard]] std::string colour_of(std::string_view state) {
    return state == "yes" ? "covered" : state == "partly" ? "partial" : state == "no" ? "gap" : "untested";
}

// The offence alone, then the offence with the threshold, and whose law does what.
[[nodiscard]] PaperCell pair_words(PairCell const& cell) {
    Line first{{"with the threshold: " + cell.state, Words::Look::bold}};
    PaperCell made{
        {{{"the offence alone: " + cell.offence}}, std::move(first), {{cell.why, Words::Look::soft}}},
        colour_of(cell.state)};
    return made;
}

[[nodiscard]] PaperTable pair_states(Matrix const& matrix, PairView const& view) {
    PaperTable table{{{"Offence", 3}}, {}};
    for (auto const& pair : view.pairs) table.columns.push_back({pair_name(matrix, pair), 2});
    for (auto const& row : view.rows) {
        std::vector<PaperCell> cells{text_cell(row.obligation + " " + row.title)};
        for (auto const& cell : row.cells) cells.push_back(pair_words(cell));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

// Where there are more pairs than columns fit on a page: the pairs of each state.
[[nodiscard]] PaperTable pairs_by_state(Matrix const& matrix, PairView const& view) {
    PaperTable table{{{"Offence", 3},
                      {"Both have it and reach the threshold", 3},
                      {"In part", 3},
                      {"Not both", 3},
                      {"Unknown", 3}},
                     {}};
    for (auto const& row : view.rows) {
        std::vector<PaperCell> cells{text_cell(row.obligation + " " + row.title)};
        for (std::string_view const state : {"yes", "partly", "no", "unknown"}) {
            std::vector<std::string> names;
            for (std::size_t i = 0; i < row.cells.size(); ++i)
                if (row.cells[i].state == state) names.push_back(pair_name(matrix, view.pairs[i]));
            cells.push_back(text_cell(joined(names, "; ")));
        }
        table.rows.push_back(std::move(cells));
    }
    return table;
}

}  // namespace

Paper paper_of(Matrix const& matrix) {
    std::vector<std::string> names;
    for (auto const& country : matrix.countries) names.push_back(country.name);
    auto const& report = matrix.any();
    Paper paper{fmt::format("{} and the {}", joined(names), report.instrument_title), report.cite, {}};
    paper.heading("In short");
    for (auto const& country : matrix.countries)
        paper.item(fmt::format("{}: {}", country.name, headline(country.report)));
    paper.heading("Article by article");
    paper.paragraph(
        "The verdict of an article is that of its worst duty; the numbers say how many of its duties are "
        "met, and how "
        "many it has. Articles that bind to nothing that a statute can show are left out.");
    paper.table(article_verdicts(matrix));
    for (auto const& view : pair_views(matrix)) {
        if (view.rows.empty()) continue;
        paper.heading(view.title);
        if (!view.note.empty()) paper.paragraph(view.note);
        paper.table(view.pairs.size() > most_pairs ? pairs_by_state(matrix, view)
                                                   : pair_states(matrix, view));
    }
    paper.heading("What this rests on");
    for (auto const& country : matrix.countries)
        paper.item(fmt::format("{}: {}", country.name, acts_read(country.report)));
    for (auto const& text : caveats(report)) paper.item(text);
    return paper;
}

}  // namespace lacuna::report
