// A report with one of everything, over acts whose text attacks every format.
#pragma once

#include "report/report.hpp"
#include "unit/coverage/world.hpp"

namespace lacuna::test {

inline constexpr char const* hostile =
    "Whoever <script>alert(1)</script> \"enters\" & takes \x1b[31mred\x1b[0m \xff words\u202E of law shall "
    "be fined.";

struct Sample : World {
    Sample() {
        auto const access = measure("access", {"conduct", "mental", "sanction"}, {"dishonest", "secured"});
        auto const other = measure("other", {"conduct"});
        auto const law =
            act("=Law of \"Testland\" & <more>",
                {{"1", "Access <b>", "Whoever enters a system with intent shall be fined."},
                 {"2", "Hostile", hostile},
                 {"3", "Gone", "Old words that are law no more, and were.", akn::Force::repealed},
                 {"4", "Long", std::string(100'000, 'x') + " and the end of it"},
                 {"5", "Others", "النص العربي للقانون 漢字の法律 stands here."}});
        selection.country.name = "Testland";
        selection.country.code = "xz";
        selection.country.assumed = false;
        auto& duty = obligation("7.1", access, {"conduct", "mental", "sanction"});
        duty.allows = {"dishonest"};
        duty.protects = {"mental"};
        duty.verified = dsl::Verified::checked;
        obligation("7.2", other, {"conduct"}).force = dsl::ForceOfDuty::may;
        obligation("8.1", access, {"conduct", "mental", "sanction"}).protects = {"mental"};
        obligation("9.1", other, {"conduct"});
        obligation("10.1", {}).policy = true;
        obligation("11.1", other, {"conduct"}).asks = {"cooperation"};
        for (auto const* file : {"=Law of \"Testland\" & <more>.xml"})
            selection.kinds[file] = {"substantive"};
        finding(access, law, 0, {"conduct", "mental", "sanction", "dishonest"});
        finding(access, law, 1, {"conduct", "sanction"});
        finding(access, law, 3, {"conduct", "secured"});
        finding(access, law, 4, {"sanction"});
        near_miss(other, law, 4, 1);
        near_miss(other, law, 2, 0);
    }
    [[nodiscard]] report::Report report() const {
        return report::build(catalogue, assess(), set, findings, selection, sources);
    }
};

}  // namespace lacuna::test
