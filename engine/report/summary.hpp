// What the first screen of every format says: counts, chapters, and what to do first.
#pragma once

#include "report/report.hpp"

namespace lacuna::report {

// Obligations for which the same is to be done, as one line.
struct TodoGroup {
    std::string kind;
    std::vector<std::string> obligations;
    std::string text;
    bool should = false, verified = true;
    WhyFirst why = WhyFirst::nowhere;
};
// In the order of the rows, which is that of the brief.
[[nodiscard]] std::vector<TodoGroup> grouped(std::vector<TodoRow> const& rows);
// A verdict with which a duty still asks for something: gap, partial, untested.
[[nodiscard]] bool is_open(std::string_view verdict);
// Whether somebody should do something about it: what the instrument asks with "shall" or "should", open.
[[nodiscard]] bool is_open_duty(ObligationRow const& row);
// Whether a near miss is a place to begin from: what it lacks is a small part of what is asked, and it is of
// the kind that is looked for and not set apart as another matter. One that has less would send a drafter
// astray: a mind, a sanction and a limit are in every offence.
[[nodiscard]] bool is_near(ProvisionRow const& miss);
// "Of 40 duties 21 are met, 4 in part, 9 not; 2 not found, and no law of the kind that usually has them was
// read; 1 reserved; 3 could not be judged from these acts.": what a reader has to know first. Duties are what
// the instrument asks with "shall"; policy is not counted.
[[nodiscard]] std::string headline(Report const& report);
// Fills `todo` from the articles: in the order of WhyFirst; of each what cooperation needs first, then in the
// order of the instrument.
void list_todo(Report& report);
// Fills counts, chapters and todo from the articles.
void summarise(Report& report);

// The verdicts in the order in which they are shown, best first.
[[nodiscard]] std::vector<std::string> const& verdict_order();
[[nodiscard]] std::uint64_t count_of(Counts const& counts, std::string_view verdict);

}  // namespace lacuna::report
