#include "report/paper/paper.hpp"

#include <fmt/format.h>

#include "report/phrases.hpp"

namespace lacuna::report {

void Paper::heading(std::string text) {
    blocks.push_back({Block::Kind::heading, {{std::move(text)}}, {}});
}
void Paper::paragraph(std::string text, Words::Look look) {
    blocks.push_back({Block::Kind::paragraph, {{std::move(text), look}}, {}});
}
void Paper::item(std::string text) {
    blocks.push_back({Block::Kind::item, {{std::move(text)}}, {}});
}
void Paper::table(PaperTable table) {
    blocks.push_back({Block::Kind::table, {}, std::move(table)});
}

PaperCell text_cell(std::string text, Words::Look look) {
    return {{{{std::move(text), look}}}};
}

PaperCell verdict_cell(std::string text, std::string verdict) {
    return {{{{std::move(text), Words::Look::bold}}}, std::move(verdict)};
}

PaperCell lines_cell(std::vector<std::string> const& texts) {
    PaperCell made;
    for (auto const& text : texts) made.lines.push_back({{text}});
    return made;
}

std::vector<std::string> const& paper_formats() {
    static std::vector<std::string> const names{"docx", "html", "markdown"};
    return names;
}

Written write(Paper const& paper, std::string_view format) {
    if (format == "docx") return to_docx(paper);
    if (format == "html") return {to_html(paper), "", ""};
    if (format == "markdown") return {to_markdown(paper), "", ""};
    return {"", fmt::format("a short document is not written as {}", format),
            fmt::format("its formats: {}", joined(paper_formats()))};
}

}  // namespace lacuna::report
