#include <catch2/catch.hpp>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "base/utf8.hpp"
#include "report/formats.hpp"
#include "report/tables.hpp"
#include "unit/report/sample.hpp"

using namespace lacuna;

namespace {

bool has(std::string const& text, std::string const& words) {
    return text.find(words) != std::string::npos;
}

report::ObligationRow const& row(report::Report const& report, std::string const& id) {
    for (auto const& article : report.articles)
        for (auto const& item : article.obligations)
            if (item.id == id) return item;
    FAIL("no obligation " << id);
    std::abort();
}

// The cells of a CSV text, as RFC 4180 reads it.
std::vector<std::string> cells(std::string const& csv) {
    std::vector<std::string> out;
    std::string cell;
    bool quoted = false;
    for (std::size_t at = 3; at < csv.size(); ++at) {
        if (quoted && csv[at] == '"' && at + 1 < csv.size() && csv[at + 1] == '"') {
            cell += csv[++at];
        } else if (csv[at] == '"') {
            quoted = !quoted;
        } else if (!quoted && (csv[at] == ',' || csv[at] == '\r')) {
            out.push_back(cell);
            cell.clear();
            if (csv[at] == '\r') ++at;
        } else {
            cell += csv[at];
        }
    }
    return out;
}

}  // namespace

TEST_CASE("the ending of a file names its format") {
    CHECK(report::format_of("a/b.xlsx") == "xlsx");
    CHECK(report::format_of("b.sarif.json") == "sarif");
    CHECK(report::format_of("b.htm") == "html");
    CHECK(report::format_of("b.md") == "markdown");
    CHECK(report::format_of("b.txt") == "text");
    CHECK(report::format_of("a.html/b").empty());
    CHECK(report::format_of("b.dat").empty());
    CHECK(report::format_of("b.").empty());
}

TEST_CASE("no cell of a CSV table can run in a spreadsheet") {
    auto report = test::Sample().report();
    report.articles.at(0).title = "=1+1";
    report.articles.at(0).obligations.at(0).title = "+cmd|' /C calc'!A0";
    report.articles.at(0).obligations.at(0).reason = "-2";
    report.articles.at(1).title = "@SUM(1)";
    report.articles.at(2).title = "＝1";
    for (auto const* name : {"obligations", "evidence", "gaps", "surplus"}) {
        auto const csv = report::to_csv(report, name);
        auto const table = report::table_named(report, name);
        auto const all = cells(csv);
        CHECK(all.size() == table.columns.size() * (table.rows.size() + 1));
        for (auto const& cell : all) {
            INFO(cell.substr(0, 60));
            if (!cell.empty()) CHECK(std::string("=+-@\t\r").find(cell.front()) == std::string::npos);
        }
    }
    CHECK(has(report::to_csv(report, "obligations"), "\"'=1+1\""));
    CHECK(has(report::to_csv(report, "obligations"), "\"'＝1\""));
    CHECK(has(report::to_csv(report, "evidence"), "\"'=Law of \"\"Testland\"\""));
}

TEST_CASE("Markdown keeps words words") {
    auto report = test::Sample().report();
    report.articles.at(0).title = "1. a | b [link](x) # *bold*";
    auto const text = report::to_markdown(report);
    CHECK(has(text, "1\\. a \\| b \\[link\\](x) \\# \\*bold\\*"));
    CHECK_FALSE(has(text, "<script>"));
    CHECK_FALSE(has(text, "<b>"));
    CHECK(has(text, "### 9.1"));
}

TEST_CASE("SARIF holds the instrument as taxonomy, eIds as logical locations, and stable fingerprints") {
    auto const report = test::Sample().report();
    auto const first = report::to_sarif(report, "1.0", "");
    REQUIRE(first.ok());
    auto const json = nlohmann::json::parse(first.bytes);
    auto const& run = json.at("runs").at(0);
    CHECK(run.at("taxonomies").at(0).at("taxa").size() == 6);
    auto const& result = run.at("results").at(0);
    CHECK(result.at("taxa").at(0).at("id") == "7.1");
    CHECK(result.at("locations").at(0).at("logicalLocations").at(0).at("name") == "sec_1");
    CHECK_FALSE(result.contains("baselineState"));

    auto moved = report;
    for (auto& article : moved.articles)
        for (auto& item : article.obligations)
            for (auto& provision : item.provisions) provision.line += 100;
    row(moved, "9.1");
    auto& gap = moved.articles.at(2).obligations.at(0);
    REQUIRE(gap.id == "9.1");
    gap.verdict = "covered";
    moved.articles.at(3).obligations.clear();
    auto const second = report::to_sarif(moved, "1.0", first.bytes);
    REQUIRE(second.ok());
    auto const again = nlohmann::json::parse(second.bytes);
    std::map<std::string, std::string> states;
    for (auto const& item : again.at("runs").at(0).at("results"))
        states[item.at("partialFingerprints").at("lacunaIdentity/v1")] = item.at("baselineState");
    CHECK(states.at("xz/test/7.1") == "unchanged");
    CHECK(states.at("xz/test/9.1") == "updated");
    CHECK(states.at("xz/test/10.1") == "absent");
    CHECK_FALSE(report::to_sarif(report, "1.0", "{}").ok());
    CHECK_FALSE(
        report::to_sarif(report, "1.0", "{\"version\":\"2.1.0\",\"runs\":[3,{\"results\":[1]}]} x").ok());
    CHECK(report::to_sarif(report, "1.0", "{\"version\":\"2.1.0\",\"runs\":[3,{\"results\":[1]}]}").ok());
}

TEST_CASE("a workbook is the same bytes for the same report") {
    auto const report = test::Sample().report();
    auto const first = report::to_xlsx(report), second = report::to_xlsx(report);
    REQUIRE(first.ok());
    CHECK(first.bytes.substr(0, 2) == "PK");
    CHECK(first.bytes == second.bytes);
}

TEST_CASE("a document is the same bytes for the same report, where pandoc is installed") {
    if (std::system("pandoc --version >/dev/null 2>&1") != 0) {
        WARN("skipped: pandoc is not installed");
        return;
    }
    auto const report = test::Sample().report();
    auto const first = report::to_docx(report), second = report::to_docx(report);
    INFO(first.error << ' ' << first.help);
    REQUIRE(first.ok());
    CHECK(first.bytes.substr(0, 2) == "PK");
    CHECK(first.bytes == second.bytes);
}

TEST_CASE("a gap comes with a checklist, what permits less, and examples of other countries") {
    auto report = test::Sample().report();
    auto const& gap = row(report, "9.1");
    REQUIRE(gap.verdict == "gap");
    REQUIRE(gap.advice.checklist.size() == 1);
    CHECK(gap.advice.checklist[0].name == gap.title);  // "conduct" alone would say nothing
    CHECK(gap.advice.checklist[0].state == "missing");
    CHECK(gap.advice.examples.empty());
    auto const& covered = row(report, "7.1");
    CHECK(covered.verdict == "covered");
    CHECK(row(report, "7.2").advice.empty());  // permits only: nothing is to be done

    auto other = report;
    other.country = "Otherland";
    auto provision = row(report, "7.1").provisions.at(0);
    provision.verdict = "covered";
    other.articles.at(2).obligations.at(0).provisions.assign(3, provision);
    report::add_examples(report, other);
    auto const& examples = row(report, "9.1").advice.examples;
    REQUIRE(examples.size() == 2);
    CHECK(examples[0].country == "Otherland");
    CHECK(examples[0].eid == "sec_1");
    other.instrument = "another";
    report::add_examples(report, other);
    CHECK(row(report, "9.1").advice.examples.size() == 2);
}

TEST_CASE("what no obligation asks for, and what reaches further, is listed apart") {
    auto const report = test::Sample().report();
    std::map<std::string, std::size_t> kinds;
    for (auto const& item : report.surplus) ++kinds[item.kind];
    CHECK(kinds["reaches further"] > 0);
    CHECK(kinds["asks for more"] > 0);
    CHECK(kinds["not asked"] == 0);
}
