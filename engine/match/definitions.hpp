// Terms that an act defines, and where: “X” means …. The lexicon says which words make a definition (concept
// term-definition); marks in the file (`def`) count too. A passage that uses a term can be read through its
// definition.
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
};

class Definitions {
  public:
    Definitions(ActText const& act, program::KnownConcepts const& known);

    [[nodiscard]] std::vector<Definition> const& all() const { return all_; }
    // Rows of the definitions whose term occurs in the segments, but in no definition of its own; sorted.
    [[nodiscard]] std::vector<std::uint32_t> used_in(std::span<std::uint32_t const> segments) const;
    // Rows of the definitions that stand in a segment.
    [[nodiscard]] std::vector<std::uint32_t> defined_in(std::uint32_t segment) const;

  private:
    void read_segment(std::uint32_t segment, ConceptId means);
    void add(std::uint32_t segment, std::uint32_t begin, std::uint32_t end);
    void read_marks();
    void close_bodies();

    ActText const& act_;
    std::vector<Definition> all_;  // by place
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> by_first_stem_;
};

}  // namespace lacuna::match
