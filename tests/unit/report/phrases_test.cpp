// What reports say to a reader who does not know the rules.
#include "report/phrases.hpp"
#include "report/plain_words.hpp"

#include <catch2/catch.hpp>

#include "report/summary.hpp"

using namespace lacuna;

TEST_CASE("a reason in the words of the rules is told in plain words, and quoted law is left alone") {
    CHECK(report::condition_in_plain_words("no groom-verb near/20 child-person in passage") ==
          "no ‘groom verb’ within 20 words of ‘child person’ in passage");
    CHECK(
        report::condition_in_plain_words(
            "device-deal before/14 device-word: “sells near-/20 devices” and “x” have 3 "
            "words between them") ==
        "‘device deal’ at most 14 words before ‘device word’: “sells near-/20 devices” and “x” have 3 words "
        "between them");
    CHECK(report::in_plain_words("nothing was found, and no provision comes near") ==
          "nothing was found, and no provision comes near");
    CHECK(report::condition_in_plain_words("section 3-4, “never closed") == "section 3-4, “never closed");
    CHECK(report::in_plain_words("").empty());
    CHECK(report::in_plain_words("only section 2 of Cyber-crime Act on cross-border acts has it") ==
          "only section 2 of Cyber-crime Act on cross-border acts has it");
    CHECK(report::in_plain_words(
              "section 2 of Cyber-crime Act comes nearest and fails at needs: no take-verb") ==
          "section 2 of Cyber-crime Act comes nearest, but: no ‘take verb’");
    CHECK(report::condition_in_plain_words("unless: offence-clause") == "set apart by ‘offence clause’");
    report::Glosses const glosses{{"take-verb", "taking"}};
    CHECK(report::in_plain_words("section 2 comes nearest and fails at needs: no take-verb, no give-verb",
                                 glosses) == "section 2 comes nearest, but: no ‘taking’, no ‘give verb’");
    CHECK(
        report::in_plain_words("it comes nearest and fails at no a-b in passage; no c; no a-b in passage") ==
        "it comes nearest, but: no ‘a b’ in passage; no c");
    CHECK(report::in_plain_words("section 2 comes nearest and fails at unless: take-verb and (not give-verb)",
                                 glosses) ==
          "section 2 comes nearest, but the rules set it apart as another matter: the law would have to say "
          "what is asked in a provision on it");
    CHECK(
        report::in_plain_words("section 2 comes nearest and fails at unless: take-verb", glosses) ==
        "section 2 comes nearest, but: set apart by ‘taking’; the law would have to say what is asked apart "
        "from that");
    // What lacks words is not set apart, whatever else the condition holds.
    CHECK(report::in_plain_words(
              "section 2 comes nearest and fails at gate: not: 2 of (take-verb, give-verb and (not pear))",
              glosses)
              .find("set it apart") == std::string::npos);
}

namespace {

report::ObligationRow duty(std::string const& verdict) {
    report::ObligationRow row;
    row.verdict = verdict;
    row.mandatory = true;
    return row;
}

report::TodoRow todo(std::string const& obligation, std::string const& text, bool should = false) {
    return {"add", obligation, text, should, true};
}

}  // namespace

TEST_CASE("without a name of the country the title names the folder or the only act, never a code") {
    report::Report report;
    report.country_code = "xz";
    CHECK(report::country_of(report) == "These acts");
    report.acts.resize(1);
    report.acts[0].title = "Cyber Act";
    CHECK(report::country_of(report) == "Cyber Act");
    report.named_after = "testland";
    CHECK(report::country_of(report) == "The law in “testland”");
    report.country = "Testland";
    CHECK(report::country_of(report) == "Testland");
}

TEST_CASE("how much a duty binds is said in words, and no report shows the keyword of the rules") {
    report::ObligationRow row;
    row.force = "shall-dl";
    CHECK(report::force_words(row) == "shall, subject to domestic law");
    row.force = "may";
    CHECK(report::force_words(row) == "may");
    row.policy = true;
    CHECK(report::force_words(row) == "policy");
}

TEST_CASE("what is missing of an element is said with it") {
    report::ObligationRow duty;
    duty.titles = {{"conduct", "the prohibited acts"}};
    report::ProvisionRow provision;
    report::ElementRow conduct;
    conduct.name = "conduct";
    conduct.lacks = {"“hiding”", "“selling” or “giving”"};
    provision.elements = {conduct};
    CHECK(
        report::lacking_titles(duty, provision, {"conduct", "other"}) ==
        std::vector<std::string>{"the prohibited acts (missing: “hiding”; “selling” or “giving”)", "other"});
    duty.verdict = "partial";
    provision.missing = {"conduct"};
    duty.provisions = {provision};
    CHECK(report::lacking(duty) == "the prohibited acts (missing: “hiding”; “selling” or “giving”)");
    CHECK(report::lacking_names(duty) == "the prohibited acts");
    CHECK(report::checklist_line({"conduct", "missing", "", false, "the prohibited acts", {"“hiding”"}}) ==
          "the prohibited acts (missing: “hiding”): to write");
}

TEST_CASE("the headline counts duties only") {
    report::Report report;
    CHECK(report::headline(report).empty());
    report.articles.resize(1);
    auto& rows = report.articles[0].obligations;
    rows = {duty("covered"), duty("partial"), duty("gap"), duty("gap")};
    rows.push_back(duty("gap"));
    rows.back().mandatory = false;
    CHECK(report::headline(report) == "Of 4 duties 1 is met, 1 in part, 2 not.");
    rows.push_back(duty("untested"));
    rows.push_back(duty("reserved"));
    CHECK(report::headline(report) ==
          "Of 6 duties 1 is met, 1 in part, 2 not; 1 reserved; 1 could not be judged from these acts.");
    rows.resize(4);
    rows[2].usual = {{"law A", {}, {}}, {"law B", {}, {"Act B"}}};
    CHECK(
        report::headline(report) ==
        "Of 4 duties 1 is met, 1 in part, 1 not; 1 not found, and no law of the kind that usually has it was "
        "read.");
    rows[2].usual[0].read = {"Act A"};  // it was read, and does not say it
    CHECK(report::headline(report) == "Of 4 duties 1 is met, 1 in part, 2 not.");
}

TEST_CASE("obligations for which the same is to be done are one line") {
    auto const groups = report::grouped(
        {todo("1", "bring it"), todo("2", "write"), todo("3", "bring it"), todo("4", "bring it", true)});
    REQUIRE(groups.size() == 3);
    CHECK(groups[0].obligations == std::vector<std::string>{"1", "3"});
    CHECK(groups[1].obligations == std::vector<std::string>{"2"});
    CHECK(groups[2].should);
}

TEST_CASE("every report says how far its verdicts go") {
    report::Report report;
    CHECK(report::caveats(report).size() == 1);
    report.unverified = 2;
    report.instrument_note = "From article 16 on, from memory.";
    CHECK(report::caveats(report) ==
          std::vector<std::string>{
              "Computed by rules from the text of the law; no legal advice.",
              "2 obligations were not checked against the authentic text of the instrument.",
              "From article 16 on, from memory."});
}

TEST_CASE("a place to begin from lacks a small part of what is asked, and is the paragraph") {
    auto const advice = [](std::size_t found, std::string const& reason) {
        report::ProvisionRow miss;
        miss.act = "Cyber Act";
        miss.citation = "section 4(a)(2)";
        miss.unit_citation = "section 4";
        miss.reason = reason;
        for (std::size_t i = 0; i < 5; ++i) {
            report::ElementRow element;
            element.needed = true;
            element.found = i < found;
            miss.elements.push_back(element);
        }
        report::ObligationRow duty;
        duty.id = "1.1";
        duty.title = "Forbid it";
        duty.verdict = "gap";
        duty.near_misses = {miss};
        report::Report report;
        report.articles.emplace_back().obligations = {duty};
        report::summarise(report);
        return report.todo.front().text;
    };
    CHECK(advice(4, "needs: no fruit in passage") == "Forbid it (nearest: section 4(a)(2) of Cyber Act)");
    CHECK(advice(3, "needs: no fruit in passage") == "Forbid it");
    CHECK(advice(5, "needs: no fruit in passage") == "Forbid it");  // what is asked does not tell what lacks
    CHECK(advice(4, "unless: a-market") == "Forbid it");
    CHECK(advice(4, "gate: no offence-clause in passage") == "Forbid it");
}

TEST_CASE("what no provision says is written beside what answers the same paragraph, or the article") {
    report::Report report;
    auto& article = report.articles.emplace_back();
    auto const duty = [&](std::string const& id, std::string const& section) {
        auto& row = article.obligations.emplace_back();
        row.id = id;
        row.title = "Do " + id;
        row.force = "shall";
        row.verdict = section.empty() ? "gap" : "covered";
        if (section.empty()) return;
        auto& provision = row.provisions.emplace_back();
        provision.act = "Cyber Act";
        provision.file = "cyber.xml";
        provision.citation = "section " + section + "(1)(b)";
        provision.unit_citation = "section " + section;
        provision.unit_eid = "sec_" + section;
    };
    auto const texts = [&] {
        report::summarise(report);
        std::vector<std::string> all;
        for (auto const& row : report.todo) all.push_back(row.text);
        return all;
    };
    SECTION("letters part one paragraph, numbers are paragraphs of their own") {
        duty("4.1.a", "9");
        duty("4.1.b", "");
        duty("4.2", "12");
        duty("4.3", "");
        CHECK(texts() ==
              std::vector<std::string>{"Do 4.1.b (beside section 9 of Cyber Act, where 4.1.a is)", "Do 4.3"});
    }
    SECTION("the place that most of the article has") {
        duty("4.1", "9");
        duty("4.2", "9");
        duty("4.3", "12");
        duty("4.4", "");
        CHECK(texts() == std::vector<std::string>{"Do 4.4 (beside section 9 of Cyber Act, where 4.1 is)"});
    }
    SECTION("the part of which most is shared") {
        duty("4.a", "7");
        duty("4.b.i", "8");
        duty("4.b.ii", "");
        CHECK(texts() ==
              std::vector<std::string>{"Do 4.b.ii (beside section 8 of Cyber Act, where 4.b.i is)"});
    }
}
