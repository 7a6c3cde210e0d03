#include <catch2/catch.hpp>
#include <regex>

#include "base/utf8.hpp"
#include "report/clean.hpp"
#include "report/formats.hpp"
#include "report/read_report.hpp"
#include "unit/report/sample.hpp"

using namespace lacuna;

namespace {

bool has(std::string const& text, std::string const& words) {
    return text.find(words) != std::string::npos;
}

// Nothing in it can drive a terminal or is no UTF-8.
void check_inert(std::string const& text) {
    CHECK(utf8::find_invalid(text) == std::string::npos);
    for (std::size_t at = 0; at < text.size();) {
        auto const character = utf8::decode(text, at);
        bool const control = (character.code < 0x20 && character.code != '\n') ||
                             (character.code >= 0x7F && character.code < 0xA0) || character.code == 0x202E;
        if (control) FAIL("control character " << static_cast<unsigned>(character.code) << " at " << at);
        at += character.length;
    }
}

}  // namespace

TEST_CASE("clean text is valid, on one line, and drives no terminal") {
    CHECK(report::clean("  a\t\n b\u00a0c ") == "a b c");
    CHECK(report::clean("\x1b[31mred") == "\uFFFD[31mred");
    CHECK(report::clean("bad \xff\xc3") == "bad \uFFFD\uFFFD");
    CHECK(report::clean("a\u202Eb") == "a\uFFFDb");
    CHECK(report::shorten("é" + std::string(100, 'x') + "é", 10).size() < 20);
    CHECK(utf8::find_invalid(report::tail("ééééééé", 5)) == std::string::npos);
    CHECK(utf8::find_invalid(report::head("ééééééé", 5)) == std::string::npos);
}

TEST_CASE("every format takes hostile text without harm") {
    auto const report = test::Sample().report();
    for (auto const& text : {report::to_text(report), report::to_text(report, {false, 100, true}),
                             report::to_json(report), report::to_html(report)})
        check_inert(text);
    auto const html = report::to_html(report);
    CHECK_FALSE(has(html, "<script>alert"));
    CHECK(has(html, "&lt;scr"));
    CHECK_FALSE(has(html, "Access <b>"));
    CHECK(html.size() < 200'000);  // the word of 100 kB is shortened
}

TEST_CASE("the summary names country, acts, counts, articles and what to do") {
    auto const text = report::to_text(test::Sample().report());
    CHECK(has(text, "Testland and the Test Convention"));
    CHECK(has(text, "6 obligations: 2 covered"));
    CHECK(has(text, "What to do first"));
    CHECK(has(text, "add     9.1"));
    CHECK(has(text, "supply  11.1"));
    CHECK(has(text, "5 obligations not checked against the authentic text"));
    CHECK_FALSE(has(text, "\x1b"));
    CHECK(has(report::to_text(test::Sample().report(), {true, 100, false}), "\x1b["));
}

TEST_CASE("the details show each element with its words, place and distance") {
    auto const text = report::to_text(test::Sample().report(), {false, 100, true});
    CHECK(has(text, "✓ conduct        asked, found in the passage"));
    CHECK(has(text, "! mental         missing (asked, protects people)"));
    CHECK(has(text, "looked for: no mental"));
    CHECK(has(text, "+ secured        condition, not allowed"));
    CHECK(has(text, "«"));
    CHECK(has(text, "sec_1"));
    CHECK(has(text, "near miss, fails at conduct"));
}

TEST_CASE("the passage marks the words that prove, and only those") {
    auto const report = test::Sample().report();
    auto const& provision = report.articles.at(0).obligations.at(0).provisions.at(0);
    REQUIRE(provision.passage.size() == 1);
    std::string whole, marked;
    for (auto const& run : provision.passage[0].runs) {
        whole += run.text;
        if (!run.elements.empty()) marked += run.text;
    }
    CHECK(whole == "Whoever enters a system with intent shall be fined.");
    CHECK_FALSE(marked.empty());
    CHECK(marked.size() < whole.size());
}

TEST_CASE("the page has an anchor for each article and obligation, and no address to load from") {
    auto const html = report::to_html(test::Sample().report());
    for (auto const* id :
         {"id=\"a-7\"", "id=\"o-7.1\"", "id=\"o-11.1\"", "href=\"#o-9.1\"", "href=\"#a-10\""})
        CHECK(has(html, id));
    for (auto const* outside : {"http:", "https:", "src=", "@import", "url("}) {
        INFO(outside);
        CHECK_FALSE(has(html, outside));
    }
}

TEST_CASE("diagnostics as JSON name file, line and help") {
    SourceMap sources;
    auto const id = sources.add("law.xml", "one\ntwo\n");
    auto const json =
        report::to_json({diagnose(Code::xml_malformed, {id, 4, 7}, "bad \x1b", "mend it")}, sources);
    CHECK(has(json, "\"code\": \"X001\""));
    CHECK(has(json, "\"line\": 2"));
    CHECK(has(json, "\"help\": \"mend it\""));
    check_inert(json);
}

TEST_CASE("the same words under the same number are shown once and counted") {
    test::World world;
    auto const access = world.measure("access", {"conduct"});
    world.obligation("7.1", access, {"conduct"});
    for (auto const* title : {"Law", "The same law"}) {
        auto const law = world.act(title, {{"1", "Access", "Whoever enters shall be fined."}});
        world.finding(access, law, 0, {"conduct"});
    }
    auto const report = report::build(world.catalogue, world.assess(), world.set, world.findings,
                                      world.selection, world.sources);
    auto const& rows = report.articles.at(0).obligations.at(0).provisions;
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].copies == 1);
    CHECK(has(report::to_html(report), "the same words 1 more time"));
    CHECK(has(report::to_text(report, {false, 100, true}), "the same words 1 more time"));
}

TEST_CASE("acts that are named and were not read are told in every format that a reader sees") {
    test::World world;
    auto const access = world.measure("access", {"conduct"});
    world.obligation("7.1", access, {"conduct"});
    auto const law = world.act("Law", {{"1", "Access", "The Extradition Act applies."}});
    world.findings.named.push_back({"Extradition Act", law, ProvisionId(0), 0, 3, 2});
    world.findings.set_aside.push_back({match::NoLaw::furniture, law, ProvisionId(0)});
    world.findings.set_aside.push_back({match::NoLaw::running_heading, law, ProvisionId(0)});
    auto const report = report::build(world.catalogue, world.assess(), world.set, world.findings,
                                      world.selection, world.sources);
    for (auto const& text : {report::to_text(report), report::to_html(report), report::to_markdown(report),
                             report::to_json(report)})
        CHECK(has(text, "Extradition Act"));
    CHECK(has(report::to_text(report), "not read as law: text of a web page, in section 1 of Law"));
    CHECK(has(report::to_text(report), "the heading of the next chapter, which ran on, in section 1 of Law"));
    report::ReportError error;
    auto const again = report::from_json(report::to_json(report), error);
    REQUIRE(again);
    CHECK(report::to_json(*again) == report::to_json(report));
    // An earlier report does not say why a thing is to be done earlier or later: the list is made anew.
    static std::regex const why(R"(,\s*"why": "[a-z]+")");
    auto const written = report::to_json(report);
    auto const old = std::regex_replace(written, why, "");
    REQUIRE(old != written);
    auto const mended = report::from_json(old, error);
    REQUIRE(mended);
    CHECK(report::to_json(*mended) == written);
}
