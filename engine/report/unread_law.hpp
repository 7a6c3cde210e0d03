// Where an open duty may be answered beyond the acts that were read: kinds of law that usually hold it, by
// the titles of acts, and acts of that kind that the law names. Every format words it by these functions.
#pragma once

#include "report/report.hpp"

namespace lacuna::report {

// A kind of law that was not read, and what it may answer.
struct UnreadLaw {
    std::string law;                       // "law on extradition"
    std::vector<std::string> named;        // acts of that kind that the law names and that were not read
    std::vector<std::string> obligations;  // open duties ("shall"), in the order of the instrument
};
// The kind that may answer most duties first.
[[nodiscard]] std::vector<UnreadLaw> unread_laws(Report const& report);

// Whether a gap is one because nobody read the law: the rules say which law usually holds the duty, no act of
// any such kind was read, and what was read has nothing of it.
[[nodiscard]] bool no_law_was_read(ObligationRow const& row);

// "It may stand in Extradition Act, which is named and was not read.": of one open obligation; empty where
// law that usually holds it was read.
[[nodiscard]] std::string unread_line(ObligationRow const& row);
// "Penal Code, which is named and was not read, may ask for intent by a general rule (“…”)": of a duty that
// is met by a provision which does not ask for what protects people; empty where no general rule could supply
// that, or where law that usually holds such a rule was read.
[[nodiscard]] std::string general_rule_line(ObligationRow const& row);
// The same as sentences of the whole report, each once with the obligations that it is about.
[[nodiscard]] std::vector<std::string> general_rule_lines(Report const& report);
// "31 of 52 open duties may be answered by law that was not read: law on extradition (6: Extradition Act);
// …"; empty where none may.
[[nodiscard]] std::string unread_summary(Report const& report);

}  // namespace lacuna::report
