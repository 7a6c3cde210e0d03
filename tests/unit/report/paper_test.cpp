// Short documents: what they say is the same in every format, and words stay words.
#include "report/paper/paper.hpp"

#include <catch2/catch.hpp>

using namespace lacuna::report;

namespace {

Paper hostile() {
    Paper paper{"Law of <b> & |pipes|", "1. cite", {}};
    paper.heading("# One");
    paper.paragraph("Words *as* words", Words::Look::bold);
    paper.item("- first");
    paper.item("second");
    paper.table(
        {{{"Article", 2}, {"What", 1}},
         {{text_cell("7 | 8"), verdict_cell("0/1", "gap")}, {text_cell("9"), lines_cell({"a", "<i>b"})}}});
    return paper;
}

}  // namespace

TEST_CASE("a paper as Markdown: nothing in its words is markup") {
    CHECK(to_markdown(hostile()) ==
          "# Law of &lt;b&gt; &amp; \\|pipes\\|\n\n1\\. cite\n\n## \\# One\n\n**Words \\*as\\* words**\n\n"
          "- \\- first\n- second\n\n| Article | What |\n| --- | --- |\n| 7 \\| 8 | **0/1** |\n"
          "| 9 | a<br>&lt;i&gt;b |\n");
}

TEST_CASE("a paper as a page: escaped, one list for items side by side, a verdict by its colour") {
    auto const page = to_html(hostile());
    CHECK(page.find("<ul>\n<li>- first</li>\n<li>second</li>\n</ul>") != std::string::npos);
    CHECK(page.find(R"(<td class="verdict v-gap"><b>0/1</b></td>)") != std::string::npos);
    CHECK(page.find("<p>&lt;i&gt;b</p>") != std::string::npos);
    CHECK(page.find("<i>") == std::string::npos);
}

TEST_CASE("a paper is not written in a format that it does not have") {
    auto const written = write(hostile(), "xlsx");
    CHECK_FALSE(written.ok());
    CHECK(written.help == "its formats: docx, html, markdown");
}
