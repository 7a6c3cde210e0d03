#include "report/docx_body.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "report/advice.hpp"
#include "report/html_writer.hpp"
#include "report/phrases.hpp"
#include "report/summary.hpp"

namespace lacuna::report {
namespace {

constexpr std::size_t provisions_limit = 3;
constexpr unsigned label_width = 1900, text_width = 7460, all_width = label_width + text_width;

// Whether the first letter of the text is of a script that runs from right to left.
[[nodiscard]] bool right_to_left(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        auto const character = utf8::decode(text, at);
        auto const code = character.code;
        if ((code >= 0x590 && code <= 0x8FF) || (code >= 0xFB1D && code <= 0xFDFF) ||
            (code >= 0xFE70 && code <= 0xFEFE))
            return true;
        if ((code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z') || code >= 0xC0) return false;
        at += character.length;
    }
    return false;
}

struct Look {
    bool bold = false, italic = false, small = false, marked = false;
};

[[nodiscard]] std::string run(std::string_view text, Look look = {}) {
    std::string as;
    if (look.bold) as += "<w:b/><w:bCs/>";
    if (look.italic) as += "<w:i/><w:iCs/>";
    if (!look.small) as += R"(<w:sz w:val="20"/><w:szCs w:val="20"/>)";
    if (look.small) as += R"(<w:color w:val="57606A"/><w:sz w:val="17"/><w:szCs w:val="17"/>)";
    if (look.marked) as += R"(<w:shd w:val="clear" w:color="auto" w:fill="FBE9B7"/>)";
    if (right_to_left(text)) as += "<w:rtl/>";
    return fmt::format(R"(<w:r><w:rPr>{}</w:rPr><w:t xml:space="preserve">{}</w:t></w:r>)", as,
                       escape_html(text));
}

[[nodiscard]] std::string paragraph(std::string const& runs, std::string_view style = "Compact",
                                    std::string_view more = "") {
    return fmt::format(R"(<w:p><w:pPr><w:pStyle w:val="{}"/>{}</w:pPr>{}</w:p>)", style, more, runs) + '\n';
}

[[nodiscard]] std::string fill_of(std::string_view verdict) {
    if (verdict == "covered" || verdict == "option-used") return "D9EFE0";
    if (verdict == "partial") return "FBE9B7";
    if (verdict == "gap") return "F9D9D7";
    if (verdict == "reserved") return "D8E7F5";
    if (verdict == "untested") return "E6E0F3";
    return "E9E8E4";
}

[[nodiscard]] std::string cell(std::string const& paragraphs, unsigned width, std::string_view fill = "",
                               unsigned span = 1) {
    std::string as;
    if (span > 1) as += fmt::format(R"(<w:gridSpan w:val="{}"/>)", span);
    if (!fill.empty()) as += fmt::format(R"(<w:shd w:val="clear" w:color="auto" w:fill="{}"/>)", fill);
    return fmt::format("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>{}</w:tcPr>\n{}</w:tc>\n", width, as,
                       paragraphs.empty() ? paragraph("") : paragraphs);
}

[[nodiscard]] std::string table(std::string const& rows, std::vector<unsigned> const& widths) {
    std::string grid, borders;
    for (auto const width : widths) grid += fmt::format(R"(<w:gridCol w:w="{}"/>)", width);
    for (auto const* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
        borders += fmt::format(R"(<w:{} w:val="single" w:sz="4" w:space="0" w:color="BFBBB0"/>)", side);
    return fmt::format(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblBorders>{}</w:tblBorders>"
        "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"50\" w:type=\"dxa\"/><w:left w:w=\"100\" "
        "w:type=\"dxa\"/><w:bottom w:w=\"50\" w:type=\"dxa\"/><w:right w:w=\"100\" w:type=\"dxa\"/>"
        "</w:tblCellMar></w:tblPr><w:tblGrid>{}</w:tblGrid>\n{}</w:tbl>\n{}",
        all_width, borders, grid, rows, paragraph(""));
}

[[nodiscard]] std::string row(std::string const& cells, bool head = false) {
    return fmt::format("<w:tr><w:trPr>{}</w:trPr>\n{}</w:tr>\n", head ? "<w:tblHeader/>" : "", cells);
}

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

[[nodiscard]] std::string provision(ProvisionRow const& row) {
    auto out = paragraph(run(place_in_act(row), {true}) + run("  " + row.verdict, {false, true}));
    if (!row.path.empty()) out += paragraph(run(row.path + "  ·  " + row.eid, {false, false, true}));
    if (!row.reason.empty()) out += paragraph(run("Fails at: " + condition_in_plain_words(row.reason)));
    return out + quoted(row.passage);
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
             all_width, fill_of(item.verdict), 2),
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
        out += row(cell(paragraph(run(verdict, {true})), 2300) + cell(paragraph(run(meaning)), 7060));
    return paragraph(run("How to read the verdicts"), "Heading2") + table(out, {2300, 7060});
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
                         7060));
    }
    return paragraph(run("What to do first"), "Heading2") + table(rows, {1000, 1300, 7060});
}

[[nodiscard]] std::string article_list(Report const& report) {
    std::string rows;
    for (auto const& article : report.articles)
        rows += row(cell(paragraph(run(article.article)), 1000) + cell(paragraph(run(article.title)), 6060) +
                    cell(paragraph(run(article.verdict, {true})), 2300, fill_of(article.verdict)));
    return paragraph(run("Article by article"), "Heading2") + table(rows, {1000, 6060, 2300});
}

[[nodiscard]] std::string summary(Report const& report) {
    std::vector<std::string> counts;
    for (auto const& [verdict, number] : report.counts)
        if (number > 0) counts.push_back(fmt::format("{} {}", number, verdict));
    auto out = paragraph(run("Summary"), "Heading1");
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
    auto out = paragraph(run("Acts read"), "Heading1");
    for (auto const& act : report.acts)
        out += paragraph(run(act.title) + run(fmt::format("  {} {} · {} provisions · {} characters", act.date,
                                                          act.language, act.units, act.characters),
                                              {false, false, true}));
    if (!report.named.empty())
        out +=
            paragraph(run("Named in the law and not read: " + named_acts_line(report, report.named.size())),
                      "BodyText");
    return out;
}

}  // namespace

std::string docx_body(Report const& report) {
    auto out = summary(report);
    std::string chapter;
    for (auto const& article : report.articles) {
        auto const here = fmt::format("{} {}", article.chapter, article.chapter_title);
        if (here != chapter && here != " ") out += paragraph(run("Chapter " + here), "Heading1");
        chapter = here;
        out += paragraph(run(fmt::format("Article {}. {}", article.article, article.title)), "Heading2");
        for (auto const& item : article.obligations) out += obligation(item);
    }
    return out + acts(report);
}

}  // namespace lacuna::report
