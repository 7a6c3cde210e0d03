#include <numeric>

#include "report/docx_file.hpp"
#include "report/docx_parts.hpp"
#include "report/paper/paper.hpp"

namespace lacuna::report {
namespace {

[[nodiscard]] std::string paper_docx_runs(Line const& line) {
    std::string out;
    for (auto const& words : line)
        out +=
            docx::run(words.text, {words.look == Words::Look::bold, false, words.look == Words::Look::soft});
    return out;
}

[[nodiscard]] std::string paper_docx_cell(PaperCell const& cell, unsigned width) {
    std::string paragraphs;
    for (auto const& line : cell.lines) paragraphs += docx::paragraph(paper_docx_runs(line));
    return docx::cell(paragraphs, width, cell.verdict.empty() ? "" : docx::fill_of(cell.verdict));
}

[[nodiscard]] std::string paper_docx_table(PaperTable const& table) {
    auto const all = std::accumulate(table.columns.begin(), table.columns.end(), 0U,
                                     [](unsigned sum, auto const& column) { return sum + column.width; });
    std::vector<unsigned> widths;
    std::string head, rows;
    for (auto const& column : table.columns) {
        widths.push_back(docx::page_width * column.width / all);
        head += docx::cell(docx::paragraph(docx::run(column.title, {true})), widths.back(), "F4F3EF");
    }
    for (auto const& row : table.rows) {
        std::string cells;
        for (std::size_t i = 0; i < row.size(); ++i) cells += paper_docx_cell(row[i], widths[i]);
        rows += docx::row(cells);
    }
    return docx::table(docx::row(head, true) + rows, widths);
}

[[nodiscard]] std::string paper_docx_block(Block const& block, bool before_table) {
    switch (block.kind) {
        case Block::Kind::heading:
            return docx::paragraph(paper_docx_runs(block.line), "Heading1");
        case Block::Kind::paragraph:
            return docx::paragraph(paper_docx_runs(block.line), "BodyText",
                                   before_table ? "<w:keepNext/>" : "");
        case Block::Kind::item:
            return docx::paragraph(docx::run("•  ") + paper_docx_runs(block.line), "Compact",
                                   R"(<w:ind w:left="240" w:hanging="240"/>)");
        case Block::Kind::table:
            return paper_docx_table(block.table);
    }
    return {};
}

}  // namespace

Written to_docx(Paper const& paper) {
    std::string body;
    for (std::size_t i = 0; i < paper.blocks.size(); ++i) {
        bool const before_table =
            i + 1 < paper.blocks.size() && paper.blocks[i + 1].kind == Block::Kind::table;
        body += paper_docx_block(paper.blocks[i], before_table);
    }
    return docx_file(paper.title, paper.subtitle, body);
}

}  // namespace lacuna::report
