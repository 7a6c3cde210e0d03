// What the author's tools say to somebody who begins: which folder they read, what they will not write to,
// and where a name that is missing stands.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <regex>
#include <set>
#include <sstream>

#include "run_lacuna.hpp"
#include "support/golden.hpp"

using namespace lacuna;
namespace fs = std::filesystem;

namespace {

fs::path fresh(std::string const& name) {
    auto const folder = fs::path(LACUNA_BINARY_DIR) / "author_help_test" / name;
    fs::remove_all(folder);
    fs::create_directories(folder);
    return folder;
}

std::string write(fs::path const& path, std::string const& text) {
    fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
    return path.string();
}

// Runs in a folder, and comes back.
test::Ran run_in(fs::path const& folder, std::vector<std::string> const& arguments) {
    auto const before = fs::current_path();
    fs::current_path(folder);
    auto const ran = test::run_lacuna(arguments);
    fs::current_path(before);
    return ran;
}

bool has(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

constexpr auto prison =
    "lexicon en\nquantity duration { \"year\" = 1 year }\n"
    "concept prison { \"imprison*\" ..8 duration as term }\n";
constexpr auto entry =
    "kind offence { elements conduct, sanction }\n"
    "measure entry : offence \"Entry\" { conduct = prison sanction = term >= 1 year\n"
    "needs conduct }\n";

}  // namespace

TEST_CASE("without a PATH the tools say which folder they read") {
    auto const folder = fresh("folder");
    (void)write(folder / "rules/a.lac", prison);
    auto const check = run_in(folder, {"rules", "check"});
    INFO(check.out << check.err);
    CHECK(has(check.out, "1 file in rules is right: 1 concept, 0 measures"));
    CHECK(has(run_in(folder, {"rules", "test"}).out, "0 known misses in rules\n"));
    CHECK(has(run_in(folder, {"rules", "check", "rules"}).out, "1 file is right"));
}

TEST_CASE("the rules that came with the program are not written unasked") {
    auto const folder = fresh("unasked");
    for (auto const& command : std::vector<std::vector<std::string>>{{"fmt"}, {"lint", "--fix"}}) {
        auto arguments = command;
        arguments.insert(arguments.begin(), "rules");
        auto const ran = run_in(folder, arguments);
        INFO(ran.out << ran.err);
        CHECK(ran.code == 2);
        CHECK(has(ran.err, "no PATH was named"));
        CHECK(has(ran.err, "help: name the files or the folder to write"));
    }
}

TEST_CASE("new takes the kind of the rules in this folder") {
    auto const folder = fresh("new");
    (void)write(folder / "letters.lac", std::string(prison) + "kind duty { elements who, what }\n");
    auto const ran = run_in(folder, {"rules", "new", "hiding"});
    INFO(ran.err);
    CHECK(ran.code == 0);
    CHECK(has(test::slurp(folder / "hiding.lac"), "measure hiding : duty"));
    CHECK(run_in(folder, {"rules", "check", "."}).code == 0);
    auto const wrong = run_in(folder, {"rules", "new", "3abc"});
    CHECK(has(wrong.err, "a name begins with a letter"));
}

TEST_CASE(
    "a value that another file of the pack binds is found there, a concept of its name is not taken for it") {
    auto const folder = fresh("values");
    auto const measures = write(folder / "pack/measures/m.lac", entry);
    (void)write(folder / "pack/lexicon/en/a.lac", "lexicon en\nconcept term { \"term\" }\n");
    auto const without = test::run_lacuna({"rules", "check", measures});
    INFO(without.err);
    CHECK_FALSE(has(without.err, "a.lac declares it"));
    (void)write(folder / "pack/lexicon/en/b.lac", prison);
    auto const with = test::run_lacuna({"rules", "check", measures});
    INFO(with.err);
    CHECK(with.code == 0);
    CHECK(has(with.out, "1 file (read with the rest of " + (folder / "pack").string() + ") is right"));
}

TEST_CASE("a folder with two packs side by side is no pack") {
    auto const folder = fresh("two-packs");
    (void)write(folder / "one/a.lac", prison);
    (void)write(folder / "two/a.lac", prison);
    auto const measures = write(folder / "three/m.lac", entry);
    auto const ran = test::run_lacuna({"rules", "check", measures});
    INFO(ran.err);
    CHECK(ran.code == 2);
    CHECK_FALSE(has(ran.err, "declares it"));
}

TEST_CASE("a file elsewhere that uses names of the rules is told to be read with them") {
    auto const folder = fresh("default"), other = fresh("mine");
    (void)write(folder / "rules/a.lac", prison);
    auto const measures = write(other / "m.lac", entry);
    auto const ran = run_in(folder, {"rules", "check", measures});
    INFO(ran.err);
    CHECK(ran.code == 2);
    CHECK(has(ran.err, "both are read together with `lacuna rules check " + measures + " --rules rules`"));
}

TEST_CASE("a file of rules is no law, and what to do with it is said") {
    auto const file = write(fresh("law") / "m.lac", entry);
    auto const rules = (std::filesystem::path(LACUNA_SOURCE_DIR) / "rules").string();
    auto const ran = test::run_lacuna({"check", file, "--against", "uncc", "--rules", rules});
    INFO(ran.err);
    CHECK(ran.code == 2);
    CHECK(has(ran.err, "is a file of rules, and law is wanted here"));
    CHECK(has(ran.err, "`lacuna rules check " + file + "`"));
}

TEST_CASE("a test that is not there has a did-you-mean") {
    auto const folder = fresh("only");
    auto const pack =
        write(folder / "a.lac", std::string(prison) + "test prison in en { no \"He left.\" }\n");
    CHECK(has(test::run_lacuna({"rules", "test", pack, "--only", "prisn"}).err, "did you mean 'prison'?"));
}

TEST_CASE("words that only stand in the name of an act are told where a test or explain misses them") {
    auto const folder = fresh("names");
    auto const sentence = "A direction is issued as the Interception of Communications Act provides.";
    auto const rules =
        write(folder / "r.lac",
              std::string("lexicon en\nconcept act-name-word { 'act' }\nconcept name-joiner { 'of' }\n"
                          "concept name-opener { 'the' }\n"
                          "concept intercept { \"interception\" ..3 \"communication\" }\n"
                          "concept direct { \"direction\" }\nkind power { elements conduct, authority }\n"
                          "measure alone : power \"Alone\" { conduct = intercept needs conduct }\n"
                          "measure both : power \"Both\" { conduct = intercept authority = direct\n"
                          "needs conduct and authority }\n") +
                  "test intercept in en { yes \"" + sentence + "\" }\ntest alone in en { yes \"" + sentence +
                  "\" }\ntest both in en { yes \"" + sentence + "\" }\n");
    auto const told =
        "“Interception of Communications” stands in the name of an act, which counts for nothing";
    for (auto const* name : {"intercept", "alone", "both"}) {
        auto const ran = test::run_lacuna({"rules", "test", rules, "--only", name});
        INFO(ran.out << ran.err);
        CHECK(ran.code == 1);
        CHECK(has(ran.out, told));
    }
}

TEST_CASE("list names what the rules declare") {
    auto const folder = fresh("list");
    auto const pack = write(folder / "a.lac", std::string(prison) + entry);
    auto const all = test::run_lacuna({"rules", "list", pack});
    INFO(all.out << all.err);
    CHECK(all.out ==
          "kinds\n  offence  conduct, sanction\nmeasures\n  entry  Entry\nconcepts\n  prison  en\n");
    CHECK(test::run_lacuna({"rules", "list", "--rules", pack, "--only", "measures", "--name", "e*"}).out ==
          "measures\n  entry  Entry\n");
}

TEST_CASE("doc names the pages that an earlier run left") {
    auto const folder = fresh("doc");
    auto const pages = (folder / "pages").string();
    auto const pack = write(folder / "a.lac", std::string(prison) + entry);
    REQUIRE(test::run_lacuna({"rules", "doc", pack, "-o", pages}).code == 0);
    (void)write(folder / "a.lac", prison);
    auto const ran = test::run_lacuna({"rules", "doc", pack, "-o", pages});
    CHECK(has(ran.out, "left by an earlier run, and true no longer: " + pages + "/measures/entry.md"));
}

TEST_CASE("a lexicon of a language that no text can be read in is an error") {
    auto const folder = fresh("language");
    auto const ran =
        test::run_lacuna({"rules", "check", write(folder / "a.lac", "lexicon zz\nconcept a { \"a\" }\n")});
    CHECK(has(ran.err, "a.lac:1:9: error[R020]: no text in the language 'zz' can be read"));
}

TEST_CASE("explain refuses a form that it does not have") {
    auto const ran = test::run_lacuna({"explain", "-", "--measure", "x", "--format", "json"});
    CHECK(ran.code == 2);
    CHECK(has(ran.err, "--measure is explained as text only"));
}

TEST_CASE("the language page names the kinds of law that the bundled rules ask for") {
    auto const page = test::slurp(fs::path(LACUNA_SOURCE_DIR) / "docs/language.md");
    std::set<std::string> kinds;
    std::regex const asks(R"(\basks (?:kind )?([a-z-]+)\b(?! a\b| for\b| of\b| that\b))");
    for (auto const& entry :
         fs::recursive_directory_iterator(fs::path(LACUNA_SOURCE_DIR) / "rules/instruments")) {
        auto const text = test::slurp(entry.path());
        std::istringstream lines(text);
        for (std::string line; std::getline(lines, line);) {
            std::smatch found;
            auto const quote = line.find('"');
            if (std::regex_search(line, found, asks) &&
                (quote == std::string::npos || static_cast<std::size_t>(found.position()) < quote ||
                 line.rfind('"') < static_cast<std::size_t>(found.position())))
                kinds.insert(found[1]);
        }
    }
    CHECK_FALSE(kinds.empty());
    for (auto const& kind : kinds) {
        INFO(kind);
        CHECK(has(page, "`" + kind + "`"));
    }
}

TEST_CASE("an obligation that is looked for in no words of the text's language says so of the text") {
    auto const folder = fresh("text");
    auto const pack = write(folder / "r.lac", R"(lexicon en
concept a { "apple" }
lexicon fr
concept b { "pomme" }
kind k { elements conduct }
measure m : k "M" { conduct = b needs conduct }
instrument i "I" { article 7 "S" { obligation 7.1 shall "One" met by m with conduct verified memory } }
)");
    std::istringstream in("Nobody eats it.");
    auto* const before = std::cin.rdbuf(in.rdbuf());
    auto const ran =
        test::run_lacuna({"explain", "-", "--obligation", "i/7.1", "--lang", "en", "--rules", pack});
    std::cin.rdbuf(before);
    INFO(ran.out << ran.err);
    CHECK(has(ran.out, "not looked for in the text: the rules have no words"));
}

TEST_CASE("who asks for all of some measures is told how it is written") {
    auto const folder = fresh("all-of");
    auto const pack = write(folder / "r.lac", R"(lexicon en
concept a { "apple" }
kind k { elements conduct }
measure m : k "M" { conduct = a needs conduct }
instrument i "I" { article 7 "S" { obligation 7.1 shall "One" met by all of (m, m) verified memory } }
)");
    CHECK(has(test::run_lacuna({"rules", "check", pack}).err, "help: write: each of (a, b)"));
}

TEST_CASE("the examples of a page keep their headings and numbers on their own lines") {
    auto const folder = fresh("doc-lines");
    auto const pack = write(folder / "r.lac", R"(lexicon en
concept a { "apple" }
kind k { elements conduct }
measure m : k "M" { conduct = a needs conduct }
test m in en {
  yes "# Household waste
       Whoever takes
       an apple within
       30 days
       (a) eats it.
       Article 2. That is all."
  no  "A pear."
}
)");
    auto const pages = (folder / "pages").string();
    REQUIRE(test::run_lacuna({"rules", "doc", pack, "-o", pages}).code == 0);
    auto const page = test::slurp(fs::path(pages) / "measures/m.md");
    INFO(page);
    CHECK(has(page,
              "> # Household waste\n>\n> Whoever takes an apple within 30 days\n>\n> (a) eats it.\n>\n"
              "> Article 2. That is all.\n"));
}
