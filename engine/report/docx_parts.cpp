#include "report/docx_parts.hpp"

#include <fmt/format.h>

#include "base/utf8.hpp"
#include "report/html_writer.hpp"

namespace lacuna::report::docx {

// Whether the first letter of the text is of a script that runs from right to left.
bool right_to_left(std::string_view text) {
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

std::string run(std::string_view text, Look look) {
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

std::string paragraph(std::string const& runs, std::string_view style, std::string_view more) {
    return fmt::format(R"(<w:p><w:pPr><w:pStyle w:val="{}"/>{}</w:pPr>{}</w:p>)", style, more, runs) + '\n';
}

std::string_view fill_of(std::string_view verdict) {
    if (verdict == "covered" || verdict == "option-used") return "D9EFE0";
    if (verdict == "partial") return "FBE9B7";
    if (verdict == "gap") return "F9D9D7";
    if (verdict == "reserved") return "D8E7F5";
    if (verdict == "untested") return "E6E0F3";
    return "E9E8E4";
}

std::string cell(std::string const& paragraphs, unsigned width, std::string_view fill, unsigned span) {
    std::string as;
    if (span > 1) as += fmt::format(R"(<w:gridSpan w:val="{}"/>)", span);
    if (!fill.empty()) as += fmt::format(R"(<w:shd w:val="clear" w:color="auto" w:fill="{}"/>)", fill);
    return fmt::format("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>{}</w:tcPr>\n{}</w:tc>\n", width, as,
                       paragraphs.empty() ? paragraph("") : paragraphs);
}

std::string table(std::string const& rows, std::vector<unsigned> const& widths) {
    std::string grid, borders;
    for (auto const width : widths) grid += fmt::format(R"(<w:gridCol w:w="{}"/>)", width);
    for (auto const* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
        borders += fmt::format(R"(<w:{} w:val="single" w:sz="4" w:space="0" w:color="BFBBB0"/>)", side);
    return fmt::format(
        "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblBorders>{}</w:tblBorders>"
        "<w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:top w:w=\"50\" w:type=\"dxa\"/><w:left w:w=\"100\" "
        "w:type=\"dxa\"/><w:bottom w:w=\"50\" w:type=\"dxa\"/><w:right w:w=\"100\" w:type=\"dxa\"/>"
        "</w:tblCellMar></w:tblPr><w:tblGrid>{}</w:tblGrid>\n{}</w:tbl>\n{}",
        page_width, borders, grid, rows, paragraph(""));
}

std::string row(std::string const& cells, bool head) {
    return fmt::format("<w:tr><w:trPr>{}</w:trPr>\n{}</w:tr>\n", head ? "<w:cantSplit/><w:tblHeader/>" : "",
                       cells);
}

std::string heading(std::string_view text, unsigned level, std::string_view name, unsigned number) {
    auto runs = run(text);
    if (!name.empty())
        runs = fmt::format(R"(<w:bookmarkStart w:id="{0}" w:name="{1}"/>{2}<w:bookmarkEnd w:id="{0}"/>)",
                           number, slug(name), runs);
    return paragraph(runs, fmt::format("Heading{}", level));
}

std::string link(std::string_view text, std::string_view name) {
    return fmt::format(R"(<w:hyperlink w:anchor="{}">{}</w:hyperlink>)", slug(name), run(text));
}

}  // namespace lacuna::report::docx
