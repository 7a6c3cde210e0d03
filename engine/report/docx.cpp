// The report as a Word document: article by article, as country profiles are written.
#include <fmt/format.h>

#include "report/docx_articles.hpp"
#include "report/docx_file.hpp"
#include "report/docx_parts.hpp"
#include "report/formats.hpp"
#include "report/open_duties.hpp"
#include "report/phrases.hpp"
#include "report/summary.hpp"
#include "report/unread_law.hpp"

namespace lacuna::report {
namespace {

using docx::cell, docx::fill_of, docx::heading, docx::link, docx::page_width, docx::paragraph, docx::row,
    docx::run, docx::table;

// What the verdicts mean, for a reader of paper.
[[nodiscard]] std::string paper_legend() {
    std::string out;
    for (auto const& [verdict, meaning] :
         std::initializer_list<std::pair<std::string_view, std::string_view>>{
             {"covered", "a provision in force says everything that is asked; its words are quoted"},
             {"partial",
              "a provision comes near, but something is missing, or it asks for more than is allowed"},
             {"gap", "that kind of law was read and nothing was found"},
             {"untested",
              "no act that could hold it was read, or not in a language of the rules: nothing is said about "
              "the law"},
             {"reserved", "the country has declared that it will not apply this"},
             {"option-used, option-not-used", "the instrument leaves it open (“may”); neither is a fault"},
             {"outside-statutes", "practice or policy, which no statute can show"},
             {"broader",
              "covered, but without a limit that protects people: the law reaches further than is asked"}})
        out += row(cell(paragraph(run(verdict, {true})), 2300) +
                   cell(paragraph(run(meaning)), page_width - 2300));
    return heading("How to read the verdicts", 2) + table(out, {2300, page_width - 2300});
}

// What is to be done for one reason; of what other law may have, of what is recommended and of what reaches
// further the first, and the others by their numbers: each has its own list below.
[[nodiscard]] std::string to_do_rows(std::vector<TodoGroup const*> const& items, WhyFirst why) {
    constexpr std::size_t most = 8;
    bool const whole = why < WhyFirst::elsewhere;
    auto const shown = !whole && items.size() > most + 1 ? most : items.size();
    std::string rows;
    std::vector<std::string> others;
    for (std::size_t i = 0; i < items.size(); ++i) {
        auto const& item = *items[i];
        if (i < shown)
            rows += row(cell(paragraph(run(item.kind, {true})), 1000) +
                        cell(paragraph(run(joined(item.obligations))), 1300) +
                        cell(paragraph(run(item.text)), page_width - 2300));
        else
            others.insert(others.end(), item.obligations.begin(), item.obligations.end());
    }
    if (!others.empty())
        rows += row(cell(paragraph(run("and ", {true}) + run(joined(others))), page_width, "", 3));
    return table(rows, {1000, 1300, page_width - 2300});
}

// In the order of the brief.
[[nodiscard]] std::string to_do_first(Report const& report) {
    auto const groups = grouped(report.todo);
    std::string out;
    for (std::size_t i = 0; i < groups.size();) {
        auto const why = groups[i].why;
        std::vector<TodoGroup const*> items;
        for (; i < groups.size() && groups[i].why == why; ++i) items.push_back(&groups[i]);
        out += heading(heading_of(why), 3) + paragraph(run(reason_of(report, why)), "BodyText") +
               to_do_rows(items, why);
        if (why == WhyFirst::narrow)
            for (auto const& line : general_rule_lines(report)) out += paragraph(run(line), "BodyText");
    }
    return out.empty() ? out : heading("What to do first", 2) + out;
}

// The contents: where each article stands in the document, and how it came out.
[[nodiscard]] std::string article_list(Report const& report) {
    constexpr unsigned number = 1000, met = 1300, verdict = 2300, title = page_width - number - met - verdict;
    auto rows =
        row(cell(paragraph(run("Article", {true})), number) + cell(paragraph(run("Title", {true})), title) +
                cell(paragraph(run("Duties met", {true})), met) +
                cell(paragraph(run("Verdict", {true})), verdict),
            true);
    std::vector<std::string> outside;
    for (auto const& article : report.articles) {
        if (article.verdict == "outside-statutes") {
            outside.push_back(article.article);
            continue;
        }
        rows += row(cell(paragraph(link(article.article, "a-" + article.article)), number) +
                    cell(paragraph(link(article.title, "a-" + article.article)), title) +
                    cell(paragraph(run(duties_met(article))), met) +
                    cell(paragraph(run(article.verdict, {true})), verdict, fill_of(article.verdict)));
    }
    auto out = heading("Article by article", 2) + table(rows, {number, title, met, verdict});
    if (!outside.empty())
        out += paragraph(run("Not for statutes to show: " + joined(outside) + "."), "BodyText");
    return out + paragraph(run(docx_left_out(report)), "BodyText");
}

[[nodiscard]] std::string summary(Report const& report) {
    std::vector<std::string> counts;
    for (auto const& [verdict, number] : report.counts)
        if (number > 0) counts.push_back(fmt::format("{} {}", number, verdict));
    auto out = heading("Summary", 1);
    if (auto const first = headline(report); !first.empty()) out += paragraph(run(first, {true}), "BodyText");
    out += paragraph(run("Obligations: " + joined(counts)), "BodyText");
    for (auto const& text : report.assumed) out += paragraph(run("Assumed: " + text), "BodyText");
    for (auto const& file : report.unread) out += paragraph(run("Could not be read: " + file), "BodyText");
    constexpr std::size_t most_named = 8;  // the acts read stand at the end, with all that they name
    for (auto const& text : reading_notes(report, most_named)) out += paragraph(run(text), "BodyText");
    for (auto const& text : caveats(report)) out += paragraph(run(text), "BodyText");
    return out + to_do_first(report) + paper_legend() + article_list(report);
}

[[nodiscard]] std::string acts(Report const& report) {
    auto out = heading("Acts read", 1);
    for (auto const& act : report.acts)
        out += paragraph(run(act.title) + run(fmt::format("  {} {} · {} provisions · {} characters", act.date,
                                                          languages_line(act), act.units, act.characters),
                                              {false, false, true}));
    if (!report.named.empty())
        out +=
            paragraph(run("Named in the law and not read: " + named_acts_line(report, report.named.size())),
                      "BodyText");
    return out;
}

[[nodiscard]] std::string body_of(Report const& report) {
    return summary(report) + docx_articles(report) + acts(report);
}

}  // namespace

Written to_docx(Report const& report) {
    return docx_file(fmt::format("{} and the {}", country_of(report), report.instrument_title), report.cite,
                     body_of(report));
}

}  // namespace lacuna::report
