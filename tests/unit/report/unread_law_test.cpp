// What reports say of law that may answer an open duty and was not read, and in what order duties are to be
// done.
#include "report/unread_law.hpp"

#include <catch2/catch.hpp>

#include "report/brief.hpp"
#include "report/open_duties.hpp"
#include "report/summary.hpp"

using namespace lacuna;
using report::UsualLaw;

namespace {

report::ObligationRow duty(std::string const& id, std::string const& verdict,
                           std::vector<UsualLaw> usual = {}) {
    report::ObligationRow row;
    row.id = id;
    row.title = "Do what " + id + " asks";
    row.verdict = verdict;
    row.force = "shall";
    row.mandatory = true;
    row.usual = std::move(usual);
    return row;
}

report::Report report_of(std::vector<report::ObligationRow> rows) {
    report::Report report;
    report.instrument_title = "Convention";
    report.articles.push_back({"1", "Title", "I", "Chapter", "gap", std::move(rows)});
    report.chapters.push_back({"I", "Chapter", 1, {}});
    return report;
}

}  // namespace

TEST_CASE("a kind of law is unread where an act of it is named, or where none of any usual kind was read") {
    UsualLaw const read{"law A", {"Act A"}, {}}, unread{"law B", {}, {}}, named{"law C", {}, {"Other C"}};
    UsualLaw const both{"law E", {"Act E"}, {"Other E"}};
    CHECK(report::unread_line(duty("1", "gap")).empty());
    CHECK(report::unread_line(duty("1", "gap", {read, unread})).empty());
    CHECK(report::unread_line(duty("1", "gap", {both})).empty());
    CHECK(report::unread_line(duty("1", "covered", {unread})).empty());
    CHECK(report::unread_line(duty("1", "gap", {unread, read})) ==
          "It usually stands in law B; no act with such a title was read.");
    CHECK(report::unread_line(duty("1", "gap", {unread})) ==
          "It usually stands in law B; no act with such a title was read.");
    CHECK(report::unread_line(duty("1", "gap", {read, named})) ==
          "It may stand in Other C, which is named and was not read.");
    auto mended = duty("1", "partial", {unread, named});
    mended.provisions.resize(1);
    CHECK(report::unread_line(mended) == "It may stand in Other C, which is named and was not read.");
    mended.usual.pop_back();
    CHECK(report::unread_line(mended).empty());
    UsualLaw const many{"law D", {}, {"A", "B", "C", "D", "E"}};
    CHECK(report::unread_line(duty("1", "gap", {unread, many})) ==
          "It may stand in A, B, C, and 2 more, which are named and were not read. It also usually stands in "
          "law B; "
          "no act with such a title was read.");
}

TEST_CASE("where the law reaches further, an unread law of general rules may ask for what is absent") {
    auto met = duty("1", "covered", {{"law A", {"Act A"}, {}, false}, {"law B", {}, {"Code B"}, true}});
    met.provisions.resize(1);
    met.provisions[0].protections = {"mental"};
    report::ElementRow mental;
    mental.name = "mental";
    mental.title = "the intent";
    met.provisions[0].elements = {mental};
    CHECK(report::general_rule_line(met).empty());  // no general rule could supply it
    met.provisions[0].elements[0].elsewhere = {"Intent everywhere"};
    CHECK(report::general_rule_line(met) ==
          "Code B, which is named and was not read, may ask for the intent by a general rule "
          "(“Intent everywhere”)");
    CHECK(report::unread_line(met) == report::general_rule_line(met) + ".");
    CHECK(report::general_rule_lines(report_of({met, duty("2", "gap")})) ==
          std::vector<std::string>{report::general_rule_line(met) + ": 1."});
    met.usual[1].named.clear();
    CHECK(report::general_rule_line(met) ==
          "law B, of which no act was read, may ask for the intent by a general rule (“Intent everywhere”)");
    met.usual[1].general = false;  // another law holds the rules for all
    CHECK(report::general_rule_line(met).empty());
    met.usual[1] = {"law B", {"Code B"}, {}, true};  // it was read
    CHECK(report::general_rule_line(met).empty());
}

TEST_CASE("the laws that may answer most duties come first, and only duties count") {
    UsualLaw const few{"law A", {}, {}}, most{"law B", {}, {"Act B"}};
    auto report = report_of({duty("1", "gap", {few}), duty("2", "gap", {most}), duty("3", "partial", {most}),
                             duty("4", "covered"), duty("5", "gap")});
    CHECK(report::unread_summary(report) ==
          "3 of 4 open duties may be answered by law that was not read: law B (2: Act B); law A (1).");
    auto const laws = report::unread_laws(report);
    REQUIRE(laws.size() == 2);
    CHECK(laws[0].named == std::vector<std::string>{"Act B"});
    CHECK(laws[0].obligations == std::vector<std::string>{"2", "3"});
    for (auto& row : report.articles[0].obligations) row.mandatory = false;
    CHECK(report::unread_laws(report).empty());
    CHECK(report::unread_summary(report).empty());
}

TEST_CASE("what cooperation needs is written first, then what no other law can hold") {
    auto report = report_of({duty("1", "gap"), duty("2", "gap"), duty("3", "partial", {{"law A", {}, {}}}),
                             duty("4", "untested"), duty("5", "covered"), duty("6", "reserved")});
    report.grounds.push_back({"Serious crime", "", "", "", {{"2", "Two", "gap", "not read", {}}}});
    auto const ids = [&](report::WhyFirst why) {
        std::string all;
        for (auto const& one : report::open_duties(report, why)) all += one.row->id;
        return all;
    };
    CHECK(ids(report::WhyFirst::cooperation) == "2");
    CHECK(ids(report::WhyFirst::nowhere) == "1");
    CHECK(ids(report::WhyFirst::elsewhere) == "3");
    CHECK(ids(report::WhyFirst::supply) == "4");
    auto const counts = report::duties_of(report, report.chapters[0]);
    CHECK(counts.all == 6);
    CHECK(counts.met + counts.part + counts.open + counts.unread + counts.unjudged + counts.reserved ==
          counts.all);
    auto const text = to_markdown(report::brief(report));
    auto const first = text.find("Write first, for cooperation (1)"), then = text.find("Write next (1)"),
               last = text.find("Read other law first, then write what it lacks (1)");
    CHECK(first < then);
    CHECK(then < last);
    CHECK(last != std::string::npos);
    CHECK(text.find("2 ?: Do what 2 asks") != std::string::npos);
    // The report's list has the same order, with what reaches further and what is recommended at its end.
    auto& rows = report.articles[0].obligations;
    rows.insert(rows.begin(), duty("7", "gap"));
    rows.front().force = "should";
    rows.front().mandatory = false;
    rows[5].flags = {"broader"};
    rows[5].provisions.resize(1);
    report::list_todo(report);
    std::string order;
    for (auto const& row : report.todo) order += row.obligation;
    CHECK(order == "213457");
    CHECK(report.todo.front().why == report::WhyFirst::cooperation);
    CHECK(report.todo.back().why == report::WhyFirst::recommended);
    for (auto const& row : report.todo) CHECK(report::why_first_of(report::to_string(row.why)) == row.why);
}

TEST_CASE("what the act on the matter does not say is no less a gap for a law that was not read") {
    std::vector<UsualLaw> const usual{{"law A", {}, {"Act A"}}, {"law B", {"Act B"}, {}}};
    auto report = report_of({duty("1", "gap", {{"law A", {}, {"Act A"}}}), duty("2", "gap", usual),
                             duty("3", "gap", usual), duty("4", "covered"), duty("5", "covered"),
                             duty("6", "covered")});
    auto const answered = [&](std::size_t row, std::string const& act) {
        report.articles[0].obligations[row].provisions.resize(1);
        report.articles[0].obligations[row].provisions[0].act = act;
    };
    auto const ids = [&](report::WhyFirst why) {
        std::string all;
        for (auto const& one : report::open_duties(report, why)) all += one.row->id;
        return all;
    };
    answered(3, "Act C");
    answered(4, "Act C");
    answered(5, "Act B");
    CHECK(ids(report::WhyFirst::elsewhere) == "123");  // Act B is not the act on the matter
    answered(4, "Act B");
    CHECK(ids(report::WhyFirst::elsewhere) == "1");
    CHECK(ids(report::WhyFirst::own_act) == "23");
    // What cooperation needs stands before what comes first in the instrument, in every list.
    report.grounds.push_back({"Serious crime", "", "", "", {{"3", "Three", "gap", "not read", {}}}});
    CHECK(ids(report::WhyFirst::own_act) == "32");
    report::list_todo(report);
    std::string order;
    for (auto const& row : report.todo) order += row.obligation;
    CHECK(order == "321");
    CHECK(to_markdown(report::brief(report))
              .find("Look into other law, then write in the act on the matter (2)") != std::string::npos);
}

TEST_CASE("the brief says whole what is to be written, and only of what other law may have the first lines") {
    std::vector<report::ObligationRow> rows;
    for (auto const* id : {"1", "2", "3", "4", "5"}) rows.push_back(duty(id, "gap"));
    CHECK(to_markdown(report::brief(report_of(rows))).find("Do what 5 asks") != std::string::npos);
    for (auto& row : rows) row.usual = {{"law A", {}, {"Act A"}}};
    auto const cut = to_markdown(report::brief(report_of(rows)));
    CHECK(cut.find("Do what 3 asks") != std::string::npos);
    CHECK(cut.find("Do what 4 asks") == std::string::npos);
    CHECK(cut.find("and 4 ?, 5 ?") != std::string::npos);
}

TEST_CASE("what was read and lacks a duty is counted apart from what nobody read") {
    UsualLaw const read{"law A", {"Act A"}, {}}, unread{"law B", {}, {}};
    auto repealed = duty("4", "gap", {unread});
    repealed.provisions.resize(1);  // found, and no longer law
    auto const report = report_of({duty("1", "gap", {read, unread}), duty("2", "gap", {unread}),
                                   duty("3", "gap"), repealed, duty("5", "partial", {unread})});
    auto const counts = report::duties_of(report, report.chapters[0]);
    CHECK(counts.open == 3);
    CHECK(counts.unread == 1);
    CHECK(report::no_law_was_read(report.articles[0].obligations[1]));
    CHECK(report::headline(report) ==
          "Of 5 duties 0 are met, 1 in part, 3 not; 1 not found, and no law of the kind that usually has it "
          "was read.");
}

TEST_CASE("of what cooperation needs it is not said that no law is unread where a part of it was found") {
    UsualLaw const unread{"law B", {}, {}};
    auto found = duty("1", "partial", {unread});
    found.provisions.resize(1);
    auto report = report_of({found, duty("2", "gap", {unread})});
    report.grounds.push_back({"Serious crime", "", "", "", {{"1", "One", "partial", "not read", {}}}});
    REQUIRE(report::why_first(report, report.articles[0], report.articles[0].obligations[0]) ==
            report::WhyFirst::cooperation);
    auto const text = to_markdown(report::brief(report));
    CHECK(text.find("law B") != std::string::npos);
    CHECK(text.find("no law is known to be unread") == std::string::npos);
    CHECK(text.find("or law that was read has a part of it, to be mended where it stands") !=
          std::string::npos);
}
