// What the grammar notes of a pattern that is texts and nothing else, and what the checks make of it.
#include <catch2/catch.hpp>

#include "base/render.hpp"
#include "dsl/check.hpp"
#include "dsl/parse.hpp"

using namespace lacuna;

namespace {

dsl::Pattern pattern(std::string const& text) {
    SourceMap sources;
    auto const id = sources.add("r.lac", "lexicon en\nconcept a { " + text + " }\n");
    Diagnostics found;
    auto const file = dsl::parse(sources.at(id), id, found);
    INFO(render(found.sorted(), sources));
    REQUIRE(file.concepts.size() == 1);
    return file.concepts[0].pattern;
}

std::string errors(std::string const& text, unsigned threads) {
    SourceMap sources;
    auto const id = sources.add("r.lac", text);
    Diagnostics found;
    dsl::Pack pack;
    pack.files.push_back(dsl::parse(sources.at(id), id, found));
    dsl::check(pack, found, threads);
    return render(found.sorted(), sources);
}

}  // namespace

TEST_CASE("texts beside and behind each other are plain") {
    for (auto const* text : {R"("x")", "'x'", R"(("x"))", R"("x" | 'y')", R"("x" "y"? | ("z" | "w") 'v')",
                             R"("x" ..0 "y")", R"(("x" "y")?)"}) {
        INFO(text);
        CHECK(pattern(text).plain);
    }
}

TEST_CASE("a name, a value or a gap, however deep, makes what holds it no longer plain") {
    for (auto const* text : {"b", "number", R"("x" | b)", R"("x" ..3 "y")", R"("x" ("y" | ("z" | date)))",
                             R"("x" as y)", R"(("x" | "y") as z)", R"("w" | (("x" as y) "z"))"}) {
        INFO(text);
        CHECK_FALSE(pattern(text).plain);
    }
    auto const mixed = pattern(R"(("x" | "y") ..3 ("z" | b))");
    REQUIRE(mixed.children.size() == 2);
    CHECK(mixed.children[0].plain);
    CHECK_FALSE(mixed.children[1].plain);
}

TEST_CASE("the same mistakes are told on one thread and on several") {
    auto const* const rules = R"(
lexicon en
concept a { "x" ("y" | b) } concept a { "-" | c }
concept d { "x"? } concept e { "x" but not "x" }
concept f { "long" ..99 "way" } concept f2 { f3 } concept f3 { f2 }
kind k { elements deed } kind k { elements deed }
measure m : k "M" { deed = g near a needs dead }
measure n : l "N" { deed = measure(n) needs deed }
)";
    auto const alone = errors(rules, 1);
    CHECK(alone.find("declared twice in the lexicon en") != std::string::npos);
    for (int run = 0; run < 20; ++run) CHECK(errors(rules, 4) == alone);
}
