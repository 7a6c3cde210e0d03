#include <fmt/format.h>

#include "report/html_writer.hpp"
#include "report/paper/paper.hpp"

namespace lacuna::report {
namespace {

// A page of paper: narrow enough to read, and nothing of it moves.
constexpr std::string_view paper_style = R"(
.paper > * { max-width: 62rem; } .paper h2 { margin-top: 1.8rem; } .paper table { width: 100%; }
.paper td, .paper th { vertical-align: top; text-align: start; padding-inline: .45rem; }
.paper td p, .paper th p { margin: 0 0 .25rem; } .paper .verdict { font-weight: 600; }
)";

[[nodiscard]] std::string paper_html_words(Line const& line) {
    std::string out;
    for (auto const& words : line) {
        auto const text = escape_html(words.text);
        out += words.look == Words::Look::bold   ? "<b>" + text + "</b>"
               : words.look == Words::Look::soft ? "<span class=\"soft small\">" + text + "</span>"
                                                 : text;
    }
    return out;
}

[[nodiscard]] std::string paper_html_cell(PaperCell const& cell, bool first) {
    std::string words;
    for (auto const& line : cell.lines)
        words += cell.lines.size() == 1 ? paper_html_words(line) : "<p>" + paper_html_words(line) + "</p>";
    if (first) return "<th scope=\"row\">" + words + "</th>";
    if (cell.verdict.empty()) return "<td>" + words + "</td>";
    return fmt::format(R"(<td class="verdict v-{}">{}</td>)", slug(cell.verdict), words);
}

[[nodiscard]] std::string paper_html_table(PaperTable const& table, std::string_view name) {
    auto out =
        fmt::format(R"(<div class="scroll" tabindex="0" role="region" aria-label="{}"><table><thead><tr>)",
                    escape_html(name));
    for (auto const& column : table.columns)
        out += fmt::format("<th scope=\"col\">{}</th>", escape_html(column.title));
    out += "</tr></thead><tbody>\n";
    for (auto const& row : table.rows) {
        out += "<tr>";
        for (std::size_t i = 0; i < row.size(); ++i) out += paper_html_cell(row[i], i == 0);
        out += "</tr>\n";
    }
    return out + "</tbody></table></div>\n";
}

}  // namespace

std::string to_html(Paper const& paper) {
    std::string body = "<section class=\"wide paper\" id=\"paper\">\n", heading;
    bool in_list = false;
    for (auto const& block : paper.blocks) {
        bool const item = block.kind == Block::Kind::item;
        if (item != in_list) body += item ? "<ul>\n" : "</ul>\n";
        in_list = item;
        auto const words = paper_html_words(block.line);
        if (block.kind == Block::Kind::heading) {
            heading = block.line.front().text;
            body += "<h2>" + words + "</h2>\n";
        } else if (block.kind == Block::Kind::table) {
            body += paper_html_table(block.table, heading);
        } else {
            body += (item ? "<li>" : "<p>") + words + (item ? "</li>\n" : "</p>\n");
        }
    }
    if (in_list) body += "</ul>\n";
    PageFrame frame;
    frame.title = frame.heading = paper.title;
    frame.under = paper.subtitle;
    frame.skip_to = "paper";
    frame.skip_words = "Skip to the text";
    frame.style = paper_style;
    frame.generator = schema_version;
    return html_page(frame, body + "</section>\n");
}

}  // namespace lacuna::report
