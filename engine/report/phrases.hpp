// Short phrases about rows of the report, the same in every format.
#pragma once

#include <string>
#include <vector>

#include "report/report.hpp"

namespace lacuna::report {

[[nodiscard]] std::string joined(std::vector<std::string> const& texts, std::string_view between = ", ");
// The first `most`, and "and 4 more" where there are more.
[[nodiscard]] std::vector<std::string> few(std::vector<std::string> texts, std::size_t most);
// The country's name; else "The law in “folder”", the title of the only act, or "These acts".
[[nodiscard]] std::string country_of(Report const& report);
// "Cybercrime Act, 2021 (as at 2024-01-01); Penal Code; and 3 more": what the verdicts rest on.
[[nodiscard]] std::string acts_read(Report const& report);
// "en, fr": the act's own language, and those in which parts of it were read.
[[nodiscard]] std::string languages_line(ActRow const& act);
// "no rules in the language of parts of it (zu)".
[[nodiscard]] std::string unspoken_line(ActRow const& act);
// "repealed by section 12 of the Evidence Act, so that it covers nothing"; empty for an act that no other
// repeals.
[[nodiscard]] std::string repealed_line(ActRow const& act);
// The same as a sentence, with the words that say so.
[[nodiscard]] std::string repealed_sentence(ActRow const& act);
// "its text was read across the columns of a page: …".
[[nodiscard]] std::string scrambled_line();
// What is to be known of each act before a verdict on it is believed: that it is repealed, that its text was
// read across the columns of a page.
[[nodiscard]] std::vector<std::string> doubts(Report const& report);
// "section 7(1)", or the eId where the act has no numbers.
[[nodiscard]] std::string place_of(ProvisionRow const& row);
// "section 7(1) of Cybercrime Act, 2021".
[[nodiscard]] std::string place_in_act(ProvisionRow const& row);
// Each once, "section 7(1) of Cybercrime Act, 2021; section 9 of …".
[[nodiscard]] std::string places_of(std::vector<ProvisionRow> const& rows, std::size_t from = 0);
// The same of one, and the act's name only where more than one was read.
[[nodiscard]] std::string place_in_set(Report const& report, ProvisionRow const& row);
// The same of its unit: "section 7 of Cybercrime Act, 2021".
[[nodiscard]] std::string unit_in_set(Report const& report, ProvisionRow const& row);
// What elements are called that the provision lacks, with what is to be added of each, as far as the rules
// have words for it: "the prohibited acts (missing: “importing”)".
[[nodiscard]] std::vector<std::string> lacking_titles(ObligationRow const& row, ProvisionRow const& provision,
                                                      std::vector<std::string> names);
// What the elements and options of these names are called in plain words: "the prohibited acts".
[[nodiscard]] std::string titled(ObligationRow const& row, std::string const& name);
[[nodiscard]] std::vector<std::string> titled(ObligationRow const& row, std::vector<std::string> names);
// How much a duty binds, as readers say it: "shall, subject to domestic law"; "policy" where no law shows it.
[[nodiscard]] std::string force_words(ObligationRow const& row);
// "asked, protects people".
[[nodiscard]] std::string role_of(ElementRow const& element);
// What is missing of the obligation, or asked beyond what is allowed; empty where nothing is.
[[nodiscard]] std::string lacking(ObligationRow const& row);
// The same by the names of elements alone, which stay what they are when the words of the rules change.
[[nodiscard]] std::string lacking_names(ObligationRow const& row);
// The text of a provision on one line, with the numbers of its points.
[[nodiscard]] std::string words_of(std::vector<PassagePart> const& passage);
// "conduct: missing", "mental: in the near miss section 5", …
[[nodiscard]] std::string checklist_line(ChecklistRow const& row);
// "reservation under 11.3: Reserve the right …"
[[nodiscard]] std::string permit_line(PermitRow const& row);
// "Bretonnie, article 323-1 of Code pénal (has mental)".
[[nodiscard]] std::string example_line(ExampleRow const& row);
// "6/8": duties of the article that are met, and all of them; "" where it has none.
[[nodiscard]] std::string duties_met(ArticleRow const& article);
// "text of a web page, in section 35 of Cybercrime Act": words that were not read as law, and where.
[[nodiscard]] std::string set_aside_line(SetAsideRow const& row);
// What a reader of gaps has to know of the reading: law that may answer them and was not read, blocks that
// were not matched, acts named and not read (the `most` most named); a sentence each.
[[nodiscard]] std::vector<std::string> reading_notes(Report const& report, std::size_t most);
// "through the definition of “safe” in section 2: “safe” means any box"; "" where the words say it
// themselves.
[[nodiscard]] std::string through_line(Quote const& quote);
inline constexpr std::string_view no_advice = "Computed by rules from the text of the law; no legal advice.";
// What a reader has to know of how far the verdicts go: who made them, and which rows of the instrument were
// not checked against its authentic text; a sentence each.
[[nodiscard]] std::vector<std::string> caveats(Report const& report);
// "Extradition Act (section 57 of Cybercrime Act), Evidence Act (…) and 4 more", the most named first.
[[nodiscard]] std::string named_acts_line(Report const& report, std::size_t most);
// Remarks: decisions of reviewers with the computed verdict, and the reservation; or these with flags, unread
// law, note, and whether the row was checked against the authentic text.
[[nodiscard]] std::vector<std::string> remarks_of_decisions(ObligationRow const& row);
[[nodiscard]] std::vector<std::string> remarks(ObligationRow const& row);

}  // namespace lacuna::report
