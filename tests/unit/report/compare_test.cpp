// Two reports held against each other: every class of change and its cause, the mirror, and what a report
// that is none looks like.
#include <algorithm>
#include <catch2/catch.hpp>
#include <map>

#include "report/compare/comparison.hpp"
#include "report/read_report.hpp"
#include "unit/report/sample.hpp"

using namespace lacuna;
using report::Change;

namespace {

report::ObligationRow& row(report::Report& report, std::string const& id) {
    for (auto& article : report.articles)
        for (auto& one : article.obligations)
            if (one.id == id) return one;
    throw std::out_of_range(id);
}

report::ChangeRow const* change_of(report::Comparison const& comparison, std::string const& id) {
    for (auto const& one : comparison.changes)
        if (one.id == id) return &one;
    return nullptr;
}

std::string kinds(report::ChangeRow const& row) {
    std::string out;
    for (auto const& reason : row.why) out += reason.kind + ' ';
    return out;
}

bool has(std::string const& text, std::string const& words) {
    return text.find(words) != std::string::npos;
}

// The sample after a change of the law: 7.1 lost its provision, 9.1 is met by a new one.
report::Report later() {
    auto report = test::Sample().report();
    auto& lost = row(report, "7.1");
    auto& gained = row(report, "9.1");
    gained.verdict = "covered";
    gained.provisions = {lost.provisions.front()};
    gained.provisions.front().unit_eid = gained.provisions.front().eid = "sec_9";
    gained.provisions.front().unit_citation = "section 9";
    gained.flags = {"from-bill"};
    lost.verdict = "gap";
    lost.provisions.clear();
    return report;
}

}  // namespace

TEST_CASE("a report that is read back is the report that was written") {
    auto report = test::Sample().report();
    report.bills = {"bill.xml"};
    row(report, "7.1").provisions.front().bill = "A Bill";
    row(report, "7.1")
        .decisions.push_back({"confirm", "covered", "right", "R", "2026-01-01", "obeyed", "", "a", "b", "c"});
    report::add_examples(report, report);
    auto const written = report::to_json(report);
    report::ReportError error;
    auto const read = report::from_json(written, error);
    INFO(error.message);
    REQUIRE(read);
    CHECK(report::to_json(*read) == written);
    CHECK(report::to_html(*read) == report::to_html(report));
}

TEST_CASE("what is no report is refused, with the field that is wrong") {
    auto const refused = [](std::string const& bytes) {
        report::ReportError error;
        CHECK_FALSE(report::from_json(bytes, error));
        return error;
    };
    using Kind = report::ReportError::Kind;
    CHECK(refused("").kind == Kind::malformed);
    CHECK(refused("{\"schema\": ").kind == Kind::malformed);
    CHECK(refused("\xff\xfe").kind == Kind::malformed);
    CHECK(refused(std::string(200'000, '[')).kind == Kind::malformed);
    CHECK(refused("[]").kind == Kind::version);
    CHECK(refused("{\"schema\": \"lacuna-report/2\"}").message ==
          "the file is of the form 'lacuna-report/2', not 'lacuna-report/1'");
    CHECK(refused("{\"schema\": \"lacuna-report/1\"}").message == "the report lacks 'instrument'");
    auto const whole = report::to_json(test::Sample().report());
    auto const spoilt = [&](std::string const& from, std::string const& to) {
        auto text = whole;
        text.replace(text.find(from), from.size(), to);
        return refused(text);
    };
    CHECK(spoilt("\"verdict\": \"covered\"", "\"verdict\": \"fine\"").message ==
          "/articles/0/verdict is no verdict: 'fine'");
    CHECK(spoilt("\"unread\": []", "\"unread\": {}").message == "/unread is no list");
    CHECK(spoilt("\"line\": ", "\"line\": -").kind == Kind::field);
    CHECK(spoilt("\"found\": true", "\"found\": 1").kind == Kind::field);
}

TEST_CASE("a run against itself shows no change") {
    auto const report = test::Sample().report();
    auto const comparison = report::compare(report, report);
    CHECK(comparison.changes.empty());
    CHECK(comparison.differences.empty());
    CHECK(comparison.unchanged == 6);
    CHECK(has(report::to_text(comparison), "6 obligations: nothing changed"));
    CHECK(has(report::to_html(comparison), "No obligation changed."));
}

TEST_CASE("what rose and what fell says which provision came and which went") {
    auto const a = test::Sample().report();
    auto const b = later();
    auto const comparison = report::compare(a, b);
    REQUIRE(change_of(comparison, "7.1") != nullptr);
    CHECK(change_of(comparison, "7.1")->change == Change::fell);
    CHECK(has(kinds(*change_of(comparison, "7.1")), "provision-went"));
    REQUIRE(change_of(comparison, "9.1") != nullptr);
    CHECK(change_of(comparison, "9.1")->change == Change::rose);
    CHECK(has(kinds(*change_of(comparison, "9.1")), "provision-came"));
    CHECK(has(report::to_text(comparison), "flags: now from-bill"));
    CHECK(comparison.count(Change::rose) == 1);
    CHECK(comparison.unchanged == 4);
}

TEST_CASE("B against A is the mirror of A against B") {
    std::map<Change, Change> const mirror{{Change::rose, Change::fell},
                                          {Change::fell, Change::rose},
                                          {Change::evidence_lost, Change::evidence_gained},
                                          {Change::evidence_gained, Change::evidence_lost},
                                          {Change::appeared, Change::gone},
                                          {Change::gone, Change::appeared}};
    auto const a = test::Sample().report();
    auto b = later();
    row(b, "8.1").provisions.resize(1);
    row(b, "7.2").flags = {"decided"};
    b.articles.pop_back();
    auto const there = report::compare(a, b), back = report::compare(b, a);
    CHECK(there.changes.size() == 5);
    REQUIRE(there.changes.size() == back.changes.size());
    CHECK(there.unchanged == back.unchanged);
    for (auto const& one : there.changes) {
        INFO(one.id);
        auto const* other = change_of(back, one.id);
        REQUIRE(other != nullptr);
        auto const at = mirror.find(one.change);
        CHECK(other->change == (at == mirror.end() ? one.change : at->second));
        CHECK(other->before == one.after);
        CHECK(other->flags_new == one.flags_gone);
        CHECK(other->why.size() == one.why.size());
    }
}

TEST_CASE("with the same verdict, what moved, lost evidence or changed its words is told apart") {
    auto const a = test::Sample().report();
    auto b = a;
    auto& provisions = row(b, "7.1").provisions;
    REQUIRE(provisions.size() >= 2);
    SECTION("moved") {
        provisions.front().unit_eid = "sec_77";
        CHECK(change_of(report::compare(a, b), "7.1")->change == Change::moved);
    }
    SECTION("evidence lost") {
        auto const at = std::find_if(provisions.begin() + 1, provisions.end(),
                                     [](auto const& one) { return one.verdict == "partial"; });
        REQUIRE(at != provisions.end());
        provisions.erase(at);
        CHECK(change_of(report::compare(a, b), "7.1")->change == Change::evidence_lost);
        CHECK(change_of(report::compare(b, a), "7.1")->change == Change::evidence_gained);
    }
    SECTION("other words") {
        provisions.front().unit_digest = "sha256:other";
        provisions.front().elements.front().quotes.front().text = "other words";
        auto const comparison = report::compare(a, b);
        CHECK(change_of(comparison, "7.1")->change == Change::evidence_changed);
        CHECK(has(kinds(*change_of(comparison, "7.1")), "text-changed"));
    }
    SECTION("an element less") {
        auto& element = provisions.front().elements.front();
        element.found = false;
        element.quotes.clear();
        auto const comparison = report::compare(a, b);
        CHECK(change_of(comparison, "7.1")->change == Change::evidence_changed);
        CHECK(has(kinds(*change_of(comparison, "7.1")), "element-lost"));
        CHECK(has(kinds(*change_of(report::compare(b, a), "7.1")), "element-gained"));
    }
    SECTION("flags only") {
        row(b, "7.1").flags.push_back("broader");
        CHECK(change_of(report::compare(a, b), "7.1")->change == Change::flags_changed);
    }
}

TEST_CASE("untested is no step on the way up") {
    auto const a = test::Sample().report();
    auto b = a;
    row(b, "9.1").verdict = "untested";  // it was a gap
    CHECK(change_of(report::compare(a, b), "9.1")->change == Change::verdict_changed);
    row(b, "7.1").verdict = "untested";  // it was covered
    CHECK(change_of(report::compare(a, b), "7.1")->change == Change::fell);
}

TEST_CASE("what differs between the runs as a whole is said once") {
    auto const a = test::Sample().report();
    auto b = a;
    b.rules = "sha256:other";
    b.as_of = "2020-01-01";
    b.acts.front().digest = "sha256:other";
    b.acts.push_back(b.acts.front());
    b.acts.back().title = "Another Act";
    b.acts.back().uri = "/akn/xz/act/2020/9";
    auto const text = report::to_text(report::compare(a, b));
    CHECK(has(text, "the rules differ"));
    CHECK(has(text, "as at the files give it, then 2020-01-01"));
    CHECK(has(text, "Another Act was read in the second run only"));
    CHECK(has(text, "the text of =Law of"));
}

TEST_CASE("reports on other law or another instrument are not compared") {
    auto const a = test::Sample().report();
    auto b = a;
    CHECK(report::unlike(a, b).empty());
    b.country_code = "xy";
    CHECK(has(report::unlike(a, b), "'xz'"));
    b = a;
    b.instrument = "other";
    CHECK(has(report::unlike(a, b), "'other'"));
}

TEST_CASE("hostile text is inert in every form of a comparison") {
    auto const a = test::Sample().report();
    auto b = later();
    b.country = "<script>alert(4)</script>";
    row(b, "9.1").title = "<img src=x onerror=alert(5)>\"'";
    auto comparison = report::compare(a, b);
    comparison.bills.push_back(
        {"<b>Bill</b>", "bill.xml", {{"put in <i>", "section 1", "bill.xml", 3}}, {{"not <u>", "", "", 0}}});
    auto const html = report::to_html(comparison);
    for (auto const* bad :
         {"<script>alert", "<img", "<b>Bill", "<i>", "<u>", "http:", "https:", "url(", "@import"}) {
        INFO(bad);
        CHECK_FALSE(has(html, bad));
    }
    CHECK(has(html, "&lt;img src=x"));
    for (auto const& text : {html, report::to_text(comparison), report::to_json(comparison)}) {
        CHECK_FALSE(has(text, "\x1b"));
        CHECK_FALSE(has(text, "\u202e"));
    }
}
