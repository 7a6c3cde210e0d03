// Rule files as trees: what the author wrote, with the place of every node. Plain structs, no parser library.
// Names are not yet resolved: that is dsl/check.hpp. The meaning of each construct stands in
// docs/language.md.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/span.hpp"

namespace lacuna::dsl {

struct Name {
    std::string text;
    Span span;
};

struct Text {  // a quoted text; `value` has its escapes resolved and, outside tests, its blanks collapsed
    std::string value;
    Span span;
};

// ---- patterns: how a language says a thing
// --------------------------------------------------------------------

struct Pattern {
    enum class Kind : std::uint8_t {
        words,      // "…": compared by stem; a last "*" in a word makes it a prefix
        exact,      // '…'
        reference,  // name of a concept
        number,
        duration,
        money,
        date,
        sequence,     // children in order; gaps[i] words at most between child i and i+1
        alternatives  // children
    };
    Kind kind = Kind::words;
    Span span;
    std::string text;               // words, exact, reference
    std::vector<Pattern> children;  // sequence, alternatives
    std::vector<std::uint32_t> gaps;
    bool optional = false;  // `?`
    // Quoted texts and nothing else: no names, values or gaps, which need not be looked for inside. The
    // grammar notes it; false says nothing.
    bool plain = false;
    std::string bind;  // `as NAME`, or empty
};

// Stands where the language of a lexicon could not be read.
inline constexpr std::string_view unread_language = "?";

struct Concept {
    Name name;
    std::string language;  // empty: none was named; `unread_language`: it could not be read
    std::string gloss;
    Pattern pattern;
    std::optional<Pattern> but_not;
    Span span;
};

enum class Unit : std::uint8_t { none, years, months, weeks, days, hours };
[[nodiscard]] double days_in(Unit unit);  // years 365, months 30; none 1
// The days of so many units. Twelve months are a year, so that 24 months are two years, 18 months a year and
// a half, and 90 days three months.
[[nodiscard]] double days_of(double count, Unit unit);
// The other way: how many of the unit the days are.
[[nodiscard]] double units_in(double days, Unit unit);

struct QuantityWord {
    Text words;
    double factor = 1;
    Unit unit = Unit::none;
};
struct Quantity {
    enum class Kind : std::uint8_t { duration, money };
    Kind kind = Kind::duration;
    std::string language;
    std::vector<QuantityWord> words;
    Span span;
};

// Two ways in which a language spells a word: the first is read as the second. "word", "begin*" or "*end".
struct Respelling {
    Text written, read_as;
};
struct Spelling {
    std::string language;
    std::vector<Respelling> words;
    Span span;
};

// ---- conditions: what a measure asks
// --------------------------------------------------------------------------

enum class Scope : std::uint8_t { sentence, passage, section, definition, reference, part, act, set };
[[nodiscard]] std::string_view to_string(Scope scope);
enum class Compare : std::uint8_t { less, less_equal, greater, greater_equal, equal };

struct Condition {
    enum class Kind : std::uint8_t {
        name,  // a concept; inside `needs`, an element
        words,
        exact,     // an inline phrase
        any,       // or; children
        all,       // and; children
        negation,  // not; one child
        near,
        before,       // two children; distance
        with,         // two children, same sentence
        at_least,     // count of (children)
        scoped,       // one child; scopes, or part_headed
        measure,      // measure(name)
        heading_has,  // one child
        defines,      // name
        refers_to,    // name of a measure
        value         // name compare number unit
    };
    Kind kind = Kind::name;
    Span span;
    std::string text;
    std::vector<Condition> children;
    std::vector<Scope> scopes;
    Name part_headed;         // in part headed NAME; empty text when absent
    std::uint32_t count = 0;  // at_least; near, before: the distance in words
    Compare compare = Compare::equal;
    double number = 0;       // value, in days for durations
    Unit unit = Unit::none;  // value: the unit as written
};

struct Element {
    Name name;
    Condition condition;
    bool option = false;
};

struct Kind {
    Name name;
    std::optional<Condition> gate;
    std::vector<Name> elements;
    std::vector<std::string> titles;  // by element: what reports call it; empty: its name
    Span span;
};

struct Measure {
    Name name;
    Name kind;
    std::string title;
    std::vector<Element> elements;  // elements and options, in the order written
    std::optional<Condition> needs;
    std::vector<Condition> unless;
    std::optional<Condition> gate;
    std::string note;
    Span span;
};

// ---- instruments
// ----------------------------------------------------------------------------------------------

enum class ForceOfDuty : std::uint8_t { shall, shall_dl, should, may };
[[nodiscard]] std::string_view to_string(ForceOfDuty force);
enum class Verified : std::uint8_t { unstated, checked, secondary, memory };
[[nodiscard]] std::string_view to_string(Verified verified);

struct Meets {
    enum class Kind : std::uint8_t { measure, any, each, at_least };
    Kind kind = Kind::measure;
    Name name;
    std::uint32_t count = 0;
    std::vector<Meets> children;
    Span span;
};

struct Obligation {
    Name id;  // "7.1"
    ForceOfDuty force = ForceOfDuty::shall;
    bool policy = false;
    std::string title;
    std::optional<Meets> met_by;
    std::vector<Name> with, allows, protects, asks;
    std::vector<Name> narrows;  // ids of obligations of which it permits less
    bool reservable = false;
    std::string reservable_under;
    Verified verified = Verified::unstated;
    std::string note;
    Span span;
};

struct Article {
    Name id;
    std::string title;
    std::string chapter_id, chapter_title;  // empty outside chapters
    std::vector<Name> usually_in;           // concepts that titles of the laws say that usually hold it
    std::vector<Obligation> obligations;
    Span span;
};

// What two States need in common before they can work together on an offence.
struct Cooperation {
    std::string title;
    std::vector<Name> offences;   // ids of obligations
    std::optional<Name> reaches;  // the measure that finds a penalty that is high enough
    std::optional<Name> below;    // the measure that finds one that is too low
    std::string note;
    Span span;
};

struct Instrument {
    Name name;
    std::string title, cite, note;
    std::vector<Article> articles;
    std::vector<Cooperation> cooperations{};
    Span span;
};

// ---- tests
// ----------------------------------------------------------------------------------------------------

struct Example {
    enum class Kind : std::uint8_t { yes, no, todo };
    Kind kind = Kind::yes;
    Text text;  // line breaks kept
    std::vector<Name> with, without;
    Span span;
};
struct Test {
    Name name;  // a measure or a concept
    std::string language;
    Span language_span;
    std::vector<Example> examples;
    bool incomplete = false;  // some example could not be read
    Span span;
};

// ---- a pack: all rule files read together
// ---------------------------------------------------------------------

struct Comment {
    Span span;
    bool own_line = false;
    std::string text;  // with its two strokes
};

struct File {
    SourceId source;
    // Declarations in the order of the file: index into the vectors below.
    struct Item {
        enum class Kind : std::uint8_t {
            lexicon,
            concept_,
            quantity,
            kind,
            measure,
            instrument,
            test,
            spelling
        };
        Kind kind;
        std::size_t index;
        Span span;
    };
    std::vector<Item> items;
    std::vector<Name> lexicons;
    std::vector<Concept> concepts;
    std::vector<Quantity> quantities;
    std::vector<Spelling> spellings;
    std::vector<Kind> kinds;
    std::vector<Measure> measures;
    std::vector<Instrument> instruments;
    std::vector<Test> tests;
    std::vector<Comment> comments;
    // Names of declarations that could not be read, so that uses of them are not errors; and the words that
    // open those whose name could not be read either.
    std::vector<Name> failed;
    std::vector<std::string> nameless;
};

struct Pack {
    std::vector<File> files;  // in the order of sorted paths
};

}  // namespace lacuna::dsl
