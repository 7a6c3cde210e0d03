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
    CHECK(has(ran.out, R"(letter: "parchment": none of its words occurs)"));
    CHECK(has(ran.out, "measures: 1 of 2"));
    CHECK(has(ran.out, "burning: no word that it needs occurs"));
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
