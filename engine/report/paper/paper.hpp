// A short document for paper: headings, paragraphs, lists and tables. A brief, a comparison and a matrix are
// put together as one of these, and written as Word, Markdown or a page of their own by functions that know
// nothing of what it says.
#pragma once

#include <string>
#include <vector>

#include "report/formats.hpp"

namespace lacuna::report {

struct Words {  // a stretch of one look
    enum class Look : std::uint8_t { plain, bold, soft };
    std::string text;
    Look look = Look::plain;
};
using Line = std::vector<Words>;

struct PaperCell {
    std::vector<Line> lines;
    std::string verdict{};  // whose colour it has; empty: none
};
struct PaperTable {
    struct Column {
        std::string title;
        unsigned width = 1;  // its share of the page
    };
    std::vector<Column> columns;
    std::vector<std::vector<PaperCell>> rows;
};

struct Block {
    enum class Kind : std::uint8_t { heading, paragraph, item, table };
    Kind kind = Kind::paragraph;
    Line line;  // all but tables
    PaperTable table;
};

struct Paper {
    std::string title, subtitle;
    std::vector<Block> blocks;

    void heading(std::string text);
    void paragraph(std::string text, Words::Look look = Words::Look::plain);
    void item(std::string text);
    void table(PaperTable table);
};

[[nodiscard]] PaperCell text_cell(std::string text, Words::Look look = Words::Look::plain);
// A word in the colour of a verdict.
[[nodiscard]] PaperCell verdict_cell(std::string text, std::string verdict);
// One line for each text.
[[nodiscard]] PaperCell lines_cell(std::vector<std::string> const& texts);

// The formats that a paper has: docx, html, markdown.
[[nodiscard]] std::vector<std::string> const& paper_formats();
[[nodiscard]] Written write(Paper const& paper, std::string_view format);
[[nodiscard]] std::string to_markdown(Paper const& paper);
[[nodiscard]] std::string to_html(Paper const& paper);
[[nodiscard]] Written to_docx(Paper const& paper);

}  // namespace lacuna::report
