#include <fmt/format.h>

#include "report/clean.hpp"
#include "report/matrix.hpp"
#include "report/matrix/pairs.hpp"
#include "report/phrases.hpp"
#include "report/plain_words.hpp"

namespace lacuna::report {
namespace {

constexpr std::size_t matrix_words_limit = 2'000;

// "section 5 of Cybercrime Act, 2021" for what was found; what came near says that it is no more than that.
void add_matrix_row(Table& table, MatrixCountry const& country, ArticleRow const& article,
                    ObligationRow const& row) {
    auto const* proof = evidence_of(row);
    auto const* kind = proof == nullptr ? "" : row.provisions.empty() ? "near miss" : "found";
    ProvisionRow const none;
    auto const& at = proof == nullptr ? none : *proof;
    table.rows.push_back({country.name, country.report.country_code, article.chapter, article.article, row.id,
                          row.policy ? "policy" : row.force, row.title, row.verdict, joined(row.flags),
                          plain_reason(row), kind, at.act, proof == nullptr ? "" : place_of(at), at.eid,
                          at.path, shorten(words_of(at.passage), matrix_words_limit), joined(at.missing),
                          at.file, std::uint64_t{at.line}});
}

[[nodiscard]] std::string quoted_words(std::vector<Quote> const& quotes) {
    std::vector<std::string> texts;
    for (auto const& quote : quotes) texts.push_back(fmt::format("“{}” ({})", quote.text, quote.citation));
    return joined(texts, "; ");
}

void add_threshold_rows(Table& table, GroundView const& view, GroundRow const& row,
                        MatrixCountry const& country) {
    auto const add = [&](PunishedRow const& at) {
        table.rows.push_back({view.title, row.obligation, row.title, country.name, row.verdict, row.threshold,
                              at.act, at.citation, at.eid, at.threshold, quoted_words(at.reaches),
                              quoted_words(at.below), at.file, std::uint64_t{at.line}});
    };
    for (auto const& provision : row.provisions) add(provision);
    if (row.provisions.empty()) add(PunishedRow{});
}

}  // namespace

Table matrix_table(Matrix const& matrix) {
    Table table{"evidence",
                {{"country", 14},
                 {"code", 7},
                 {"chapter", 8},
                 {"article", 8},
                 {"obligation", 11},
                 {"force", 9},
                 {"what it asks", 50},
                 {"verdict", 16},
                 {"flags", 14},
                 {"why", 44},
                 {"evidence", 11},
                 {"act", 28},
                 {"provision", 18},
                 {"eId", 22},
                 {"headings", 36},
                 {"words", 70},
                 {"what is missing", 24},
                 {"file", 30},
                 {"line", 7}},
                {}};
    for (std::size_t a = 0; a < matrix.any().articles.size(); ++a)
        for (std::size_t o = 0; o < matrix.any().articles[a].obligations.size(); ++o)
            for (auto const& country : matrix.countries) {
                auto const& article = country.report.articles[a];
                add_matrix_row(table, country, article, article.obligations[o]);
            }
    return table;
}

Table pairs_table(Matrix const& matrix) {
    Table table{"cooperation",
                {{"view", 30},
                 {"obligation", 11},
                 {"what it asks", 50},
                 {"country", 16},
                 {"other country", 16},
                 {"common ground", 14},
                 {"why", 60}},
                {}};
    for (auto const& view : pair_views(matrix))
        for (auto const& row : view.rows)
            for (std::size_t i = 0; i < row.cells.size(); ++i)
                table.rows.push_back(
                    {view.title, row.obligation, row.title, matrix.countries[view.pairs[i].first].name,
                     matrix.countries[view.pairs[i].second].name, row.cells[i].state, row.cells[i].why});
    return table;
}

Table thresholds_table(Matrix const& matrix) {
    Table table{"thresholds",
                {{"view", 26},
                 {"obligation", 11},
                 {"what it asks", 40},
                 {"country", 14},
                 {"verdict", 14},
                 {"threshold", 11},
                 {"act", 28},
                 {"provision", 18},
                 {"eId", 22},
                 {"threshold there", 11},
                 {"words that reach it", 50},
                 {"words that stay below", 50},
                 {"file", 30},
                 {"line", 7}},
                {}};
    for (std::size_t v = 0; v < matrix.any().grounds.size(); ++v)
        for (std::size_t row = 0; row < matrix.any().grounds[v].rows.size(); ++row)
            for (auto const& country : matrix.countries) {
                auto const& view = country.report.grounds[v];
                add_threshold_rows(table, view, view.rows[row], country);
            }
    return table;
}

std::vector<std::string> const& matrix_tables() {
    static std::vector<std::string> const names{"evidence", "cooperation", "thresholds"};
    return names;
}

Table matrix_table_named(Matrix const& matrix, std::string_view name) {
    if (name == "cooperation") return pairs_table(matrix);
    if (name == "thresholds") return thresholds_table(matrix);
    return matrix_table(matrix);
}

}  // namespace lacuna::report
