// What is law at a date: intervals, statuses, and what stands inside.
#include <catch2/catch.hpp>

#include "akn/read.hpp"

using namespace lacuna;

namespace {

std::string const act =
    R"(<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act"><meta>
<identification source="#e"><FRBRExpression><FRBRdate date="2024-02-01" name="x"/><FRBRlanguage language="eng"/></FRBRExpression></identification>
<lifecycle source="#e"><eventRef eId="e_1" date="2020-01-01" type="generation"/><eventRef eId="e_2" date="2024-01-01" type="repeal"/>
<eventRef eId="e_3" date="2027-01-01" type="amendment"/></lifecycle>
<temporalData source="#e"><temporalGroup eId="gone"><timeInterval start="#e_1" end="#e_2"/></temporalGroup>
<temporalGroup eId="coming"><timeInterval start="#e_3"/></temporalGroup>
<temporalGroup eId="lost"><timeInterval start="#no_such_event"/></temporalGroup></temporalData></meta><body>
<section eId="sec_1"><num>1.</num><content><p>Now.</p></content></section>
<section eId="sec_2" period="#gone"><num>2.</num><subsection eId="sec_2__subsec_1"><num>(1)</num><content><p>Once.</p></content></subsection></section>
<section eId="sec_3" period="#coming"><num>3.</num><content><p>Later.</p></content></section>
<section eId="sec_4" status="removed"><num>4.</num><content><p>Out.</p></content></section>
<section eId="sec_5" status="suspended"><num>5.</num><content><p>Asleep.</p></content></section>
<section eId="sec_6" period="#lost"><num>6.</num><content><p>Unclear.</p></content></section>
</body></act></akomaNtoso>)";

akn::Force force(std::string const& eid, std::string const& as_of) {
    SourceMap sources;
    Diagnostics diagnostics;
    auto const id = sources.add("act.xml", act);
    akn::ReadOptions options;
    options.as_of = as_of;
    auto const document = akn::read_document(sources.at(id), id, diagnostics, options);
    REQUIRE(document);
    auto const provision = document->find(eid);
    REQUIRE(provision.valid());
    return document->at(provision).force;
}

}  // namespace

TEST_CASE("the date of the expression decides when no other is asked for") {
    CHECK(force("sec_1", "") == akn::Force::in_force);
    CHECK(force("sec_2", "") == akn::Force::repealed);
    CHECK(force("sec_2__subsec_1", "") == akn::Force::repealed);
    CHECK(force("sec_3", "") == akn::Force::not_yet);
    CHECK(force("sec_4", "") == akn::Force::repealed);
    CHECK(force("sec_5", "") == akn::Force::suspended);
}

TEST_CASE("another date finds another law, and an interval ends before its last day") {
    CHECK(force("sec_2", "2023-12-31") == akn::Force::in_force);
    CHECK(force("sec_2", "2024-01-01") == akn::Force::repealed);
    CHECK(force("sec_2", "2019-12-31") == akn::Force::not_yet);
    CHECK(force("sec_3", "2027-01-01") == akn::Force::in_force);
}

TEST_CASE("an interval without known dates takes nothing away") {
    CHECK(force("sec_6", "") == akn::Force::in_force);
}
