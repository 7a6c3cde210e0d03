#include "score/metrics.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "score/draw.hpp"
#include "score/words.hpp"

namespace score = lacuna::score;
using score::Metric;

namespace {

// Two invented files: a full row, a related one, partial rows of both effects, gaps, a joint pair of rows and
// an article judged by its obligations.
constexpr auto gold_text =
    R"(file,eid,convention,article,obligation,relation,missing_elements,overbroad,effect,joint,confidence,note
a/x.xml,sec_1,uncc,7,,full,,no,,,high,
a/x.xml,sec_2,uncc,7,,related,,no,,,high,
a/x.xml,sec_3__subsec_1,uncc,8,,partial,mental;object,yes: wide,both,,high,n8
a/x.xml,,uncc,9,,none,,no,,,high,
a/x.xml,sec_4,uncc,10,,partial,mental,no,broader,,high,
a/x.xml,sec_9,uncc,16,,related,,no,,,high,
b/y.xml,art_5,uncc,25,,partial,scope,no,narrower,full:A,high,
b/y.xml,art_6,uncc,25,,partial,scope,no,narrower,full:A,low,
b/y.xml,chp_2__sec_6,uncc,11,11.1.a.i,partial,object,no,narrower,,high,
b/y.xml,chp_2__sec_6,uncc,11,11.1.b,full,,no,,,high,
b/y.xml,,uncc,11,11.2,none,,no,,,high,
b/y.xml,,uncc,7,,none,,no,,,low,
)";

std::vector<score::GoldRow> example() {
    return score::gold_rows(score::parse_csv(gold_text));
}

score::PredictedRow row(std::string file, std::string eid, std::string article, std::string verdict,
                        std::string rank = {}) {
    return {std::move(file),
            std::move(eid),
            "uncc",
            std::move(article),
            "",
            std::move(verdict),
            "",
            "",
            std::move(rank),
            ""};
}

score::Score only(std::vector<score::PredictedRow> const& rows, score::GoldOptions const& options = {}) {
    auto const gold = score::read_gold(example(), options);
    auto const scores = score::score(gold, score::read_prediction(rows, gold), {});
    REQUIRE(scores.size() == 1);
    return scores.front();
}

std::vector<score::PredictedRow> mixed() {
    return {row("a/x.xml", "sec_2", "7", "covered", ".9"),
            row("a/x.xml", "sec_1__subsec_2", "7", "covered", ".5"),
            row("a/x.xml", "sec_7", "8", "covered", ".9"),
            row("a/x.xml", "sec_3", "8", "gap", ".4"),
            row("a/x.xml", "sec_8", "9", "partial", ".1"),
            row("a/x.xml", "sec_9", "16", "covered", "1"),
            row("b/y.xml", "art_5", "25", "covered", "1"),
            row("b/y.xml", "", "11", "covered"),
            row("b/y.xml", "art_1", "99", "covered")};
}

}  // namespace

TEST_CASE("coverage, pairs, gaps and ranks are counted per article and section") {
    auto const result = only(mixed());
    CHECK(result[Metric::coverage_acc] == Approx(5.0 / 8));
    CHECK(result[Metric::balanced_acc] == Approx((4.0 / 5 + 1.0 / 3) / 2));
    CHECK(result[Metric::pair_p] == Approx(2.0 / 4));
    CHECK(result[Metric::pair_r] == Approx(2.0 / 6));
    CHECK(result[Metric::strict_p] == Approx(3.0 / 5));
    CHECK(result[Metric::strict_p_all] == Approx(2.0 / 5));
    CHECK(result[Metric::strict_r] == Approx(3.0 / 4));
    CHECK(result[Metric::gap_p] == Approx(1.0 / 2));
    CHECK(result[Metric::gap_r] == Approx(1.0 / 3));
    CHECK(result[Metric::hit_1] == Approx(2.0 / 5));
    CHECK(result[Metric::hit_3] == Approx(3.0 / 5));
    CHECK(result[Metric::mrr] == Approx(2.5 / 5));
    auto const gold = score::read_gold(example());
    auto prediction = score::read_prediction(mixed(), gold);
    CHECK(prediction.outside == 1);
    prediction.has_missing = false;
    CHECK(std::isnan(score::score(gold, prediction).front()[Metric::missing_f1]));
}

TEST_CASE("missing elements and broader are counted on common pairs, by obligation where one is named") {
    auto rows = std::vector{row("a/x.xml", "sec_3", "8", "partial"), row("a/x.xml", "sec_4", "10", "covered"),
                            row("b/y.xml", "chp_2__sec_6__subsec_1", "11", "covered")};
    rows[0].missing = "mental;scope", rows[0].broader = "no";
    rows[1].missing = "mental", rows[1].broader = "yes";
    rows[2].obligation = "11.1.b";
    auto const named = only(rows);
    CHECK(named[Metric::missing_p] == Approx(2.0 / 3));
    CHECK(named[Metric::missing_r] == Approx(2.0 / 3));
    CHECK(named[Metric::broader_p] == Approx(1));
    CHECK(named[Metric::broader_r] == Approx(1.0 / 2));
    CHECK(named[Metric::pair_p] == Approx(1));
    rows[2].obligation.clear();
    CHECK(only(rows)[Metric::missing_r] == Approx(2.0 / 4));
}

TEST_CASE("exclusions and confidence take rows out") {
    score::GoldOptions options;
    options.exclude = {"uncc/9", "uncc/16"};
    CHECK(only(mixed(), options).sum.questions == 6);
    options = {};
    options.min_confidence = "med";
    auto const careful = only(mixed(), options);
    CHECK(careful.sum.questions == 7);
    CHECK(careful.sum.gold_pairs == 5);
    auto rows = example();
    rows[4].eid.clear();
    auto const gold = score::read_gold(rows);
    CHECK(gold.unresolved == 1);
    CHECK(gold.truths.size() == 7);
}

TEST_CASE("silence finds every gap and nothing else") {
    auto const result = only({});
    CHECK(result[Metric::pair_r] == 0);
    CHECK(result[Metric::pair_f1] == 0);
    CHECK(result[Metric::gap_r] == 1);
    CHECK(result[Metric::coverage_acc] == Approx(3.0 / 8));
    CHECK(std::isnan(result[Metric::pair_p]));
}

TEST_CASE("an identifier gives its section") {
    std::vector<std::pair<std::string, std::string>> const cases{
        {"sec_3__subsec_1", "sec_3"},   {"part_1__chp_2__art_5__para_1", "part_1__chp_2__art_5"},
        {"sec_487.01", "sec_487.01"},   {"section-2.1.list1", "section-2"},
        {"section-66A", "section-66A"}, {"art-211[2]", "art-211[2]"},
        {"art-20.-para-1", "art-20"},   {"art_234-2", "art_234-2"},
        {"preamble_1", "preamble_1"}};
    for (auto const& [eid, section] : cases) CHECK(score::section_of(eid) == section);
}

TEST_CASE("draws are those of Python's random.Random(7).choice") {
    score::Draw draw(7);
    std::vector<std::size_t> drawn;
    for (int i = 0; i < 12; ++i) drawn.push_back(draw.below(7));
    CHECK(drawn == std::vector<std::size_t>{2, 1, 3, 5, 0, 0, 6, 4, 0, 2, 4, 0});
}

TEST_CASE("adjudications change, drop and add gold rows") {
    auto const table =
        score::parse_csv(R"(file,eid,convention,article,obligation,relation,missing_elements,effect,note
a/x.xml,sec_4,uncc,10,,full,,,intent is stated in subsection 3
a/x.xml,sec_2,uncc,7,,drop,,,
b/y.xml,art_9,uncc,7,,partial,object,narrower,overlooked
b/y.xml,art_8,uncc,7,,drop,,,no such row
)");
    auto const result = score::adjudicate(example(), score::gold_rows(table));
    CHECK(result.changed == 1);
    CHECK(result.dropped == 1);
    CHECK(result.added == 1);
    CHECK(result.idle == 1);
    auto const gold = score::read_gold(result.rows);
    CHECK(gold.find({"a/x.xml", "uncc", "10"})->strict);
    CHECK(gold.find({"a/x.xml", "uncc", "7"})->related.empty());
    CHECK(gold.find({"b/y.xml", "uncc", "7"})->positive.count("art_9") == 1);
}

TEST_CASE("numbers within names sort as numbers") {
    CHECK(score::natural_less("uncc/7", "uncc/10"));
    CHECK(score::natural_less("11.1.a", "11.1.b"));
    CHECK_FALSE(score::natural_less("uncc/10", "uncc/7"));
    CHECK_FALSE(score::natural_less("a", "a"));
}

TEST_CASE("cells with commas, quotes and line ends survive a journey through CSV") {
    std::vector<std::string> const cells{"plain", "a,b", "say \"no\"", "two\nlines", ""};
    auto const table = score::parse_csv("\xEF\xBB\xBF" + score::csv_line({"1", "2", "3", "4", "5"}) + "\r\n" +
                                        score::csv_line(cells) + "x,\"\"\r\n");
    REQUIRE(table.rows.size() == 2);
    CHECK(table.header.front() == "1");
    CHECK(table.rows[0] == cells);
    CHECK(table.cell(1, "1") == "x");
    CHECK(table.cell(1, "5").empty());
    CHECK(table.cell(1, "none").empty());
}
