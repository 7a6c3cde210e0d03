#include <fmt/format.h>

#include "report/markdown_words.hpp"
#include "report/paper/paper.hpp"

namespace lacuna::report {
namespace {

[[nodiscard]] std::string markdown_line(Line const& line) {
    std::string out;
    for (auto const& words : line)
        out += words.look == Words::Look::bold ? markdown::bold(words.text) : markdown::plain(words.text);
    return out;
}

[[nodiscard]] std::string markdown_row(std::vector<PaperCell> const& row) {
    std::string out = "|";
    for (auto const& cell : row) {
        std::string words;
        for (auto const& line : cell.lines) words += (words.empty() ? "" : "<br>") + markdown_line(line);
        out += ' ' + words + " |";
    }
    return out + '\n';
}

[[nodiscard]] std::string markdown_table(PaperTable const& table) {
    std::string head = "|", rule = "|";
    for (auto const& column : table.columns) {
        head += ' ' + markdown::plain(column.title) + " |";
        rule += " --- |";
    }
    auto out = head + '\n' + rule + '\n';
    for (auto const& row : table.rows) out += markdown_row(row);
    return out;
}

}  // namespace

std::string to_markdown(Paper const& paper) {
    auto out = "# " + markdown::plain(paper.title) + '\n';
    if (!paper.subtitle.empty()) out += '\n' + markdown::plain(paper.subtitle) + '\n';
    bool in_list = false;
    for (auto const& block : paper.blocks) {
        bool const item = block.kind == Block::Kind::item;
        if (!item || !in_list) out += '\n';
        in_list = item;
        if (block.kind == Block::Kind::table)
            out += markdown_table(block.table);
        else
            out += (block.kind == Block::Kind::heading ? "## "
                    : item                             ? "- "
                                                       : "") +
                   markdown_line(block.line) + '\n';
    }
    return out;
}

}  // namespace lacuna::report
