// What the convention asks, obligation by obligation: the verdict, computed from elements and never asserted,
// with the findings that prove it or the nearest misses that explain it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "akn/set.hpp"
#include "country/country.hpp"
#include "match/finding.hpp"
#include "program/catalogue.hpp"

namespace lacuna::coverage {

// From worst to best within what a statute can show; an article takes the worst of its mandatory obligations.
enum class Verdict : std::uint8_t {
    gap,
    untested,
    partial,
    reserved,
    covered,
    option_not_used,
    option_used,
    outside_statutes
};
[[nodiscard]] std::string_view to_string(Verdict verdict);
[[nodiscard]] std::optional<Verdict> verdict_of(std::string_view name);

enum class Flag : std::uint8_t {
    broader,         // an element that protects people is absent
    not_in_force,    // the only provisions that answer are no law at the date
    from_amendment,  // stands in the text of an amending act
    from_bill,       // stands in a bill that was read as if it were law
    scrambled_text,  // stands in an act that was read across the columns of a page
    general_part,    // an element is found outside the provision: in its part, its act or the set
    stale_decision,  // a reviewer's decision is older than the text, and not obeyed
    decided          // a reviewer's decision is obeyed
};
[[nodiscard]] std::string_view to_string(Flag flag);

// One finding held against the obligation. Of several findings of one measure in one unit the best stands
// here, and the others in `also`.
struct Judged {
    std::uint32_t finding = 0;  // row of Findings::findings
    std::vector<std::uint32_t> also;
    std::vector<std::string> missing;      // elements the obligation needs and the finding lacks
    std::vector<std::string> protections;  // of those, the ones that protect people (over-breadth)
    std::vector<std::string> unsaid;  // not found, for the rules have no words for it in the act's language
    bool unexcluded = false;  // the rules have no words in the act's language for what would exclude it
    std::vector<std::string> extra;      // options found that the obligation does not allow
    std::vector<std::string> permitted;  // options found that it allows
    Verdict verdict = Verdict::partial;  // covered, partial, or gap (not in force)
    bool broader = false;
    bool general_part = false;
    double score = 0;  // share of needed elements found, less what lies far; ranks provisions
    // 1 less the share of what has to be changed for it to cover; ranks provisions that cover in part.
    double nearness = 0;
};

// What became of a reviewer's decision.
enum class Standing : std::uint8_t {
    obeyed,
    stale,       // the text that it rests on is another one now
    superseded,  // a later decision answers the same question
    unusable     // it names a verdict that the obligation cannot have
};
[[nodiscard]] std::string_view to_string(Standing standing);

struct DecisionResult {
    std::uint32_t decision = 0;  // row of Selection::decisions
    Standing standing = Standing::obeyed;
    std::string why;  // stale, unusable: one sentence
    // Where the first text that it rests on stands now; invalid when it is gone or an act as a whole.
    DocumentId document;
    ProvisionId provision;
};

struct ObligationResult {
    program::ObligationId obligation;
    Verdict verdict = Verdict::gap;   // the reviewers' where they decided, else the computed one
    Verdict computed = Verdict::gap;  // what the rules alone say
    std::vector<DecisionResult> decisions;
    std::vector<Flag> flags;                   // sorted
    std::string reason;                        // one sentence: why this verdict
    std::vector<Judged> judged;                // best first
    std::vector<std::uint32_t> near_misses;    // rows of Findings::near_misses, nearest first
    std::vector<std::string> absent;           // nothing comes near: what was looked for and no act says
    std::vector<std::string> missing_members;  // of `each of`: titles of measures not found
    std::string reservation;                   // text of the reservation that permits what is missing
};

struct ArticleResult {
    std::string article, title, chapter, chapter_title;
    Verdict verdict = Verdict::gap;          // worst of its mandatory obligations
    std::vector<std::uint32_t> obligations;  // rows of Assessment::obligations
};

struct Assessment {
    program::InstrumentId instrument;
    std::vector<ObligationResult> obligations;  // in the order of the instrument
    std::vector<ArticleResult> articles;
};

struct Scope {                          // which obligations to assess
    std::vector<std::string> articles;  // "7", "7-17", "7.1"; empty: all
};

// Measures that some obligation of the instruments names, by MeasureId: only of these does an assessment say
// why they were not found. See match::EvaluateOptions::explained.
[[nodiscard]] std::vector<bool> named_measures(program::Catalogue const& catalogue,
                                               std::vector<program::InstrumentId> const& instruments);
// Of all instruments.
[[nodiscard]] std::vector<bool> named_measures(program::Catalogue const& catalogue);

// Never lowers a verdict when an act is added: `untested` has no rank, it says that nothing is known. The
// order of documents and findings changes nothing but rows.
[[nodiscard]] Assessment assess(program::Catalogue const& catalogue, program::InstrumentId instrument,
                                akn::StatuteSet const& set, match::Findings const& findings,
                                country::Selection const& selection, Scope const& scope = {});

}  // namespace lacuna::coverage
