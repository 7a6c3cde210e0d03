#include "report/tables.hpp"

#include <algorithm>

#include "report/advice.hpp"
#include "report/phrases.hpp"
#include "report/plain_words.hpp"
#include "report/unread_law.hpp"

namespace lacuna::report {
namespace {

template <class Rows, class Line>
[[nodiscard]] std::string lines(Rows const& rows, Line line) {
    std::vector<std::string> out;
    for (auto const& row : rows) out.push_back(line(row));
    return joined(out, "; ");
}

void add_element(Table& table, ObligationRow const& row, ProvisionRow const& provision,
                 ElementRow const& element) {
    auto const add = [&](Quote const& quote) {
        table.rows.push_back({row.id,
                              provision.act,
                              place_of(provision),
                              element.title,
                              element.found ? "found" : "missing",
                              quote.text,
                              row.verdict,
                              provision.eid,
                              provision.path,
                              provision.measure_title,
                              provision.verdict,
                              element.name,
                              role_of(element),
                              quote.distance,
                              quote.citation,
                              quote.eid,
                              condition_in_plain_words(element.failed),
                              provision.file,
                              std::uint64_t{quote.line == 0 ? provision.line : quote.line},
                              through_line(quote)});
    };
    for (auto const& quote : element.quotes) add(quote);
    if (element.quotes.empty()) add(Quote{});
}

[[nodiscard]] Table nothing(std::string name, std::vector<Column> columns) {
    return {std::move(name), std::move(columns), {}};
}

}  // namespace

// The columns that are printed come first: at a size that can be read a page is some 150 characters wide.
Table obligations_table(Report const& report) {
    auto table = nothing("obligations", {{"obligation", 11},
                                         {"what it asks", 50},
                                         {"verdict", 16},
                                         {"national provisions", 40},
                                         {"what is missing", 30},
                                         {"chapter", 8},
                                         {"article", 8},
                                         {"title of the article", 30},
                                         {"force", 9},
                                         {"flags", 16},
                                         {"why", 50},
                                         {"remarks", 40}});
    table.on_paper = 5;
    for (auto const& article : report.articles)
        for (auto const& row : article.obligations)
            table.rows.push_back({row.id, row.title, row.verdict, places_of(row.provisions),
                                  open(row) ? lacking(row) : "", article.chapter, article.article,
                                  article.title, row.policy ? "policy" : row.force, joined(row.flags),
                                  plain_reason(row), joined(remarks(row), "; ")});
    return table;
}

Table evidence_table(Report const& report) {
    auto table = nothing("evidence", {{"obligation", 11},
                                      {"act", 28},
                                      {"provision", 18},
                                      {"element", 24},
                                      {"state", 9},
                                      {"words", 56},
                                      {"verdict", 16},
                                      {"eId", 22},
                                      {"headings", 40},
                                      {"measure", 30},
                                      {"verdict of the provision", 16},
                                      {"name of the element", 16},
                                      {"role", 20},
                                      {"distance", 11},
                                      {"place of the words", 18},
                                      {"eId of the words", 22},
                                      {"looked for", 30},
                                      {"file", 30},
                                      {"line", 7},
                                      {"definition", 40}});
    table.on_paper = 6;
    for (auto const& article : report.articles)
        for (auto const& row : article.obligations)
            for (auto const& provision : row.provisions)
                for (auto const& element : provision.elements)
                    if (element.found || element.needed) add_element(table, row, provision, element);
    return table;
}

Table gaps_table(Report const& report) {
    auto table = nothing("gaps", {{"obligation", 11},
                                  {"what it asks", 44},
                                  {"verdict", 12},
                                  {"checklist", 54},
                                  {"nearest", 30},
                                  {"article", 8},
                                  {"what is missing", 34},
                                  {"what the nearest lacks", 30},
                                  {"what would permit it", 50},
                                  {"examples", 50},
                                  {"law not read", 50}});
    table.on_paper = 5;
    for (auto const& article : report.articles) {
        for (auto const& row : article.obligations) {
            if (!open(row)) continue;
            auto const* near = !row.provisions.empty()    ? &row.provisions.front()
                               : !row.near_misses.empty() ? &row.near_misses.front()
                                                          : nullptr;
            table.rows.push_back({row.id, row.title, row.verdict, lines(row.advice.checklist, checklist_line),
                                  near == nullptr ? "" : place_in_act(*near), article.article, lacking(row),
                                  near == nullptr ? "" : joined(titled(row, near->missing)),
                                  lines(row.advice.permits, permit_line),
                                  lines(row.advice.examples, example_line), unread_line(row)});
        }
    }
    return table;
}

Table surplus_table(Report const& report) {
    auto table = nothing("surplus", {{"kind", 14},
                                     {"obligation", 11},
                                     {"measure", 34},
                                     {"act", 30},
                                     {"provision", 18},
                                     {"eId", 22},
                                     {"headings", 40},
                                     {"elements", 24},
                                     {"words", 70},
                                     {"file", 30},
                                     {"line", 7}});
    for (auto const& row : report.surplus)
        table.rows.push_back({row.kind, row.obligation, row.measure_title, row.act, row.citation, row.eid,
                              row.path, joined(row.elements), row.words, row.file, std::uint64_t{row.line}});
    return table;
}

Table table_named(Report const& report, std::string_view name) {
    if (name == "evidence") return evidence_table(report);
    if (name == "gaps") return gaps_table(report);
    if (name == "surplus") return surplus_table(report);
    return obligations_table(report);
}

}  // namespace lacuna::report
