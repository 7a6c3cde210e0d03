// Countries side by side: names, pairs, and hostile text in every format.
#include "report/matrix.hpp"

#include <catch2/catch.hpp>

#include "report/matrix/pairs.hpp"
#include "sample.hpp"

using namespace lacuna;

namespace {

report::GroundRow ground(std::string const& verdict, std::string const& threshold) {
    report::GroundRow row;
    row.obligation = "7.1";
    row.verdict = verdict;
    row.threshold = threshold;
    return row;
}

report::PairCell cell(report::GroundRow const& a, report::GroundRow const& b) {
    return report::pair_cell("A", a, "B", b);
}

// Two countries with the law of the sample, one of them with words that reach the threshold.
report::Matrix two_countries() {
    test::Sample sample;
    auto const high = sample.measure("high", {"sanction"});
    auto const low = sample.measure("low", {"sanction"});
    for (auto const id : {high, low}) sample.catalogue.measures[id.index()].elements[0].needed = true;
    program::Cooperation view;
    view.title = "Together <b>";
    view.note = "Both need it.";
    view.offences = {program::ObligationId(0), program::ObligationId(2)};
    view.reaches = high;
    view.below = low;
    sample.catalogue.instruments[0].cooperations.push_back(view);
    auto without = sample.report();
    sample.finding(high, DocumentId(0), 0, {"sanction"});
    return report::matrix({{"", "a/one", sample.report()}, {"", "b/two/", std::move(without)}});
}

}  // namespace

TEST_CASE("a yes needs both offences whole, and both penalties read and high enough") {
    auto const yes = ground("covered", "reached");
    CHECK(cell(yes, yes).state == "yes");
    for (auto const* verdict : {"covered", "partial", "reserved", "untested", "gap", "option-not-used"})
        for (auto const* threshold : {"reached", "below", "differs", "not read"}) {
            auto const other = ground(verdict, threshold);
            INFO(verdict << ", " << threshold);
            CHECK(cell(yes, other).state == cell(other, yes).state);
            if (std::string(verdict) != "covered" || std::string(threshold) != "reached")
                CHECK(cell(yes, other).state != "yes");
        }
}

TEST_CASE("what was not read is unknown, never no") {
    auto const yes = ground("covered", "reached");
    CHECK(cell(yes, ground("covered", "not read")).state == "unknown");
    CHECK(cell(yes, ground("covered", "differs")).state == "unknown");
    CHECK(cell(yes, ground("untested", "not read")).state == "unknown");
    CHECK(cell(yes, ground("partial", "reached")).state == "partly");
    CHECK(cell(yes, ground("partial", "below")).state == "no");
    CHECK(cell(yes, ground("gap", "not read")).state == "no");
}

TEST_CASE("a cell says whose law does what") {
    auto const yes = ground("covered", "reached");
    CHECK(cell(yes, yes).why == "both have it and reach the threshold");
    CHECK(cell(ground("gap", "not read"), yes).why == "A lacks the offence");
    CHECK(cell(yes, ground("partial", "below")).why ==
          "B has the offence in part and punishes it below the threshold");
    CHECK(cell(ground("gap", "not read"), ground("gap", "not read")).why == "each lacks the offence");
}

TEST_CASE("countries of one name are told apart, in the order given") {
    auto const matrix = two_countries();
    CHECK(matrix.countries[0].name == "Testland (one)");
    CHECK(matrix.countries[1].name == "Testland (two)");
    report::Report nameless;
    auto const named = report::matrix({{"", "law/one/", nameless}, {"", "two.xml", nameless}});
    CHECK(named.countries[0].name == "one");
    CHECK(named.countries[1].name == "two.xml");
    report::Report dated;
    dated.country = "Testland";
    auto const twice = report::matrix({{"", "law/2011", dated}, {"", "law/2024/", dated}});
    CHECK(twice.countries[0].name == "Testland (2011)");
    CHECK(twice.countries[1].name == "Testland (2024)");
    auto const same = report::matrix({{"", "law", dated}, {"", "law/", dated}});
    CHECK(same.countries[0].name == "Testland");
    CHECK(same.countries[1].name == "Testland (2)");
}

TEST_CASE("each pair is held together once for each offence of the view") {
    auto const views = report::pair_views(two_countries());
    REQUIRE(views.size() == 1);
    REQUIRE(views[0].rows.size() == 2);
    CHECK(views[0].rows[0].obligation == "7.1");
    REQUIRE(views[0].rows[0].cells.size() == 1);
    CHECK(views[0].rows[0].cells[0].state == "unknown");
    CHECK(views[0].rows[0].cells[0].why == "Testland (two) was not read against the threshold");
    auto one = two_countries();
    one.countries.pop_back();
    CHECK(report::pair_views(one).empty());
}

TEST_CASE("hostile words are inert in every format of a matrix, and the bytes are the same each time") {
    auto const matrix = two_countries();
    for (auto const& format : report::matrix_formats())
        for (auto const& table : report::matrix_tables()) {
            report::WriteOptions options;
            options.table = table;
            options.text.details = true;
            auto const written = report::write(matrix, format, options);
            INFO(format << " " << table);
            if (format == "docx" && !written.ok()) {
                WARN("docx skipped: " << written.error);
                continue;
            }
            REQUIRE(written.ok());
            CHECK(written.bytes == report::write(matrix, format, options).bytes);
            if (format == "xlsx" || format == "docx") continue;
            CHECK(written.bytes.find('\x1b') == std::string::npos);
            if (format == "html") CHECK(written.bytes.find("<script>alert") == std::string::npos);
            if (format == "html") CHECK(written.bytes.find("Together <b>") == std::string::npos);
            if (format == "csv") CHECK(written.bytes.find(",\"=") == std::string::npos);
        }
}

TEST_CASE("every cell of the page leads to a place that is there once") {
    auto const html = report::to_html(two_countries());
    std::size_t links = 0;
    for (auto at = html.find("href=\"#"); at != std::string::npos; at = html.find("href=\"#", at + 1)) {
        auto const begin = at + 7;
        auto const id = html.substr(begin, html.find('"', begin) - begin);
        auto const anchor = "id=\"" + id + "\"";
        INFO(id);
        auto const place = html.find(anchor);
        CHECK(place != std::string::npos);
        CHECK(html.find(anchor, place + 1) == std::string::npos);
        ++links;
    }
    CHECK(links > 10);
}
