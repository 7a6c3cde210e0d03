#include "base/render.hpp"

#include <catch2/catch.hpp>

using namespace lacuna;

TEST_CASE("the caret stands under the right character after tabs and wide characters") {
    SourceMap sources;
    auto const id = sources.add("law.lac", "first\n\t漢字 wrod here\n");
    auto diagnostic =
        diagnose(Code::rule_unknown_name, {id, 14, 18}, "'wrod' is not declared", "did you mean 'word'?");
    diagnostic.label = "not declared";
    CHECK(render(diagnostic, sources) ==
          "law.lac:2:5: error[R003]: 'wrod' is not declared\n"
          " 2 |     漢字 wrod here\n"
          "   |          ^^^^ not declared\n"
          "  = help: did you mean 'word'?\n");
}

TEST_CASE("control characters of a file do not reach the terminal") {
    SourceMap sources;
    auto const id = sources.add("a", "\x1b[31mred");
    auto const text = render(diagnose(Code::rule_syntax, {id, 0, 1}, "bad \x1b[0m text"), sources);
    CHECK(text.find('\x1b') == std::string::npos);
}

TEST_CASE("diagnostics are sorted by place and none is shown twice") {
    Diagnostics all;
    all.add(diagnose(Code::rule_syntax, {SourceId(0), 9, 10}, "later"));
    all.add(diagnose(Code::rule_syntax, {SourceId(0), 1, 2}, "earlier"));
    all.add(diagnose(Code::rule_syntax, {SourceId(0), 9, 10}, "later"));
    auto const sorted = all.sorted();
    REQUIRE(sorted.size() == 2);
    CHECK(sorted[0].message == "earlier");
}
