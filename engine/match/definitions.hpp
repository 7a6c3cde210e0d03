// Terms that an act defines, and where: “X” means …. The lexicon says which words make a definition (concept
// term-definition); marks in the file (`def`) count too. A passage that uses a term can be read through its
// definition, where the definition reaches: "in this section" (concept within-provision) binds its section,
// "in this chapter" (concept within-part) its chapter, anything else the whole act.
#pragma once

#include <unordered_map>
#include <vector>

#include "match/act_text.hpp"
#include "match/term_openings.hpp"

namespace lacuna::match {

struct Definition {
    std::vector<text::StemId> term;
    std::uint32_t segment = 0;
    std::uint32_t term_begin = 0, term_end = 0;  // tokens
    std::uint32_t verb_begin = 0, verb_end = 0;  // the words that define it; none: it is only marked
    bool set_apart = false;                      // by quotation marks, or by a mark of the file
    std::uint32_t body_end = 0;                  // token after the last of the definition in its segment
    std::uint32_t first_unit = 0, last_unit = text::Segment::none;  // that it binds, last not included
};

struct TermUse {
    std::uint32_t begin = 0, end = 0;  // tokens
    std::uint32_t definition = 0;      // row
    auto operator<=>(TermUse const&) const = default;
};

class View;

class Definitions {
  public:
    Definitions(ActText const& act, program::KnownConcepts const& known);

    [[nodiscard]] std::vector<Definition> const& all() const { return all_; }
    // Rows of the definitions that bind the unit and whose term occurs in the segments, but in no definition
    // of its own; sorted.
    [[nodiscard]] std::vector<std::uint32_t> used_in(std::span<std::uint32_t const> segments,
                                                     std::uint32_t unit) const;
    // Where terms stand in a segment that is not their definition's own, by their words or because the file
    // marks a word as one of them, and the definition binds the unit. By their beginnings; of those that
    // begin at one word the longest first.
    [[nodiscard]] std::vector<TermUse> uses_in(std::uint32_t segment, std::uint32_t unit) const;
    // Whether the file marks a word of the segment as a term.
    [[nodiscard]] bool has_mark(std::uint32_t segment) const;
    // Rows of the definitions that stand in a segment.
    [[nodiscard]] std::vector<std::uint32_t> defined_in(std::uint32_t segment) const;

  private:
    void read_segment(std::uint32_t segment, ConceptId means);
    struct Tokens {
        std::uint32_t begin = 0, end = 0;
    };
    [[nodiscard]] Definition* add(std::uint32_t segment, Tokens term);
    [[nodiscard]] Tokens tokens_of(akn::MarkedTerm const& mark) const;
    void read_marks();
    void read_marked_uses();
    void index_terms();
    // Adds the uses of those terms that open so, which the words at the token do.
    void add_uses(TermOpenings::Opening opening, std::uint32_t token, std::uint32_t segment,
                  std::uint32_t unit, std::vector<TermUse>& uses) const;
    [[nodiscard]] bool is_term(Definition const& row, std::uint32_t token, std::uint32_t end) const;
    [[nodiscard]] bool binds(Definition const& row, std::uint32_t segment, std::uint32_t unit) const {
        return row.segment != segment && unit >= row.first_unit && unit < row.last_unit;
    }
    void settle();
    void close_bodies();
    [[nodiscard]] std::vector<TermUse>::const_iterator first_mark(std::uint32_t token) const;  // from it on
    void read_reaches(program::KnownConcepts const& known);
    [[nodiscard]] bool is_of_a_definition(std::uint32_t token) const;
    [[nodiscard]] std::uint32_t token_at(View const& view, std::uint32_t position) const;

    ActText const& act_;
    std::vector<Definition> all_;  // by place
    std::unordered_map<TermOpenings::Opening, std::vector<std::uint32_t>> by_opening_;
    TermOpenings openings_;
    std::vector<TermUse> marked_;  // by place; once for each definition
};

}  // namespace lacuna::match
