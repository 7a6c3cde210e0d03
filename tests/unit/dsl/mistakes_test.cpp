// What people write who come to the rule language from elsewhere. Each line of mistakes.txt changes right.lac
// in one place: a title, what stands there, what is written instead, with tabs between. One mistake is one
// error; mistakes.out shows each as an author sees it.
#include <catch2/catch.hpp>
#include <regex>
#include <set>
#include <sstream>

#include "base/render.hpp"
#include "dsl/check.hpp"
#include "dsl/keywords.hpp"
#include "dsl/parse.hpp"
#include "support/golden.hpp"

using namespace lacuna;

namespace {

std::string unescaped(std::string text) {
    for (auto const& [written, is] : {std::pair{"\\n", "\n"}, {"\\_", "\xC2\xA0"}})
        for (std::size_t at = 0; (at = text.find(written, at)) != std::string::npos;) text.replace(at, 2, is);
    return text;
}

std::vector<std::string> columns(std::string const& line) {
    std::vector<std::string> fields;
    std::istringstream in(line);
    for (std::string field; std::getline(in, field, '\t');) fields.push_back(unescaped(field));
    return fields;
}

std::vector<Diagnostic> errors_of(std::string const& text, SourceMap& sources) {
    auto const id = sources.add("r.lac", text);
    Diagnostics found;
    dsl::Pack pack;
    pack.files.push_back(dsl::parse(sources.at(id), id, found));
    dsl::check(pack, found);
    return found.sorted();
}

}  // namespace

TEST_CASE("one mistake is one error, with its place and what to write") {
    auto const folder = test::golden_root() / "dsl/mistakes";
    auto const right = test::slurp(folder / "right.lac");
    SourceMap untouched;
    CHECK(errors_of(right, untouched).empty());
    std::istringstream lines(test::slurp(folder / "mistakes.txt"));
    std::string shown;
    for (std::string line; std::getline(lines, line);) {
        auto const fields = columns(line);
        INFO(line);
        REQUIRE(fields.size() >= 2);
        auto const at = right.find(fields[1]);
        REQUIRE(at != std::string::npos);
        auto text = right;
        text.replace(at, fields[1].size(), fields.size() > 2 ? fields[2] : "");
        SourceMap sources;
        auto const found = errors_of(text, sources);
        INFO(render(found, sources));
        CHECK(found.size() == 1);
        if (found.size() == 1) CHECK(found.front().help != "");
        shown += "## " + fields[0] + "\n" + render(found, sources);
    }
    test::check_golden(folder / "mistakes.out", shown);
}

TEST_CASE("what is declared twice is one error for each declaration, not for each of its parts") {
    auto const right = test::slurp(test::golden_root() / "dsl/mistakes/right.lac");
    SourceMap sources;
    auto const found = errors_of(right + right, sources);
    INFO(render(found, sources));
    CHECK(found.size() == 9);  // five concepts, the quantity, the kind, the measure, the instrument
    for (auto const& one : found) CHECK(one.code == Code::rule_duplicate);
    auto const kind = errors_of("kind offence { elements other }\n" + right, sources);
    CHECK(kind.size() == 1);
}

TEST_CASE("the concepts that the program asks for are those that the linter knows to be in use") {
    auto const root = std::filesystem::path(LACUNA_SOURCE_DIR);
    auto const compiler = test::slurp(root / "engine/program/compile.cpp");
    auto const page = test::slurp(root / "docs/language.md");
    std::set<std::string> asked, known(dsl::known_concepts().begin(), dsl::known_concepts().end());
    std::regex const find(R"re(find\("([a-z-]+)"\))re");
    for (std::sregex_iterator it(compiler.begin(), compiler.end(), find), end; it != end; ++it)
        asked.insert((*it)[1]);
    CHECK(asked == known);
    for (auto const& name : known) CHECK(page.find("`" + name + "`") != std::string::npos);
}
