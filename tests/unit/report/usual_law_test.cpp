// From the acts that were read, named and not given to what a report says of an open duty, and back from its
// JSON.
#include "report/usual_law.hpp"

#include <catch2/catch.hpp>

#include "report/read_report.hpp"
#include "report/unread_law.hpp"
#include "unit/coverage/world.hpp"

using namespace lacuna;

namespace {

struct Courts : test::World {
    ConceptId const crimes{std::size_t{0}}, extradition{std::size_t{1}};
    MeasureId const access = measure("access", {"conduct"});
    DocumentId const law = act("Penal Code", {{"1", "One", "Words of the law stand here."}});

    Courts() {
        catalogue.concept_titles = {"“criminal law”", "“law on extradition”"};
        catalogue.laws = {crimes, extradition};
        obligation("7.1", access, {"conduct"}).usually_in = {extradition, crimes};
        auto& option = obligation("7.2", access, {"conduct"});
        option.force = dsl::ForceOfDuty::may;
        option.narrows = {"7.1"};
        findings.laws = {{crimes}};
        findings.named.push_back({"Extradition Act", law, ProvisionId(0), 0, 3, 2, {extradition}});
    }
    [[nodiscard]] report::Report report() {
        return report::build(catalogue, assess(), set, findings, selection, sources);
    }
};

}  // namespace

TEST_CASE("an open duty says which kinds of law usually hold it, by the titles of acts") {
    Courts courts;
    courts.selection.country.not_read = {{"Extradition Act", {}}, {"Fugitives Act", {}}};
    courts.findings.not_read = {{courts.extradition}, {courts.extradition}};
    auto const report = courts.report();
    auto const& duty = report.articles.at(0).obligations.at(0);
    REQUIRE(duty.usual.size() == 2);
    CHECK(duty.usual[0].law == "law on extradition");
    CHECK(duty.usual[0].read.empty());
    CHECK(duty.usual[0].named == std::vector<std::string>{"Extradition Act", "Fugitives Act"});  // each once
    CHECK(duty.usual[1].read == std::vector<std::string>{"Penal Code"});
    CHECK(report.articles[0].obligations[1].usual.empty());  // an option is no open duty
}

TEST_CASE("where an act is in a language that no rules speak, nothing is said of the law in its title") {
    Courts courts;
    courts.findings.languages = {""};
    CHECK(courts.report().articles.at(0).obligations.at(0).usual.empty());
}

TEST_CASE("an act that could not be given, and of which nothing says what it may hold, is told") {
    Courts courts;
    courts.selection.country.not_read = {
        {"Firearms Act", {}}, {"Roads Act", {"traffic"}}, {"Other Act", {"substantive"}}};
    courts.findings.not_read = {{}, {}, {}};
    auto const& assumed = courts.report().assumed;
    std::string all;
    for (auto const& sentence : assumed) all += sentence + '\n';
    CHECK(all.find("Firearms Act, which was not given: neither its title nor its kinds (none)") !=
          std::string::npos);
    CHECK(all.find("its kinds (traffic) say what it may hold; the kinds that are asked for: substantive") !=
          std::string::npos);
    CHECK(all.find("Other Act") == std::string::npos);
}

TEST_CASE("what narrows a duty is what would permit less, and all of it is read back") {
    Courts courts;
    auto const gap = courts.report();
    auto const& permits = gap.articles.at(0).obligations.at(0).advice.permits;
    REQUIRE(permits.size() == 1);
    CHECK(permits[0].kind == "option");
    CHECK(permits[0].obligation == "7.2");
    courts.selection.country.not_read = {{"Fugitives Act", {}}};
    courts.findings.not_read = {{courts.extradition}};
    auto const untested = courts.report();
    CHECK(untested.articles.at(0).obligations.at(0).reason == "Fugitives Act was not given to be read");
    for (auto const* report : {&gap, &untested}) {
        report::ReportError error;
        auto const again = report::from_json(report::to_json(*report), error);
        REQUIRE(again);
        CHECK(report::to_json(*again) == report::to_json(*report));
        CHECK(again->not_read == report->not_read);
        CHECK(report::unread_summary(*again) == report::unread_summary(*report));
        CHECK_FALSE(report::unread_summary(*report).empty());
    }
}
