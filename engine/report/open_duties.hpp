// What is open of the duties of an instrument, in the order in which to do it, and why in that order.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "report/report.hpp"

namespace lacuna::report {

// What a ministry is to do with them: "Write next".
[[nodiscard]] std::string heading_of(WhyFirst why);
// A sentence.
[[nodiscard]] std::string reason_of(Report const& report, WhyFirst why);
// Of an open duty of the article.
[[nodiscard]] WhyFirst why_first(Report const& report, ArticleRow const& article, ObligationRow const& row);

// Whether a view of cooperation asks for the obligation.
[[nodiscard]] bool is_in_view(Report const& report, std::string const& obligation);

struct OpenDuty {
    ArticleRow const* article = nullptr;
    ObligationRow const* row = nullptr;
    std::string text;  // what to do, as TodoRow says it
};
// Of one kind, what cooperation needs first, then in the order of the instrument; only what it asks with
// "shall".
[[nodiscard]] std::vector<OpenDuty> open_duties(Report const& report, WhyFirst why);

// How the duties of a chapter came out.
struct DutyCounts {
    std::uint64_t all = 0, met = 0, part = 0, open = 0, unjudged = 0, reserved = 0;
    std::uint64_t unread = 0;  // not found where no law was read that usually holds them; not in `open`
};
[[nodiscard]] DutyCounts duties_of(Report const& report, ChapterRow const& chapter);

}  // namespace lacuna::report
