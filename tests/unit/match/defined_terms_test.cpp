// A term that the act defines is found as what its definition says it is, and nothing else is.
#include <catch2/catch.hpp>

#include "akn/read.hpp"
#include "match/evaluate.hpp"
#include "match/finding.hpp"
#include "support/engine/documents.hpp"
#include "support/engine/rules.hpp"

using namespace lacuna;

namespace {

std::string const rules = R"(
lexicon en
concept term-definition { "means" | "mean" | "includes" }
concept within-provision { "in this section" }
concept meaning-word { ('means' | 'mean') but not "not mean" }
concept meaning-opener { ("any" | "a" | "an") ("wooden" | "iron")? }
concept meaning-noun { box | coin }
concept meaning-closer { "that" | "who" | "of" | "or" | "in" | "used" }
concept take { "take*" }
concept box { "box" | "chest" ("of" "drawers")? but not "box office" }
concept coin { 'coin' | 'coins' | "token" ..4 "king" }
concept open-it { "open*" }
concept box-or-coin { box | coin }
kind wrong { elements conduct, object }
measure opening : wrong "Opening boxes" {
  conduct = open-it
  object  = open-it near/4 box
  needs object
}
measure taking : wrong "Taking boxes and coins" {
  conduct = take
  object  = box-or-coin in passage
  needs conduct and object
}
lexicon fr
concept term-definition { "désigne" | "on entend par" }
concept meaning-word { "désigne" | "on entend par" }
concept meaning-opener { 'un' | 'une' | 'tout' | 'toute' }
concept meaning-noun { box }
concept meaning-closer { "qui" | "de" | "servant" }
concept open-it { "ouvrir" | "ouvre" }
concept box { "boîte" | "coffre" }
)";

struct Opened {
    akn::StatuteSet set;
    match::Findings findings;
    [[nodiscard]] std::size_t count() const { return findings.findings.size(); }
    [[nodiscard]] std::vector<match::Evidence::Definition> through() const {
        return findings.findings.at(0).elements.at(1).evidence.at(0).through;
    }
    [[nodiscard]] std::string words_of(match::Evidence::Definition const& row) const {
        return set.documents.front().text.substr(row.text_begin, row.text_end - row.text_begin);
    }
};

Opened read(std::string const& text, std::string const& language = "en") {
    auto const program = test::compile_rules(rules);
    Opened opened{test::acts({text}), {}};
    opened.set.documents.front().meta.languages = {language};
    opened.findings = match::evaluate(*program, opened.set);
    return opened;
}

// How many findings there are where a safe is opened, after this definition.
std::size_t with(std::string const& definition, std::string const& offence = "Nobody opens a safe.") {
    return read("1. " + definition + "\n2. " + offence).count();
}

}  // namespace

TEST_CASE("a term is found as the noun that opens its definition, and the evidence quotes that") {
    auto const opened =
        read("1. In this Act, “safe” means any iron box that is locked.\n2. Nobody opens a safe.");
    REQUIRE(opened.count() == 1);
    CHECK(test::words(opened.set, opened.findings.findings[0].elements[1]) == "opens a safe");
    REQUIRE(opened.through().size() == 1);
    CHECK(opened.words_of(opened.through()[0]) == "“safe” means any iron box");
    CHECK(opened.set.documents[0].at(opened.through()[0].provision).eid == "sec_1");
}

TEST_CASE("what else a definition says is not what the term is") {
    CHECK(with("“Safe” means a box.") == 1);
    CHECK(with("“Safe” means any chest of drawers that is locked.") == 1);
    CHECK(with("“Safe” means a person who owns a box.") == 0);
    CHECK(with("“Safe” means a thing, a box or a chest.") == 0);
    CHECK(with("“Safe” means a box maker.") == 0);
    CHECK(with("“Safe” means a box office.") == 0);
    CHECK(with("“Safe” means any box, chest or coin maker.") == 0);  // of what it is a list, its end says
    CHECK(with("“Safe” means box.") == 0);                           // no article: it may be no noun
    CHECK(with("“Safe” means any iron, wooden or leaden box.") == 0);
    CHECK(with("“Safe” includes a box.") == 0);
    CHECK(with("“Safe” does not mean a box.") == 0);
    CHECK(with("“Safe” means a coin, but does not include a box.") == 0);
    CHECK(with("A safe means a box.") == 0);  // not set apart: who knows where the term begins
}

TEST_CASE("a definition that is no law, or that is quoted from another act, defines nothing") {
    auto const found = [](auto const& change) {
        auto set = test::acts({"1. “Safe” means a box.\n2. Nobody opens a safe."});
        change(set.documents.front());
        return match::evaluate(*test::compile_rules(rules), set).findings.size();
    };
    CHECK(found([](akn::Document const&) {}) == 1);
    CHECK(found([](akn::Document& act) { act.provisions.front().force = akn::Force::repealed; }) == 0);
    CHECK(found([](akn::Document& act) { act.provisions.front().quoted = true; }) == 0);
    CHECK(found([](akn::Document& act) { act.quotations.push_back({{}, 0, 30, {}}); }) == 0);
}

TEST_CASE("a word that only looks like the term is not the term") {
    CHECK(with("“Safe” means a box.", "Nobody opens two safes.") == 1);
    CHECK(with("“Strong safe” means a box.", "Nobody opens a safe.") == 0);
    CHECK(with("“Safe” means a box; “safe door” means a sheet of iron.", "Nobody opens a safe door.") == 0);
    CHECK(with("“Register” means a box.", "Nobody opens by registering.") == 0);
}

TEST_CASE("a term is its definition's as far as that reaches, and the nearer one is meant") {
    CHECK(with("In this section, “safe” means a box.") == 0);
    CHECK(with("In this section, “safe” means a box.\n(1) Nobody opens a safe.", "Nobody walks.") == 1);
    CHECK(read("1. In this Act, “safe” means a box.\n"
               "2. (1) Nobody opens a safe.\n(2) In this section, “safe” means a coin.")
              .count() == 0);
}

TEST_CASE("definitions in a circle mean nothing, and a definition is followed one step") {
    CHECK(with("“Safe” means a crate; “crate” means a safe.") == 0);
    CHECK(with("“Safe” means a safe.") == 0);
    CHECK(with("“Safe” means a crate that is locked; “crate” means a box.") == 0);
    CHECK(with("“Safe” means a crate that is locked; “crate” means a box.", "Nobody opens a crate.") == 1);
}

TEST_CASE("a concept that is made of another is found at a term too; its own words come first") {
    CHECK(with("“Safe” means a box.", "Nobody takes a safe.") == 1);
    CHECK(with("“Safe” means a token of the king.", "Nobody takes a safe.") == 1);
    auto const own = read("1. “Box” means a coin.\n2. Nobody opens a box.");
    REQUIRE(own.count() == 1);
    CHECK(own.through().empty());
}

TEST_CASE("the heading of a section is read through definitions too") {
    auto const program = test::compile_rules(R"(
lexicon en
concept term-definition { "means" }
concept meaning-word { "means" }
concept meaning-opener { "a" }
concept meaning-noun { box }
concept box { "box" }
concept open-it { "open*" }
kind wrong { elements conduct }
measure opening : wrong "Opening boxes" { conduct = open-it and heading has box needs conduct }
)");
    test::DocumentBuilder act;
    act.unit().num("1.").content("“Safe” means a box.").close();
    act.unit().num("2.").heading("Safes").content("Nobody opens it.").close();
    akn::StatuteSet set;
    set.documents.push_back(act.build());
    auto const findings = match::evaluate(*program, set).findings;
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].elements[0].evidence.at(1).through.size() == 1);
}

TEST_CASE("French definitions are read the same way") {
    CHECK(
        read("1. « Écrin » désigne toute boîte qui ferme.\n2. Nul ne peut ouvrir un écrin.", "fr").count() ==
        1);
    CHECK(read("1. On entend par « écrin » une boîte.\n2. Nul ne peut ouvrir un écrin.", "fr").count() == 1);
    CHECK(read("1. « Écrin » désigne un gardien de boîte.\n2. Nul ne peut ouvrir un écrin.", "fr").count() ==
          0);
}

TEST_CASE("marks of the file set terms apart, and bind other words to them") {
    auto const program = test::compile_rules(rules);
    auto const count = [&](std::string const& definition, std::string const& use) {
        SourceMap sources;
        Diagnostics diagnostics;
        auto const id = sources.add(
            "act.xml",
            R"(<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta>
<identification source="#s"><FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification>
</meta><body><section eId="sec_1"><num>1.</num><content><p>)" +
                definition + R"(</p></content></section>
<section eId="sec_2"><num>2.</num><content><p>Nobody opens )" +
                use + "</p></content></section></body></act></akomaNtoso>");
        auto document = akn::read_document(sources.at(id), id, diagnostics);
        REQUIRE(document);
        akn::StatuteSet set;
        set.documents.push_back(std::move(*document));
        return match::evaluate(*program, set).findings.size();
    };
    std::string const safe = R"(<def refersTo="#safe" eId="def_1">safe</def>)";
    CHECK(count(safe + " means any box.", "a safe.") == 1);
    CHECK(count("In this Act " + safe + " means any box.", "a safe.") == 1);
    CHECK(count("“" + safe + "” means any box.", R"(<term refersTo="#safe">such a thing</term>.)") == 1);
    CHECK(count("“" + safe + "” means any box.", R"(<term refersTo="#def_1">such a thing</term>.)") == 1);
    CHECK(count(R"(“<term refersTo="#safe">safe</term>” means any box.)",
                R"(<term refersTo="#safe">such a thing</term>.)") == 1);
    CHECK(count(safe + ": any box.", "a safe.") == 1);
    CHECK(count(safe + ", or any box.", "a safe.") == 0);
    CHECK(count("“" + safe + "” means any box.", R"(<term refersTo="#other">such a thing</term>.)") == 0);
    CHECK(count("“" + safe + "” means any box.", "such a thing.") == 0);
}
