// Changes of a bill written into an act: by what its metadata says and, without it, by the numbers of what it
// quotes; every change is told, and every word keeps the file that it came from.
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>

#include "akn/bills.hpp"

using namespace lacuna;
namespace fs = std::filesystem;

namespace {

std::string const uri = "/akn/xz/act/2000/1";

std::string head(std::string const& work, std::string const& title) {
    return "<meta><identification source=\"#e\"><FRBRWork><FRBRthis value=\"" + work +
           "/!main\"/><FRBRuri value=\"" + work + "\"/><FRBRalias value=\"" + title +
           "\" name=\"title\"/></FRBRWork><FRBRExpression><FRBRuri value=\"" + work +
           "/eng@2020-01-01\"/><FRBRdate date=\"2020-01-01\" name=\"x\"/><FRBRlanguage language=\"eng\"/>"
           "</FRBRExpression></identification>";
}

std::string const act =
    "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><act name=\"act\">" +
    head(uri, "The Act") +
    "</meta><body><chapter eId=\"chp_I\"><num>I</num><heading>First</heading>"
    "<section eId=\"sec_1\"><num>1.</num><content><p>Old &amp; first words, <ref href=\"#sec_2\">see "
    "two</ref>.</p></content></section>\n"
    "<section eId=\"sec_2\"><num>2.</num><content><p>The <b>second</b> "
    "section.</p></content></section></chapter>"
    "<section eId=\"sec_3\"><num>3.</num><subsection "
    "eId=\"sec_3__subsec_1\"><num>(1)</num><content><p>Third.</p></content></subsection></section>"
    "</body></act></akomaNtoso>";

// `mods`: rows of textualMod; `text`: the body of section 1 of the bill.
std::string bill(std::string const& mods, std::string const& text) {
    return "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"><bill name=\"bill\">" +
           head("/akn/xz/bill/2025/1", "The Bill") + "<analysis source=\"#e\"><activeModifications>" + mods +
           "</activeModifications></analysis></meta><body><section eId=\"sec_1\"><num>1.</num><content><p>" +
           text + "</p></content></section></body></bill></akomaNtoso>";
}

std::string mod(std::string const& type, std::string const& destination, std::string const& rest = "") {
    return "<textualMod type=\"" + type + "\"><source href=\"#mod_1\"/><destination href=\"" + uri +
           destination + "\"" + rest + "/></textualMod>";
}

std::string quoted(std::string const& num, std::string const& words, std::string const& element = "section") {
    return "<quotedStructure><" + element + " eId=\"mod_1__sec_" + num + "\"><num>" + num +
           ".</num><content><p>" + words + "</p></content></" + element + "></quotedStructure>";
}

std::string text(std::string const& words) {
    return "<quotedText>" + words + "</quotedText>";
}

struct Applied {
    SourceMap sources;
    akn::StatuteSet set;
    std::vector<akn::BillOutcome> outcomes;
    [[nodiscard]] akn::Document const& law() const { return set.documents[0]; }
    [[nodiscard]] std::string told() const {
        std::string out;
        for (auto const& outcome : outcomes)
            for (auto const& change : outcome.changes)
                out += (change.applied ? "+ " : "- ") + change.text + "\n";
        return out;
    }
    // "1 2 160A": the numbers of the units, a repealed one in brackets.
    [[nodiscard]] std::string numbers() const {
        std::string out;
        for (auto const& row : law().provisions) {
            if (!row.basic_unit) continue;
            auto const num = std::string(row.num.substr(0, row.num.size() - 1));
            out += (out.empty() ? "" : " ") + (row.force == akn::Force::repealed ? "(" + num + ")" : num);
        }
        return out;
    }
    [[nodiscard]] std::string words(std::string const& eid) const {
        auto const row = law().find(eid);
        if (!row.valid()) return "none";
        std::string out;
        for (auto i = law().at(row).block_begin; i < law().at(row).block_end; ++i)
            out += (out.empty() ? "" : " ") + std::string(law().text_of(law().blocks[i]));
        return out;
    }
    // What of the act a bill wrote.
    [[nodiscard]] std::string from_bill() const {
        std::string out;
        for (auto const& one : law().bill_texts)
            out += "[" + law().text.substr(one.begin, one.end - one.begin) + "]";
        return out;
    }
};

void apply(Applied& applied, std::vector<std::string> const& bills, std::string const& law = act) {
    auto const folder = fs::path(LACUNA_BINARY_DIR) / "bills_test";
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::vector<fs::path> files{folder / "0.xml"};
    std::ofstream(files.back()) << law;
    std::vector<DocumentId> ids;
    for (auto const& one : bills) {
        ids.emplace_back(files.size());
        files.push_back(folder / (std::to_string(files.size()) + ".xml"));
        std::ofstream(files.back()) << one;
    }
    Diagnostics diagnostics;
    applied.set = akn::read_set(files, applied.sources, diagnostics);
    REQUIRE(applied.set.documents.size() == files.size());
    applied.outcomes = akn::apply_bills(applied.set, ids, applied.sources);
}

}  // namespace

TEST_CASE("a new section goes where its number says, and takes the identifier that the bill names") {
    Applied run;
    apply(run, {bill(mod("insertion", "#sec_2A"),
                     "<mod eId=\"mod_1\">After it " + quoted("2A", "New words.") + "</mod>")});
    CHECK(run.told() == "+ section 2A of The Act: put in after section 2\n");
    CHECK(run.numbers() == "1 2 2A 3");
    CHECK(run.words("sec_2A") == "2A. New words.");
    auto const& row = run.law().at(run.law().find("sec_2A"));
    CHECK(run.law().at(row.parent).eid == "chp_I");
    CHECK_FALSE(row.quoted);
    CHECK(run.from_bill() == "[2A.\nNew words.]");
    CHECK(run.law().account.balances());
    // Its place is in the bill's file, and that of the sections behind it in the act's.
    auto const origin = run.law().origin_of(row.source.begin);
    CHECK(run.sources.at(origin.source).bytes().substr(origin.at, 8) == "<section");
    CHECK(run.sources.at(origin.source).name().ends_with("1.xml"));
    auto const third = run.law().origin_of(run.law().at(run.law().find("sec_3")).source.begin);
    CHECK(run.sources.at(third.source).name().ends_with("0.xml"));
    CHECK(run.sources.at(third.source).bytes().substr(third.at, 21) == "<section eId=\"sec_3\">");
}

TEST_CASE("a section is replaced, repealed, or put beside another that is named") {
    Applied run;
    SECTION("replaced") {
        apply(run, {bill(mod("substitution", "#sec_2"),
                         "<mod eId=\"mod_1\">" + quoted("2", "Other words.") + "</mod>")});
        CHECK(run.told() == "+ section 2 of The Act: replaced by section 2\n");
        CHECK(run.words("sec_2") == "2. Other words.");
        CHECK(run.numbers() == "1 2 3");
    }
    SECTION("repealed") {
        apply(run, {bill(mod("repeal", "#sec_3"), "<mod eId=\"mod_1\">Section 3 goes.</mod>")});
        CHECK(run.told() == "+ section 3 of The Act: repealed\n");
        CHECK(run.numbers() == "1 2 (3)");
        CHECK(run.from_bill().empty());
    }
    SECTION("before and after") {
        apply(run, {bill(mod("insertion", "#sec_1", " pos=\"before\""),
                         "<mod eId=\"mod_1\">" + quoted("9", "First.") + "</mod>")});
        CHECK(run.numbers() == "9 1 2 3");
    }
    SECTION("the whole act") {
        apply(run, {bill(mod("repeal", ""), "<mod eId=\"mod_1\">The Act goes.</mod>")});
        CHECK(run.numbers() == "(1) (2) (3)");
    }
}

TEST_CASE("words are exchanged, taken out and put in, and only those of the bill are the bill's") {
    Applied run;
    SECTION("exchanged, with a character that the file writes as an entity") {
        apply(
            run,
            {bill(
                "<textualMod type=\"substitution\"><source href=\"#mod_1\"/><destination href=\"" + uri +
                    "#sec_1\"/><old href=\"#q1\"/><new href=\"#q2\"/></textualMod>",
                "<mod eId=\"mod_1\">for <quotedText eId=\"q1\">Old &amp; first</quotedText> put <quotedText "
                "eId=\"q2\">New &lt; last</quotedText></mod>")});
        CHECK(run.told() == "+ section 1 of The Act: “New < last” for “Old & first”\n");
        CHECK(run.words("sec_1") == "1. New < last words, see two.");
        CHECK(run.from_bill() == "[New < last]");
    }
    SECTION("exchanged across tags, where the file does not say which are new") {
        apply(run, {bill("", "<mod eId=\"mod_1\">in <ref href=\"" + uri + "#sec_2\">section 2</ref> put " +
                                 text("A third") + " for " + text("The second") + "</mod>")});
        CHECK(run.words("sec_2") == "2. A third section.");
        CHECK(run.from_bill() == "[A third]");
    }
    SECTION("taken out") {
        apply(run, {bill(mod("repeal", "#sec_1"), "<mod eId=\"mod_1\">" + text("first ") + "</mod>")});
        CHECK(run.words("sec_1") == "1. Old & words, see two.");
        CHECK(run.from_bill().empty());
    }
    SECTION("put in at the end") {
        apply(run, {bill(mod("insertion", "#sec_2"),
                         "<mod eId=\"mod_1\">" + text("“More” means more.") + "</mod>")});
        CHECK(run.words("sec_2") == "2. The second section. “More” means more.");
        CHECK(run.from_bill() == "[“More” means more.]");
    }
}

TEST_CASE("without metadata the numbers decide: the same number is replaced, another is new") {
    auto const quote = [](std::string const& num) {
        return bill("",
                    "<mod>In <ref href=\"" + uri + "#sec_2\">it</ref> " + quoted(num, "Words.") + "</mod>");
    };
    Applied same, other;
    apply(same, {quote("2")});
    CHECK(same.told() == "+ section 2 of The Act: replaced by section 2\n");
    CHECK(same.words("sec_2") == "2. Words.");
    apply(other, {quote("1A")});
    CHECK(other.told() == "+ section 1A of The Act: put in after section 1\n");
    CHECK(other.numbers() == "1 1A 2 3");
}

TEST_CASE("changes of one bill, and of two, build on each other") {
    auto const first = bill(mod("insertion", "#sec_2A") + mod("insertion", "#sec_2B"),
                            "<mod eId=\"mod_1\">" + quoted("2A", "One.") + "</mod>");
    Applied run;
    auto const two = bill(
        "<textualMod type=\"insertion\"><source href=\"#m1\"/><destination href=\"" + uri +
            "#sec_2B\"/><new href=\"#n1\"/></textualMod><textualMod type=\"insertion\"><source href=\"#m1\"/>"
            "<destination href=\"" +
            uri +
            "#sec_2A\"/><new href=\"#n2\"/></textualMod><textualMod type=\"substitution\">"
            "<source href=\"#m2\"/><destination href=\"" +
            uri + "#sec_2A\"/></textualMod>",
        "<mod eId=\"m1\"><quotedStructure><section "
        "eId=\"n1\"><num>2B.</num><content><p>B.</p></content></section>"
        "<section eId=\"n2\"><num>2A.</num><content><p>A, "
        "first.</p></content></section></quotedStructure></mod>"
        "<mod eId=\"m2\">" +
            text("A, first") + " " + text("A, later") + "</mod>");
    auto const later = bill(mod("repeal", "#sec_2B"), "<mod eId=\"mod_1\">It goes.</mod>");
    apply(run, {two, later});
    INFO(run.told());
    CHECK(run.numbers() == "1 2 2A (2B) 3");
    CHECK(run.words("sec_2A") == "2A. A, later.");
    CHECK(run.law().find("n1").valid() == false);
}

TEST_CASE("what cannot be applied is told, changes nothing and counts for nothing") {
    auto const told = [](std::string const& one, std::string const& law = act) {
        Applied run;
        apply(run, {one}, law);
        CHECK(run.numbers() == "1 2 3");
        CHECK(run.from_bill().empty());
        for (auto const& row : run.set.documents[1].provisions) CHECK_FALSE(row.quoted);
        return run.told();
    };
    auto const in_mod = [](std::string const& inner) { return "<mod eId=\"mod_1\">" + inner + "</mod>"; };
    CHECK(told(bill("<textualMod type=\"insertion\"><source href=\"#mod_1\"/><destination "
                    "href=\"/akn/xz/act/1/1#sec_1\"/></textualMod>",
                    in_mod(quoted("2A", "x")))) == "- insertion: no act of the set is '/akn/xz/act/1/1'\n");
    CHECK(told(bill(mod("insertion", "#sec_2"), in_mod(quoted("2", "x")))) ==
          "- section 2, sec_2 of The Act: it has a section 2 already\n");
    CHECK(told(bill(mod("substitution", "#sec_8"), in_mod(quoted("8", "x")))) ==
          "- section 8, sec_8 of The Act: it has no section 8\n");
    CHECK(told(bill(mod("repeal", "#sec_8"), in_mod("x"))) ==
          "- repeal, sec_8 of The Act: it has no 'sec_8'\n");
    CHECK(told(bill(mod("renumbering", "#sec_1"), in_mod("x"))) ==
          "- renumbering, sec_1 of The Act: a change of the kind 'renumbering' is not made\n");
    CHECK(told(bill(mod("substitution", "#sec_1"), in_mod(text("Absent") + text("New"))))
              .ends_with("the file does not say which words are new\n"));
    CHECK(told(bill(mod("repeal", "#sec_1"), in_mod(text("s"))))
              .ends_with("the words “s” stand there 3 times\n"));
    CHECK(told(bill(mod("repeal", "#sec_1", " upTo=\"#sec_2\""), in_mod("x")))
              .ends_with("it reaches over several provisions\n"));
    CHECK(told(bill("<forceMod type=\"entryIntoForce\"><source href=\"#mod_1\"/><destination href=\"" + uri +
                        "\"/></forceMod>",
                    in_mod("x")))
              .ends_with("a change of the kind 'forceMod' is not made\n"));
    CHECK(told(bill("", "<mod><ref href=\"" + uri + "#sec_1\">Section 1</ref> is repealed.</mod>"))
              .ends_with("the file does not say what it does\n"));
    CHECK(told(bill(mod("insertion", "#sec_4"),
                    in_mod("<quotedStructure><section eId=\"q\"><heading>No "
                           "number</heading><content><p>x</p></content></section></quotedStructure>")))
              .find("it has no number") != std::string::npos);
}

TEST_CASE("a bill that changes no act is an act of its own, and all of it is the bill's") {
    Applied run;
    apply(run, {bill("", "Whoever does it pays.")});
    CHECK(run.told().empty());
    REQUIRE(run.outcomes.size() == 1);
    CHECK(run.outcomes[0].title == "The Bill");
    auto const& document = run.set.documents[1];
    REQUIRE(document.bill_texts.size() == 1);
    CHECK(document.bill_in(0, 1) == "The Bill");
    CHECK(document.text.find("Whoever") != std::string::npos);
}

TEST_CASE("comments, character sections and instructions do not mislead the cutting") {
    auto law = act;
    std::string const mark = "<section eId=\"sec_2\">";
    law.insert(law.find(mark) + mark.size(), "<!-- </section> <section> --><?x </section> ?>");
    law.insert(law.find("Third."), "<![CDATA[</section> & ]]>");
    Applied run;
    apply(run,
          {bill(mod("insertion", "#sec_4"), "<mod eId=\"mod_1\">" + quoted("4", "Fourth.") + "</mod>"),
           bill(mod("substitution", "#sec_2"), "<mod eId=\"mod_1\">" + quoted("2", "Other.") + "</mod>")},
          law);
    CHECK(run.numbers() == "1 2 3 4");
    CHECK(run.words("sec_2") == "2. Other.");
    CHECK(run.words("sec_3") == "3. (1) </section> & Third.");
}
