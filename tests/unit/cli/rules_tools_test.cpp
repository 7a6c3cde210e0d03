// The rule author's tools, from arguments to files.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "run_lacuna.hpp"
#include "support/golden.hpp"

using namespace lacuna;
namespace fs = std::filesystem;

namespace {

class Folder {
  public:
    explicit Folder(std::string const& name) : path_(fs::path(LACUNA_BINARY_DIR) / "tools_test" / name) {
        fs::remove_all(path_);
        fs::create_directories(path_);
    }
    std::string write(std::string const& name, std::string const& text) const {
        fs::create_directories((path_ / name).parent_path());
        std::ofstream(path_ / name) << text;
        return (path_ / name).string();
    }
    std::string at(std::string const& name) const { return (path_ / name).string(); }

  private:
    fs::path path_;
};

constexpr auto rules = R"(lexicon en
concept letter { "letter" | "postal" "packet" | "parchment" }
concept opened { "opened" }
kind offence { elements conduct, object }
measure opening : offence "Opening letters" {
  conduct = opened
  object  = letter
  option sealed = "sealed"
  needs conduct and object
}
measure burning : offence "Burning letters" { conduct = "burnt" needs conduct }
instrument post "Convention on Letters" {
  article 1 "Letters" {
    obligation 1.1 shall "Punish opening" met by opening
    obligation 1.2 shall "Punish burning" met by burning
    obligation 1.3 shall "Punish hiding"
  }
}
test opening in en {
  yes "Whoever opened a letter."
  no  "The post is open."
}
)";

std::string act(std::string const& text) {
    return R"(<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta>
<identification source="#s"><FRBRWork><FRBRthis value="/akn/xa/act/1"/><FRBRuri value="/akn/xa/act/1"/>
<FRBRdate date="2020-01-01" name=""/><FRBRauthor href="#s"/><FRBRcountry value="xa"/></FRBRWork>
<FRBRExpression><FRBRthis value="/akn/xa/act/1/eng"/><FRBRuri value="/akn/xa/act/1/eng"/>
<FRBRdate date="2020-01-01" name=""/><FRBRauthor href="#s"/><FRBRlanguage language="eng"/></FRBRExpression>
<FRBRManifestation><FRBRthis value="/x"/><FRBRuri value="/x"/><FRBRdate date="2020-01-01" name=""/>
<FRBRauthor href="#s"/></FRBRManifestation></identification></meta><body><section eId="sec_1"><num>1</num>
<content><p>)" +
           text + "</p></content></section></body></act></akomaNtoso>\n";
}

bool has(std::string const& text, std::string const& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("coverage tells what no test exercises, and why") {
    Folder const folder("coverage");
    auto const ran = test::run_lacuna({"rules", "coverage", folder.write("r.lac", rules)});
    INFO(ran.out << ran.err);
    CHECK(ran.code == 0);
    CHECK(has(ran.out, "concepts: 2 of 2"));
    CHECK(has(ran.out, "branches of concepts: 1 of 3"));
    CHECK(has(ran.out, R"(letter: "parchment": none of its phrases occurs)"));
    CHECK(has(ran.out, "measures: 1 of 2"));
    CHECK(has(ran.out, "burning: no section holds words of all that it needs"));
    CHECK(has(ran.out, "options: 0 of 1"));
    CHECK(has(ran.out, "post 1.2: its measures were never found"));
    CHECK(has(ran.out, "post 1.3: no measure meets it"));
}

TEST_CASE("coverage by country lists what one country alone exercises") {
    Folder const folder("by-country");
    auto const pack = folder.write("r.lac", rules);
    (void)folder.write("law/xa/a.xml", act("Whoever opened a letter or a postal packet."));
    (void)folder.write("law/xb/b.xml", act("Whoever opened a letter or burnt it."));
    auto const ran =
        test::run_lacuna({"rules", "coverage", pack, "--corpus", folder.at("law"), "--by-country"});
    INFO(ran.out << ran.err);
    CHECK(ran.code == 0);
    CHECK(ran.out ==
          "# country\tconcept\tplace\tbranch\nxa\tletter\t" + pack + ":2:29\t\"postal\" \"packet\"\n");
    auto const other = test::run_lacuna(
        {"rules", "coverage", pack, "--corpus", folder.at("law"), "--by-country", "--country", "xb"});
    CHECK(other.out == "# country\tconcept\tplace\tbranch\n");
}

TEST_CASE("profile lists concepts and measures with their hits") {
    Folder const folder("profile");
    auto const ran = test::run_lacuna({"rules", "profile", folder.write("r.lac", rules)});
    INFO(ran.out << ran.err);
    CHECK(ran.code == 0);
    CHECK(has(ran.out, "  1  opening\n"));
    CHECK(has(ran.out, "  1  letter\n"));
    CHECK(has(ran.out, "  0  burning\n"));
}

TEST_CASE("doc writes a page for each measure and obligation, with the examples") {
    Folder const folder("doc");
    auto const ran =
        test::run_lacuna({"rules", "doc", folder.write("r.lac", rules), "-o", folder.at("pages")});
    INFO(ran.out << ran.err);
    CHECK(ran.code == 0);
    auto const measure = test::slurp(folder.at("pages/measures/opening.md"));
    CHECK(has(measure, "# Opening letters"));
    CHECK(has(measure, "> Whoever opened a letter."));
    CHECK(has(measure, "[post 1.1](../obligations/post-1.1.md)"));
    auto const obligation = test::slurp(folder.at("pages/obligations/post-1.1.md"));
    CHECK(has(obligation, "# post 1.1: Punish opening"));
    CHECK(has(obligation, "> Whoever opened a letter."));
    CHECK(has(test::slurp(folder.at("pages/obligations/post-1.3.md")), "No measure meets it"));
}

TEST_CASE("doc has an index of concepts, with the measures that name them") {
    Folder const folder("doc-concepts");
    REQUIRE(test::run_lacuna({"rules", "doc", folder.write("r.lac", rules), "-o", folder.at("pages")}).code ==
            0);
    CHECK(has(test::slurp(folder.at("pages/index.md")), "- [letter](concepts.md#letter)"));
    auto const concepts = test::slurp(folder.at("pages/concepts.md"));
    CHECK(has(concepts, R"(- en: `"letter" | "postal" "packet" | "parchment"`)"));
    CHECK(has(concepts, "Measures: [opening](measures/opening.md)"));
}

TEST_CASE("a byte order mark is no part of a rule file") {
    Folder const folder("mark");
    auto const right =
        test::run_lacuna({"rules", "check", folder.write("r.lac", "\xEF\xBB\xBF" + std::string(rules))});
    INFO(right.err);
    CHECK(right.code == 0);
    auto const wrong = test::run_lacuna({"rules", "check", folder.write("w.lac", "\xEF\xBB\xBFlexcon en\n")});
    CHECK(has(wrong.err, "w.lac:1:1: error[R002]"));
}

TEST_CASE("a folder without rules is an error") {
    Folder const folder("empty");
    (void)folder.write("read.me", "nothing");
    auto const ran = test::run_lacuna({"rules", "check", folder.at("")});
    CHECK(ran.code == 2);
    CHECK(has(ran.err, "error[F009]: no rule file stands in"));
    CHECK(has(ran.err, "help: rule files end in .lac"));
}

TEST_CASE("a file of a pack is read with the rest of it, and it alone is spoken of") {
    Folder const folder("part");
    (void)folder.write("pack/lexicon/en/a.lac", "lexicon en\nconcept letter { \"letter\" }\n");
    auto const part = folder.write(
        "pack/measures/m.lac",
        "kind k { elements conduct }\nmeasure m : k \"M\" { conduct = letter or lettre needs conduct }\n");
    auto const ran = test::run_lacuna({"rules", "check", part});
    INFO(ran.err);
    CHECK(ran.code == 2);
    CHECK((has(ran.err, "did you mean 'letter'?") && has(ran.err, "1 error")));
    auto const dumped = test::run_lacuna({"dump", "--stage", "program", part});
    CHECK(has(dumped.err, "en/a.lac declares it: a file is read with its pack"));
    CHECK(has(dumped.err, "`lacuna rules check " + folder.at("pack") + "`"));
    (void)folder.write("pack/measures/m.lac",
                       "kind k { elements conduct }\nmeasure m : k \"M\" { conduct = letter needs conduct }\n"
                       "test m in english {\n  yes \"A letter.\"\n}\n");
    (void)folder.write("pack/measures/n.lac",
                       "measure n : k \"N\" { conduct = letter needs conduct }\n"
                       "test n in en {\n  no \"A letter.\"\n}\n");
    auto const english = test::run_lacuna({"rules", "test", part});
    INFO(english.err);
    CHECK(has(english.err, "m.lac:3:11"));
    (void)folder.write("pack/measures/m.lac",
                       "measure m : k \"M\" { conduct = letter needs conduct }\n"
                       "test m in en {\n  yes \"A letter.\"\n}\n");
    (void)folder.write("pack/measures/k.lac", "kind k { elements conduct }\n");
    auto const alone = test::run_lacuna({"rules", "test", part});
    CHECK((alone.code == 0 && has(alone.out, "1 passed, 0 failed, 0 known misses (read with the rest of ")));
    CHECK(test::run_lacuna({"rules", "test", folder.at("pack")}).code == 1);
    // A part of the pack that declares some of the names is not taken for the pack, nor is a draft beside it.
    (void)folder.write("draft.lac", "lexicon en\nconcept lettter { \"letter\" }\n");
    (void)folder.write("pack/measures/m.lac",
                       "measure m : k \"M\" { conduct = letter or lettter needs conduct }\n");
    CHECK(has(test::run_lacuna({"rules", "check", part}).err, "did you mean 'letter'?"));
    // Of two files the pack is a folder that holds both, in whatever order they are named.
    auto const other =
        folder.write("other/m.lac", "measure o : k \"O\" { conduct = letter needs conduct }\n");
    auto const both = test::run_lacuna({"rules", "check", part, other});
    CHECK(has(both.out, "2 files (read with the rest of "));
    CHECK(test::run_lacuna({"rules", "check", other, part}).out == both.out);
    auto const twice = test::run_lacuna({"rules", "check", folder.at("pack/lexicon/../lexicon/en/a.lac"),
                                         "--rules", folder.at("pack/lexicon")});
    INFO(twice.err);
    CHECK(has(twice.out, "1 file (read with the rest of "));
}

TEST_CASE("a corpus that is not there, or holds no act, is an error") {
    Folder const folder("no-corpus");
    auto const pack = folder.write("r.lac", rules);
    (void)folder.write("empty/read.me", "nothing");
    for (auto const* tool : {"coverage", "profile"}) {
        auto const gone = test::run_lacuna({"rules", tool, pack, "--corpus", folder.at("gone")});
        CHECK((gone.code == 2 && has(gone.err, "is not there") && gone.out.empty()));
        auto const empty = test::run_lacuna({"rules", tool, pack, "--corpus", folder.at("empty")});
        CHECK((empty.code == 2 && has(empty.err, "no act could be read in")));
    }
}

TEST_CASE("lint and coverage show what is asked for") {
    Folder const folder("filters");
    auto const pack = folder.write("r.lac", rules);
    auto const lint = [&](std::vector<std::string> more) {
        more.insert(more.begin(), {"rules", "lint", pack});
        return test::run_lacuna(more);
    };
    CHECK(has(lint({}).err, "L003"));
    auto const only = lint({"--only", "L004"});
    CHECK((has(only.err, "L004") && !has(only.err, "L003") && !has(only.err, "L006")));
    auto const name = lint({"--name", "burn*"});
    CHECK((has(name.err, "'burning'") && !has(name.err, "opening") && !has(name.err, "1.3")));
    CHECK(lint({"--name", "letter"}).code == 0);
    CHECK(has(lint({"--lang", "fr"}).err, "the rules have no lexicon 'fr'"));
    CHECK(has(lint({"--name", "leter"}).err, "nothing in the rules is called 'leter'"));
    CHECK(has(lint({"--only", "L999"}).err, "no warning is called 'L999'"));
    auto const measures = test::run_lacuna({"rules", "coverage", pack, "--only", "measures"});
    CHECK((has(measures.out, "measures: 1 of 2") && !has(measures.out, "concepts:")));
    auto const letter = test::run_lacuna({"rules", "coverage", pack, "--name", "letter"});
    CHECK((has(letter.out, "concepts: 1 of 1") && has(letter.out, "measures: 0 of 0")));
}

TEST_CASE("a measure that reports tell of beyond what is asked is not unused") {
    Folder const folder("beyond");
    std::string const text =
        "lexicon en\nconcept burn { \"burn\" }\nconcept tear { \"tear\" }\n"
        "concept intent { \"intentionally\" }\n"
        "kind offence { elements conduct, mental }\nkind rule { elements conduct }\n"
        "measure burning : offence \"B\" { conduct = burn mental = intent needs conduct }\n"
        "measure tearing : offence \"T\" { conduct = tear mental = intent needs conduct }\n"
        "measure burnt : rule \"R\" { conduct = burn needs conduct }\n"
        "instrument treaty \"T\" { article 1 \"A\" { obligation 1 shall \"B\" met by burning with conduct";
    auto const lint = [&](std::string const& protects) {
        auto const pack = folder.write("r.lac", text + protects + " } }\n");
        return test::run_lacuna({"rules", "lint", pack, "--only", "L002"}).err;
    };
    auto const plain = lint("");
    CHECK((has(plain, "'tearing'") && has(plain, "'burnt'") && !has(plain, "'burning'")));
    auto const protecting = lint(" protects mental");
    CHECK((!has(protecting, "'tearing'") && has(protecting, "'burnt'")));
}

TEST_CASE("many warnings of one kind are counted, and shown when asked for") {
    Folder const folder("many");
    std::string text = "lexicon en\n";
    for (int i = 0; i < 30; ++i) text += "concept unused-" + std::to_string(i) + " { \"u\" }\n";
    auto const pack = folder.write("r.lac", text);
    auto const few = test::run_lacuna({"rules", "lint", pack});
    CHECK(has(few.out, "L001     30  concept is never used (20 shown; --only L001 shows all)"));
    CHECK(has(few.err, "0 errors, 20 warnings"));
    CHECK(has(test::run_lacuna({"rules", "lint", pack, "--all"}).err, "0 errors, 30 warnings"));
}

TEST_CASE("new refuses an unknown language and a name that is taken") {
    Folder const folder("new-refused");
    auto const pack = folder.write("pack/r.lac", rules);
    auto const ran = [&](std::vector<std::string> more) {
        more.insert(more.begin(), {"rules", "new"});
        more.insert(more.end(), {"--rules", folder.at("pack"), "-o", folder.at("x.lac")});
        return test::run_lacuna(more);
    };
    CHECK(has(ran({"hiding", "--lang", "qq"}).err, "error[R020]: 'qq' is no language that can be read"));
    CHECK(has(ran({"opening"}).err, "error[R004]: measure 'opening' is declared already"));
    CHECK(has(ran({"letter"}).err, "error[R004]: concept 'letter' is declared already"));
    CHECK(ran({"opening"}).code == 2);
}

TEST_CASE("what holds no word and what is taken away whole is an error") {
    Folder const folder("nothing");
    auto const dash =
        test::run_lacuna({"rules", "check", folder.write("d.lac", "lexicon en\nconcept d { \"—\" }\n")});
    CHECK(has(dash.err, "d.lac:2:13: error[R007]: this text holds no word"));
    auto const sign = folder.write("s.lac", "lexicon en\nconcept s { \"§\" | \"$\" }\n");
    CHECK(test::run_lacuna({"rules", "check", sign}).code == 0);
}

TEST_CASE("a concept that a test does not find says which part of it failed") {
    Folder const folder("concept-test");
    auto const pack = folder.write("r.lac", R"(lexicon en
concept right { "without" ..1 ("right" | "authority") | "unlawfully" but not "without right of way" }
concept other { "x" }
test right in en {
  yes "without any permission"
  yes "a right, without doubt or other words"
  yes "without right of way"
  no  "he acts unlawfully"
}
)");
    auto const ran = test::run_lacuna({"rules", "test", pack});
    INFO(ran.out << ran.err);
    CHECK(has(ran.out,
              R"(not found; none of ("right" | "authority") for ("without" ..1 ("right" | "authority")))"));
    CHECK(has(ran.out, "its parts occur, but farther apart"));
    CHECK(has(ran.out, R"('but not' takes it away: "without right of way")"));
    CHECK(has(ran.out, "found, and should not be: “unlawfully”"));
}

TEST_CASE("a test of an option says why it was not found") {
    Folder const folder("option-test");
    auto const pack = folder.write("r.lac", R"(lexicon en
concept export-it { "export*" }
concept waste { "waste" }
kind k { elements conduct }
measure m : k "M" { conduct = export-it option w = waste needs conduct }
test m in en {
  yes "Whoever exports it does wrong."
      with w
  no  "Whoever imports it does wrong."
}
)");
    auto const ran = test::run_lacuna({"rules", "test", pack});
    INFO(ran.out << ran.err);
    CHECK(has(ran.out, "w not found: no waste in passage or in section"));
}

TEST_CASE("new writes declarations that are right, and never over a file") {
    Folder const folder("new");
    auto const made = folder.at("hiding.lac");
    auto const kinds = folder.write("pack/kinds.lac", "kind offence { elements hidden, conduct }\n");
    REQUIRE(test::run_lacuna({"rules", "new", "hiding", "-o", made, "--rules", folder.at("pack")}).code == 0);
    for (auto const* tool : {"check", "test"}) {
        auto const ran = test::run_lacuna({"rules", tool, made, kinds});
        INFO(ran.out << ran.err);
        CHECK(ran.code == 0);
    }
    auto const formatted = test::run_lacuna({"rules", "fmt", "--check", made});
    INFO(formatted.out << test::slurp(made));
    CHECK(formatted.code == 0);
    CHECK(test::run_lacuna({"rules", "new", "hiding", "-o", made}).code == 2);
    CHECK(test::run_lacuna({"rules", "new", "needs", "-o", folder.at("x.lac")}).code == 2);
}

TEST_CASE("what checks a law reads no tests; the tools of the author do, and tell what is wrong in them") {
    Folder const folder("wrong-test");
    (void)folder.write("pack/r.lac", rules);
    (void)folder.write("pack/tests.lac", "test opning in en { yes \"Whoever opened a letter.\" }\n");
    auto const law = folder.write("a.xml", act("Whoever opened a letter."));
    auto const checked = test::run_lacuna({"check", law, "--against", "post", "--rules", folder.at("pack")});
    INFO(checked.out << checked.err);
    CHECK(checked.code == 0);
    CHECK(!has(checked.err, "opning"));
    for (auto const* const tool : {"check", "test", "lint"}) {
        auto const ran = test::run_lacuna({"rules", tool, folder.at("pack")});
        INFO(tool << ran.out << ran.err);
        CHECK(ran.code == 2);
        CHECK(has(ran.err, "opning"));
    }
}

TEST_CASE("definitions that no lexicon words are told, for each language") {
    Folder const folder("definitions");
    auto const pack = folder.write("r.lac", R"(lexicon en
concept data { "data" }
concept term-definition { "means" }
lexicon fr
concept data { "données" }
kind rule { elements conduct }
measure defined : rule "Data are defined" { conduct = data in definition needs conduct }
)");
    auto const ran = test::run_lacuna({"rules", "lint", pack, "--only", "L005"});
    INFO(ran.out << ran.err);
    CHECK(has(ran.out + ran.err,
              "no definition in acts in fr: 'term-definition' is not said in that language"));
    CHECK(!has(ran.out + ran.err, "acts in en"));
}

TEST_CASE("citations that no lexicon words are told, for each language") {
    Folder const folder("citations");
    auto const pack = folder.write("r.lac", R"(lexicon en
concept data { "data" }
concept provision-name { "section" }
lexicon fr
concept data { "données" }
kind rule { elements conduct, link }
measure cited : rule "Data are cited" { conduct = data link = data by reference needs conduct }
)");
    auto const ran = test::run_lacuna({"rules", "lint", pack, "--only", "L005"});
    INFO(ran.out << ran.err);
    CHECK(has(ran.out + ran.err, "no citation in acts in fr: 'provision-name' is not said in that language"));
    CHECK(!has(ran.out + ran.err, "acts in en"));
}

TEST_CASE("known misses are listed with their places when asked for") {
    Folder const folder("todo");
    auto const pack =
        folder.write("r.lac", std::string(rules) +
                                  "test burning in en {\n  todo \"Whoever set fire\n  to a letter.\"\n}\n");
    auto const counted = test::run_lacuna({"rules", "test", pack});
    CHECK(has(counted.out, "1 known miss"));
    CHECK(!has(counted.out, "todo of"));
    auto const listed = test::run_lacuna({"rules", "test", pack, "--todo"});
    INFO(listed.out << listed.err);
    CHECK(listed.code == 0);
    CHECK(has(listed.out, pack + ":24:3: todo of burning in en: Whoever set fire to a letter.\n"));
    CHECK(!has(test::run_lacuna({"rules", "test", pack, "--todo", "--only", "opening"}).out, "todo of"));
}

TEST_CASE("a new file that no rules stand beside declares its kind and is right by itself") {
    Folder const folder("new-alone");
    auto const path = folder.at("hiding.lac");
    auto const ran = test::run_lacuna({"rules", "new", "hiding", "-o", path});
    INFO(ran.out << ran.err);
    CHECK(ran.code == 0);
    CHECK(has(test::slurp(path), "kind "));
    auto const checked = test::run_lacuna({"rules", "check", path});
    INFO(checked.out << checked.err);
    CHECK(checked.code == 0);
    CHECK(test::run_lacuna({"rules", "new", "Hiding", "-o", folder.at("other.lac")}).code == 2);
}

TEST_CASE("explain says by its exit code whether what was asked for is there") {
    Folder const folder("explain-code");
    auto const pack = folder.write("r.lac", rules);
    auto const met = folder.write("met.xml", act("Whoever opened a letter."));
    auto const unmet = folder.write("unmet.xml", act("Whoever reads."));
    auto const code = [&](std::string const& law, std::string const& option, std::string const& what) {
        return test::run_lacuna({"explain", law, option, what, "--rules", pack}).code;
    };
    CHECK(code(met, "--measure", "opening") == 0);
    CHECK(code(unmet, "--measure", "opening") == 1);
    CHECK(code(met, "--obligation", "post/1.1") == 0);
    CHECK(code(unmet, "--obligation", "post/1.1") == 1);
    CHECK(code(met, "--obligation", "post/1") == 1);  // 1.2 is a gap
    CHECK(code(met, "--obligation", "post/9") == 2);
}
