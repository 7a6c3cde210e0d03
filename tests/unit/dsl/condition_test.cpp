// Parentheses group; they take nothing away from what stands between them.
#include <catch2/catch.hpp>

#include "base/render.hpp"
#include "dsl/parse.hpp"

using namespace lacuna;
using Kind = dsl::Condition::Kind;

namespace {

dsl::Condition condition(std::string const& text) {
    SourceMap sources;
    auto const id = sources.add(
        "rules.lac", "kind k {\n  elements deed\n}\nmeasure m : k \"m\" {\n  deed = " + text + "\n}\n");
    Diagnostics diagnostics;
    auto const file = dsl::parse(sources.at(id), id, diagnostics);
    INFO(render(diagnostics.sorted(), sources));
    REQUIRE(file.measures.size() == 1);
    REQUIRE(file.measures[0].elements.size() == 1);
    return file.measures[0].elements[0].condition;
}

}  // namespace

TEST_CASE("a scope in parentheses stays") {
    auto const alone = condition("(water in passage)");
    CHECK(alone.kind == Kind::scoped);
    CHECK(alone.scopes == std::vector{dsl::Scope::passage});

    auto const negated = condition("not (water in act)");
    REQUIRE(negated.kind == Kind::negation);
    CHECK(negated.children[0].kind == Kind::scoped);
    CHECK(negated.children[0].scopes == std::vector{dsl::Scope::act});

    auto const both = condition("fire and (water in section)");
    REQUIRE(both.kind == Kind::all);
    CHECK(both.children[1].kind == Kind::scoped);
}

TEST_CASE("a negation in parentheses stays") {
    CHECK(condition("(not water)").kind == Kind::negation);
    CHECK(condition("((not (water)))").kind == Kind::negation);
}

TEST_CASE("parentheses around one name add nothing") {
    CHECK(condition("((water))").kind == Kind::name);
}
