// Terms that an act defines, and where: “X” means …. The lexicon says which words make a definition (concept
// term-definition); marks in the file (`def`) count too. A passage that uses a term can be read through its
// definition, where the definition reaches: "in this section" (concept within-provision) binds its section,
// "in this chapter" (concept within-part) its chapter, anything else the whole act.
#pragma once

#include <unordered_map>
#include <vector>

#include "match/act_text.hpp"

namespace lacuna::match {

struct Definition {
    std::vector<text::StemId> term;
    std::uint32_t segment = 0;
    std::uint32_t term_begin = 0, term_end = 0;  // tokens
    std::uint32_t body_end = 0;                  // token after the last of the definition in its segment
    std::uint32_t first_unit = 0, last_unit = text::Segment::none;  // that it binds, last not included
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
    // Rows of the definitions that stand in a segment.
    [[nodiscard]] std::vector<std::uint32_t> defined_in(std::uint32_t segment) const;

  private:
    void read_segment(std::uint32_t segment, ConceptId means);
    void add(std::uint32_t segment, std::uint32_t begin, std::uint32_t end);
    void read_marks();
    void close_bodies();
    void read_reaches(program::KnownConcepts const& known);
    [[nodiscard]] bool is_of_a_definition(std::uint32_t token) const;
    [[nodiscard]] std::uint32_t token_at(View const& view, std::uint32_t position) const;

    ActText const& act_;
    std::vector<Definition> all_;  // by place
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_first_stem_;
};

}  // namespace lacuna::match
