// What a compiled pack declares, as coverage/ and report/ need it: measures with their elements, instruments
// with their obligations, all names resolved to ids. The compiled patterns and conditions stand in
// program/program.hpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/ids.hpp"
#include "base/span.hpp"
#include "dsl/ast.hpp"

namespace lacuna::program {

using InstrumentId = Id<struct InstrumentTag>;
using ObligationId = Id<struct ObligationTag>;  // row of Instrument::obligations

struct Element {
    std::string name;  // "conduct"; for options the option's name
    bool option = false;
    bool needed = false;  // named in `needs`
    std::string title;    // in plain words: as the kind calls it, else the name itself in quotation marks
    std::vector<std::string> unsaid{};  // languages whose lexicon has no words for it
};

// “partners only”: a name of the rules as a reader without the rules can take it.
[[nodiscard]] std::string quoted_name(std::string name);
// The same without the quotation marks.
[[nodiscard]] std::string unquoted(std::string name);

struct Measure {
    std::string name;  // "illegal-access"
    std::string kind;  // "offence"
    std::string title;
    std::vector<Element> elements;          // ElementId is the index
    std::vector<std::string> unsaid{};      // languages whose lexicon has no words for its gate or its needs
    std::vector<std::string> unexcluded{};  // languages that lack words for what would exclude a finding
    Span span;                              // in the rule file
    [[nodiscard]] ElementId element(std::string_view name) const;  // invalid when there is none
    // The element's title; of a name that it does not have, the name in quotation marks.
    [[nodiscard]] std::string title_of(std::string_view name) const;
};

// How measures meet an obligation, resolved.
struct Meets {
    dsl::Meets::Kind kind = dsl::Meets::Kind::measure;
    MeasureId measure;
    std::uint32_t count = 0;
    std::vector<Meets> children;
};

struct Obligation {
    std::string id;       // "7.1"
    std::string article;  // "7"
    std::string article_title, chapter, chapter_title;
    dsl::ForceOfDuty force = dsl::ForceOfDuty::shall;
    bool policy = false;
    std::string title;
    bool has_rules = false;  // met by is given
    Meets met_by;
    std::vector<std::string> with, allows, protects, asks;  // asks defaults to {"substantive"}
    std::vector<ConceptId> usually_in;  // what the titles of laws that usually hold it say
    std::vector<std::string> narrows;   // ids of obligations of which it permits less
    bool reservable = false;
    std::string reservable_under;
    dsl::Verified verified = dsl::Verified::unstated;
    std::string note;
    Span span;
};

// What two States need in common before they can work together on an offence: both make it one, and both
// punish it so high that one measure finds the penalty; another finds penalties that are too low. What
// neither finds was not read.
struct Cooperation {
    std::string title, note;
    std::vector<ObligationId> offences;  // in the order listed
    MeasureId reaches, below;
};

struct Instrument {
    std::string name, title, cite, note;  // "uncc", …
    std::vector<Obligation> obligations;  // in the order of the file
    std::vector<Cooperation> cooperations{};
};

struct Catalogue {
    std::vector<Measure> measures;            // MeasureId is the index
    std::vector<Instrument> instruments;      // sorted by name
    std::vector<std::string> languages;       // that some lexicon speaks, sorted
    std::vector<std::string> concept_titles;  // by ConceptId: its gloss or its name, in quotation marks
    std::vector<std::string> concept_names;   // by ConceptId: "computer-system"
    std::vector<ConceptId>
        laws;  // what titles of laws are asked for: `usually_in` of all obligations, sorted
    [[nodiscard]] MeasureId measure(std::string_view name) const;
    [[nodiscard]] InstrumentId instrument(std::string_view name) const;
    [[nodiscard]] Measure const& at(MeasureId id) const { return measures[id.index()]; }
    [[nodiscard]] Instrument const& at(InstrumentId id) const { return instruments[id.index()]; }
};

}  // namespace lacuna::program
