// Which words of a table stand in one row.
#include <catch2/catch.hpp>

#include "akn/read.hpp"

using namespace lacuna;

namespace {

// The blocks of a section, each with the row that it stands in; rows are counted from 1 on.
std::string rows(std::string const& content) {
    SourceMap sources;
    Diagnostics diagnostics;
    auto const id = sources.add(
        "act.xml",
        R"(<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><body>
<section eId="sec_1"><num>1.</num><content>)" +
            content + "</content></section></body></act></akomaNtoso>");
    auto const document = akn::read_document(sources.at(id), id, diagnostics);
    REQUIRE(document);
    CHECK(document->account.balances());
    std::string text;
    for (auto const& block : document->blocks)
        if (akn::is_norm(block.role))
            text += std::to_string(block.row) + " " + std::string(document->text_of(block)) + "\n";
    return text;
}

}  // namespace

TEST_CASE("the cells of a row stand together") {
    CHECK(
        rows(
            "<p>These:</p><table><tr><th>Act</th><th>Fine</th></tr><tr><td><p>opening</p></td><td>5</td></tr>"
            "</table><p>End.</p>") == "0 These:\n1 Act\n1 Fine\n2 opening\n2 5\n0 End.\n");
    CHECK(rows("<table><tbody><tr><td>a</td></tr></tbody></table><table><tr><td>b</td></tr></table>") ==
          "1 a\n2 b\n");
}

TEST_CASE("a cell of several paragraphs stands alone") {
    CHECK(rows("<table><tr><td>one</td><td><p>Two.</p><p>Three.</p></td><td>four</td></tr></table>") ==
          "1 one\n2 Two.\n2 Three.\n3 four\n");
}

TEST_CASE("points in a table keep their rows") {
    CHECK(rows("<table><tr><td>(a) opening; (b) hiding;</td></tr><tr><td>(c) burning.</td></tr></table>") ==
          "1 opening;\n1 hiding;\n2 burning.\n");
}
