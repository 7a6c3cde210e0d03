// The compiled form of a pack: flat arrays that refer to each other by row. One automaton for each language
// finds all phrases of all concepts in one pass; patterns combine phrases to concepts; conditions combine
// concepts to measures. verify() checks every row number once, at the border; after that match/ uses them
// unchecked.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "dsl/ast.hpp"
#include "program/catalogue.hpp"
#include "program/symbols.hpp"
#include "text/vocabulary.hpp"

namespace lacuna::program {

using GroupId = Id<struct GroupTag>;          // phrases that mean the same to the pattern that holds them
using NodeId = Id<struct PatternNodeTag>;     // row of LanguageCode::nodes
using ConditionId = Id<struct ConditionTag>;  // row of Program::conditions

// ---- words to phrases

// A symbol is what one word of a phrase must be: a stem, an exact spelling, or a prefix. A word of a text has
// the symbols of its spelling, its stem and its prefixes; most words have none.
struct TrieNode {
    std::uint32_t edge_begin = 0, edge_end = 0;      // rows of Automaton::edges, sorted by symbol
    std::uint32_t output_begin = 0, output_end = 0;  // rows of Automaton::outputs
};
struct Edge {
    std::uint32_t symbol = 0, target = 0;
};

struct Automaton {
    std::vector<TrieNode> nodes;  // 0 is the root
    std::vector<Edge> edges;
    std::vector<GroupId> outputs;  // of the phrases that end at a node
    Symbols stems, spellings, prefixes;
    std::uint32_t symbols = 0;
};

// ---- phrases to concepts

struct PatternNode {
    enum class Kind : std::uint8_t {
        group,
        reference,
        number,
        duration,
        money,
        date,
        sequence,
        alternatives
    };
    Kind kind = Kind::group;
    std::uint16_t bind = 0;                      // row of Program::binds plus one; 0: none
    std::uint32_t value = 0;                     // group: GroupId; reference: ConceptId
    std::uint32_t part_begin = 0, part_end = 0;  // rows of LanguageCode::parts
};
struct Part {
    NodeId node;
    std::uint32_t gap = 0;  // sequence: words at most between the part before and this one
    bool optional = false;
};

// What must occur for a pattern to match: of every clause at least one group. No clause: nothing is known.
using Clause = std::vector<GroupId>;
using Clauses = std::vector<Clause>;

struct ConceptCode {
    NodeId pattern;  // invalid: the language does not say the concept
    NodeId but_not;
    Clauses clauses;
};

struct UnitWord {  // a unit of time or money that a group names
    dsl::Quantity::Kind kind = dsl::Quantity::Kind::duration;
    dsl::Unit unit = dsl::Unit::none;  // of time
    double factor = 1;                 // how many of them, or of the unit of money, the word is
    bool alone = false;                // counts without a number: "life"
};

struct LanguageCode {
    std::string language;
    Automaton automaton;
    std::vector<PatternNode> nodes;
    std::vector<Part> parts;
    std::vector<ConceptCode> concepts;                // ConceptId is the index
    std::vector<std::pair<GroupId, UnitWord>> units;  // sorted by group
    text::Respellings spellings;                      // by which its texts are read, as its phrases were
    std::uint32_t groups = 0;
    [[nodiscard]] ConceptCode const& at(ConceptId id) const { return concepts[id.index()]; }
    // Whether the language has words for a concept; an invalid one has none.
    [[nodiscard]] bool knows(ConceptId id) const { return id.valid() && at(id).pattern.valid(); }
};

// ---- concepts to measures

struct ConditionNode {
    using Kind = dsl::Condition::Kind;
    Kind kind = Kind::name;
    bool is_element = false;  // kind name: `value` is an ElementId of the measure
    bool against = false;     // below `unless` or `not`: where it holds, less is found
    bool spans = false;       // gives places in the text: concept, phrase, near, before, with, any of these
    std::uint32_t value = 0;  // ConceptId, ElementId, MeasureId or row of binds (plus one)
    std::uint32_t child_begin = 0, child_end = 0;  // rows of Program::condition_children
    std::vector<dsl::Scope> scopes;                // scoped
    ConceptId part_headed;                         // scoped: in part headed …
    std::uint32_t count = 0;                       // near, before: distance; at_least: how many
    dsl::Compare compare = dsl::Compare::equal;
    double number = 0;
    std::string text;  // in rule words
};

struct MeasureCode {
    ConditionId gate, needs;
    std::vector<ConditionId> unless;
    std::vector<ConditionId> elements;  // ElementId is the index
    std::vector<Clauses> clauses;       // by language: what a unit must hold; none: every unit is looked at
    std::vector<ConceptId> looked_for;  // concepts that `needs` names, or that give a value it compares
    bool needs_definition = false;      // `needs` asks what a passage defines
    bool gate_in_sentence = false;      // the gate is about the sentences of the measure's own words
};

// Concepts that the engine itself asks for, by their names in the lexicon: they say how a language defines
// terms and cites provisions.
struct KnownConcepts {
    ConceptId term_definition, provision_name, range_word, list_word, this_instrument, other_instrument,
        reference_to_any, act_word, name_joiner, name_opener, page_furniture, within_provision, within_part,
        example_opener, example_closer, division_opener, act_repeal, act_number_word, meaning_word,
        meaning_opener, meaning_noun, meaning_closer, act_article;
};

struct Program {
    Catalogue catalogue;
    std::vector<std::string> concepts;  // ConceptId is the index; inline phrases last, named by their text
    std::vector<std::string> binds;
    std::vector<LanguageCode> languages;  // sorted by language
    std::vector<ConditionNode> conditions;
    std::vector<ConditionId> condition_children;
    std::vector<MeasureCode> measures;          // MeasureId is the index
    std::vector<std::vector<MeasureId>> ranks;  // a measure stands after those that it asks for
    KnownConcepts known;

    [[nodiscard]] ConditionNode const& at(ConditionId id) const { return conditions[id.index()]; }
    [[nodiscard]] MeasureCode const& at(MeasureId id) const { return measures[id.index()]; }
    [[nodiscard]] ConceptId concept_id(std::string_view name) const;            // invalid when there is none
    [[nodiscard]] LanguageCode const* speaks(std::string_view language) const;  // null when no lexicon does
};

// Empty when every row number of the program is right; else what is wrong, for the developer.
[[nodiscard]] std::string verify(Program const& program);

}  // namespace lacuna::program
