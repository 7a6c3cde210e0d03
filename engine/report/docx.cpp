// The report as a Word document: article by article, as country profiles are written.
#include <fmt/format.h>

#include "report/advice.hpp"
#include "report/docx_file.hpp"
#include "report/docx_parts.hpp"
#include "report/formats.hpp"
#include "report/phrases.hpp"
#include "report/summary.hpp"

namespace lacuna::report {
namespace {

constexpr std::size_t provisions_limit = 3;
constexpr unsigned label_width = 1900, text_width = docx::page_width - label_width;

using docx::cell, docx::fill_of, docx::heading, docx::link, docx::page_width, docx::paragraph,
    docx::right_to_left, docx::row, docx::run, docx::table;

// A row of an obligation's table: what it is, and the paragraphs.
[[nodiscard]] std::string labelled(std::string_view label, std::string const& paragraphs) {
    if (paragraphs.empty()) return {};
    return row(cell(paragraph(run(label, {true})), label_width, "F4F3EF") + cell(paragraphs, text_width));
}

[[nodiscard]] std::string quoted(std::vector<PassagePart> const& parts) {
    std::string out;
    for (auto const& part : parts) {
        std::string runs, all;
        if (!part.num.empty()) runs += run(part.num + " ");
        for (auto const& piece : part.runs) {
            runs += run(piece.text, {false, false, false, !piece.elements.empty()});
            all += piece.text;
        }
        out += paragraph(runs, "Compact",
                         fmt::format(R"({}<w:ind w:left="240"/>)", right_to_left(all) ? "<w:bidi/>" : ""));
    }
    return out;
}

// Terms that prove an element by what the act says that they mean.
[[nodiscard]] std::string proofs_through_definitions(ProvisionRow const& row) {
    std::string out;
    for (auto const& element : row.elements)
        for (auto const& quote : element.quotes)
            if (element.found && !quote.through.empty())
                out += paragraph(run(element.title + ": ", {false, true}) + run("“" + quote.text + "”") +
                                 run("  " + through_line(quote), {false, false, true}));
    return out;
}

// Words that prove an element and stand in another place than the passage: a definition, another section.
[[nodiscard]] std::string proofs_elsewhere(ProvisionRow const& row) {
    constexpr std::size_t most = 2;
    std::string out;
    for (auto const& element : row.elements) {
        if (!element.found || element.distance.empty() || element.distance == "sentence" ||
            element.distance == "passage")
            continue;
        for (std::size_t i = 0; i < element.quotes.size() && i < most; ++i) {
            auto const& quote = element.quotes[i];
            out += paragraph(
                run(fmt::format("{}, in the {}: ", element.title, element.distance), {false, true}) +
                run("“" + quote.text + "”") +
                run(fmt::format("  {} of {}", quote.citation, quote.act), {false, false, true}));
        }
    }
    return out;
}

[[nodiscard]] std::string provision(ProvisionRow const& row) {
    auto out = paragraph(run(place_in_act(row), {true}) + run("  " + row.verdict, {false, true}));
    if (!row.path.empty()) out += paragraph(run(row.path + "  ·  " + row.eid, {false, false, true}));
    if (!row.reason.empty()) out += paragraph(run("Fails at: " + condition_in_plain_words(row.reason)));
    return out + quoted(row.passage) + proofs_elsewhere(row) + proofs_through_definitions(row);
}

[[nodiscard]] std::string provisions(ObligationRow const& row) {
    std::string out;
    for (std::size_t i = 0; i < row.provisions.size() && i < provisions_limit; ++i)
        out += provision(row.provisions[i]);
    if (row.provisions.size() > provisions_limit) {
        std::vector<std::string> more;
        for (auto i = provisions_limit; i < row.provisions.size(); ++i)
            more.push_back(place_in_act(row.provisions[i]));
        out += paragraph(run("Also: " + joined(more, "; ")));
    }
    return out.empty() ? paragraph(run("None was found.")) : out;
}

[[nodiscard]] std::string to_do(ObligationRow const& row) {
    std::string out;
    for (auto const& item : row.advice.checklist)
        out += paragraph(run((item.state == "present" ? "☑ " : "☐ ") + checklist_line(item)));
    for (auto const& permit : row.advice.permits)
        out += paragraph(run("Would permit less: " + permit_line(permit)));
    return out;
}

[[nodiscard]] std::string obligation(ObligationRow const& item) {
    auto const force = item.policy ? std::string("policy") : item.force;
    auto rows = row(
        cell(paragraph(run(item.id + "  ", {true}) + run(item.verdict, {true}), "Compact", "<w:keepNext/>"),
             page_width, fill_of(item.verdict), 2),
        true);
    rows += labelled("What it asks", paragraph(run(item.title) + run(" (" + force + ")", {false, true})));
    rows += labelled("National provisions", provisions(item));
    rows += labelled("Verdict", paragraph(run(item.verdict + ": " + in_plain_words(item.reason) + ".")));
    if (auto const lack = open(item) ? lacking(item) : ""; !lack.empty())
        rows += labelled("What is missing", paragraph(run(lack)));
    std::string near, examples, remark;
    if (item.provisions.empty())
        for (auto const& miss : item.near_misses) near += provision(miss);
    rows += labelled("Came nearest", near);
    rows += labelled("What to do", to_do(item));
    for (auto const& example : item.advice.examples)
        examples += paragraph(run(example_line(example), {true})) + quoted(example.passage);
    rows += labelled("Examples", examples);
    for (auto const& line : remarks(item)) remark += paragraph(run(line));
    return table(rows + labelled("Remark", remark), {label_width, text_width});
}

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

[[nodiscard]] std::string to_do_first(Report const& report) {
    if (report.todo.empty()) return {};
    std::string rows;
    for (auto const& item : grouped(report.todo)) {
        std::string remark = item.should ? "should, not must" : "";
        if (!item.verified) remark += remark.empty() ? "text not verified" : "; text not verified";
        rows += row(cell(paragraph(run(item.kind, {true})), 1000) +
                    cell(paragraph(run(joined(item.obligations))), 1300) +
                    cell(paragraph(run(item.text) +
                                   (remark.empty() ? "" : run("  (" + remark + ")", {false, false, true}))),
                         page_width - 2300));
    }
    return heading("What to do first", 2) + table(rows, {1000, 1300, page_width - 2300});
}

// The contents: where each article stands in the document, and how it came out.
[[nodiscard]] std::string article_list(Report const& report) {
    constexpr unsigned number = 1000, met = 1300, verdict = 2300, title = page_width - number - met - verdict;
    auto rows =
        row(cell(paragraph(run("Article", {true})), number) + cell(paragraph(run("Title", {true})), title) +
                cell(paragraph(run("Duties met", {true})), met) +
                cell(paragraph(run("Verdict", {true})), verdict),
            true);
    for (auto const& article : report.articles)
        rows += row(cell(paragraph(link(article.article, "a-" + article.article)), number) +
                    cell(paragraph(link(article.title, "a-" + article.article)), title) +
                    cell(paragraph(run(duties_met(article))), met) +
                    cell(paragraph(run(article.verdict, {true})), verdict, fill_of(article.verdict)));
    return heading("Article by article", 2) + table(rows, {number, title, met, verdict});
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

// What no statute can show is listed, and has no table of its own.
[[nodiscard]] std::string outside(ObligationRow const& item) {
    auto out =
        paragraph(run(item.id + "  ", {true}) + run(item.title) + run("  " + item.verdict, {false, true}));
    for (auto const& line : remarks(item)) out += paragraph(run(line, {false, false, true}));
    return out;
}

[[nodiscard]] std::string body_of(Report const& report) {
    auto out = summary(report);
    std::string chapter;
    unsigned number = 0;
    for (auto const& article : report.articles) {
        auto const here = fmt::format("{} {}", article.chapter, article.chapter_title);
        if (here != chapter && here != " ") out += heading("Chapter " + here, 1);
        chapter = here;
        out += heading(fmt::format("Article {}. {}", article.article, article.title), 2,
                       "a-" + article.article, ++number);
        for (auto const& item : article.obligations)
            out += item.verdict == "outside-statutes" && item.decisions.empty() ? outside(item)
                                                                                : obligation(item);
    }
    return out + acts(report);
}

}  // namespace

Written to_docx(Report const& report) {
    return docx_file(fmt::format("{} and the {}", country_of(report), report.instrument_title), report.cite,
                     body_of(report));
}

}  // namespace lacuna::report
