// One report model, many formats. `build` gathers everything that a reader may want to see (quoted words,
// paths, offsets, reasons) into plain data; every writer is a function from that model to bytes, so formats
// cannot disagree. nlohmann/json and libxlsxwriter are not seen outside report/*.cpp.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/source.hpp"
#include "coverage/assessment.hpp"

namespace lacuna::report {

// The form of the JSON, described in schemas/report.schema.json. Fields may be added within a version.
inline constexpr std::string_view schema_version = "lacuna-report/1";

// All texts of the model are clean (report/clean.hpp): valid UTF-8 without control characters.

// The definition through which a term that the act defines stands for what it means.
struct DefinedBy {
    std::string term;           // as it stands where it is defined
    std::string eid, citation;  // of the definition
    std::string text;           // from the term to what it is: "“safe” means any box"
};

struct Quote {                             // words of the law
    std::string act, eid, citation, path;  // title of the act; "section 7(1)"; path of headings
    std::string file;                      // as the user wrote it
    std::uint32_t line = 0, column = 0;    // of the file
    std::string text;                      // the words themselves
    std::string before, after;             // the words around them in the block, shortened
    std::string distance;                  // "passage", "section", "definition", …
    std::string label;                     // what matched, in rule words
    std::string via;                       // title of the measure that proves it, for measure(x)
    std::string bill;                      // title of the bill whose text it is; empty: law
    std::vector<DefinedBy> through;        // none: the words themselves say it
};

struct ElementRow {
    std::string name;   // "conduct"
    std::string title;  // in plain words: "the prohibited acts"
    bool found = false, needed = false, protects = false, option = false, allowed = false;
    std::string distance;  // nearest, when found
    std::vector<Quote> quotes;
    std::string failed;  // why not
    // Not found: what is to be added ("“importing”"), and titles of rules that would supply it from anywhere
    // in the set.
    std::vector<std::string> lacks{}, elsewhere{};
};

// A piece of a passage: plain words, or words that prove elements.
struct Run {
    std::string text;
    std::vector<std::string> elements;
};
// One block of the passage; `num` is the number that is printed before it.
struct PassagePart {
    std::string num;
    std::vector<Run> runs;
};

struct ProvisionRow {  // one finding, or one near miss
    std::string measure, measure_title;
    std::string act, eid, citation, path, heading, file;  // of the passage; heading and digest of the unit
    std::string unit_eid, unit_citation, unit_digest;
    std::uint32_t line = 0;
    std::vector<PassagePart> passage;  // the norm as it was read, proof marked
    std::string verdict;               // of this provision alone; "near miss" for misses
    std::string reason;
    bool broader = false, quoted = false, general_part = false;
    std::string force;  // "in force", "repealed", …
    std::string bill;   // title of the bill that wrote any of it, and that is no law; empty: law
    double score = 0;
    std::size_t also = 0;  // further passages of the unit that were found
    std::size_t copies =
        0;  // how often the same words stand under the same number elsewhere in what was read
    std::vector<ElementRow> elements;
    std::vector<std::string> missing, extra, permitted, protections;
};

// One thing that a provision must say to meet the obligation, and where it stands today.
struct ChecklistRow {
    std::string name;   // an element ("conduct"), or the title of a missing member
    std::string state;  // "present", "not in force", "near miss", "missing", "remove" (asks for too much)
    std::string place;  // present, near miss, remove: the provision
    bool protects = false;
    std::string title{};               // of the element, in plain words
    std::vector<std::string> lacks{};  // what is missing of it, in words of the rules
};
// A provision of another country that has what is missing here.
struct ExampleRow {
    std::string country, language;
    std::string act, eid, citation, path, file;
    std::uint32_t line = 0;
    std::vector<std::string> has;  // of what is missing here; empty: it meets the whole obligation
    std::vector<PassagePart> passage;
};
// What would permit the law as it stands, or a narrower draft.
struct PermitRow {
    std::string kind;  // "declared", "reservation", "option", "condition"
    std::string obligation, text;
};
// What to do about a gap or a missing element; empty where nothing is to be done.
struct Advice {
    std::vector<ChecklistRow> checklist;
    std::vector<PermitRow> permits;
    std::vector<ExampleRow> examples;
    [[nodiscard]] bool empty() const { return checklist.empty() && permits.empty() && examples.empty(); }
};

// What a reviewer decided, and whether it is obeyed.
struct DecisionRow {
    std::string action, verdict, reason, reviewer, date;
    std::string standing, why;       // "obeyed", "stale", "superseded", "unusable"; why not obeyed
    std::string act, eid, citation;  // of the first text that it rests on
};

// A kind of law that usually holds an obligation, by the titles of acts.
struct UsualLaw {
    std::string law;                // "law on extradition"
    std::vector<std::string> read;  // acts of the set that are one
    // Acts that are one and that were not read: the law names them, or the country file does.
    std::vector<std::string> named;
    bool general = false;  // usually holds most of what protects people in the same way
};

struct ObligationRow {
    std::string id, article, title, force, verdict, reason, verified, note, reservation, reservable_under;
    std::string plain;     // the reason in plain words; empty: it has none but them
    std::string computed;  // what the rules alone say; `verdict` is the reviewers' where they decided
    std::string rule;      // digest of the obligation and its measures, as written
    std::vector<DecisionRow> decisions;
    bool policy = false, mandatory = false;
    std::vector<std::string> flags, missing_members, absent, needs, protects, allows, asks, narrows;
    std::vector<std::string> measures;                        // titles of the measures that meet it
    std::vector<std::pair<std::string, std::string>> titles;  // of their elements and options, by name
    std::vector<ProvisionRow> provisions, near_misses;
    std::vector<UsualLaw> usual;  // of a duty that is open, or that the law reaches beyond
    Advice advice;
};

// What the law has and the instrument does not ask for.
struct SurplusRow {
    std::string kind;  // "not asked" (no obligation names the measure), "reaches further", "asks for more"
    std::string obligation;  // of the last two
    std::string measure, measure_title;
    std::string act, eid, citation, path, file;
    std::uint32_t line = 0;
    std::vector<std::string>
        elements;       // what is absent that protects people, or asked beyond what is allowed
    std::string words;  // of the provision, shortened
};

struct ArticleRow {
    std::string article, title, chapter, chapter_title, verdict;
    std::vector<ObligationRow> obligations;
};

// How high a provision is punished, as a view of cooperation asks.
struct PunishedRow {
    std::string act, eid, citation, file, verdict;
    std::uint32_t line = 0;
    std::string threshold;              // "reached", "below", "differs", "not read"
    std::vector<Quote> reaches, below;  // the words that say how high
};
// What a country brings for one offence of a view.
struct GroundRow {
    std::string obligation, title, verdict, threshold;
    std::vector<PunishedRow> provisions;  // that carry the verdict, or answer as well
};
// A view of cooperation: what two States need in common, and what this one has of it.
struct GroundView {
    std::string title, note;
    std::string reaches, below;  // titles of the measures
    std::vector<GroundRow> rows;
};

using Counts = std::vector<std::pair<std::string, std::uint64_t>>;  // in a fixed order

struct ChapterRow {
    std::string chapter, title;
    std::uint64_t articles = 0;
    Counts counts;  // verdict -> number of obligations
};

// Why a thing is to be done earlier or later: in the order in which to do it.
enum class WhyFirst : std::uint8_t {
    cooperation,  // a view of cooperation asks for it, and no unread law is known that may hold it
    nowhere,      // no unread law is known that may hold it
    own_act,      // the act that answers most of its chapter is of a kind that usually holds it
    elsewhere,    // law that may hold it was not read
    supply,       // nothing is known of it
    narrow,       // it is met, and the law reaches further
    recommended   // the instrument asks for it without binding
};
[[nodiscard]] std::string_view to_string(WhyFirst why);
[[nodiscard]] WhyFirst why_first_of(std::string_view name);  // nowhere, when it names none

// One thing to do, in the order in which to do it.
struct TodoRow {
    std::string kind;        // "add", "amend", "narrow", "supply"
    std::string obligation;  // id
    std::string text;        // one line
    bool should = false;     // the instrument asks for it without binding
    bool verified = true;    // the obligation was checked against the authentic text
    WhyFirst why = WhyFirst::nowhere;
};

// That another act of the set repeals one as a whole.
struct RepealRow {
    std::string act, citation, eid, words, file;  // where it says so
    std::uint32_t line = 0;
};

struct ActRow {
    std::string title, file, language, uri, date, type, digest;
    std::uint64_t provisions = 0, units = 0, characters = 0;
    std::vector<std::string> kinds;  // empty: any
    Counts account;
    bool balanced = true;
    bool counts = true;                    // false: a bill that was not asked for
    bool spoken = true;                    // false: no rules in its language
    bool scrambled = false;                // read across the columns of a page
    std::vector<std::string> also_read{};  // other languages, of parts of it
    std::vector<std::string> unspoken{};   // those of parts for which there are no rules
    std::optional<RepealRow> repealed{};
};

// An act that the law names and that is not in the set: it may hold what was not found.
struct NamedRow {
    std::string name;
    std::uint64_t mentions = 0;
    std::string act, citation, file;  // of the first mention
    std::uint32_t line = 0;
};

struct SetAsideRow {                  // words that are no norm and were not matched
    std::string why;                  // "web-page", "example", "running-heading"
    std::vector<std::string> places;  // "section 3 of Cybercrime Act", each once, in the order of the set
};

struct Report {
    std::string instrument, instrument_title, cite, instrument_note;
    std::string rules;  // digest of all rule files
    std::string as_of;  // the date that was asked for, or empty
    std::string country, country_code;
    std::string named_after;           // the folder of the acts, where nothing gives the country's name
    std::vector<std::string> assumed;  // what was assumed for want of a country file
    std::vector<std::string> bills;    // read as if they were law
    std::vector<ActRow> acts;
    std::vector<std::string> unread;    // files that could not be read
    std::vector<std::string> not_read;  // acts that the country file says could not be given
    std::vector<NamedRow> named;        // most named first
    std::vector<SetAsideRow> no_law;    // one for each reason that occurs
    std::vector<ArticleRow> articles;
    std::vector<SurplusRow> surplus;
    std::vector<GroundView> grounds;  // one for each view of the instrument
    std::vector<ChapterRow> chapters;
    Counts counts;                 // verdict -> number of obligations, fixed order
    Counts article_counts;         // verdict -> number of articles
    std::uint64_t unverified = 0;  // obligations whose row is not verified against the authentic text
    std::vector<TodoRow> todo;
};

[[nodiscard]] Report build(program::Catalogue const& catalogue, coverage::Assessment const& assessment,
                           akn::StatuteSet const& set, match::Findings const& findings,
                           country::Selection const& selection, SourceMap const& sources);

// Adds to every gap and missing element the provisions of another country that have it; the reports must be
// of one instrument. At most two for each country and obligation.
void add_examples(Report& report, Report const& other);

struct TextOptions {
    bool colour = false;
    std::size_t width = 100;
    bool details = false;  // every element with its words; else a summary on one screen
};
[[nodiscard]] std::string to_text(Report const& report, TextOptions options = {});
[[nodiscard]] std::string to_json(Report const& report);
[[nodiscard]] std::string to_html(Report const& report);
// Diagnostics as JSON: code, severity, file, line, column, message, notes, help.
[[nodiscard]] std::string to_json(std::vector<Diagnostic> const& diagnostics, SourceMap const& sources);

}  // namespace lacuna::report
