// The words that terms open with: the first, and the second of a term that has one. Most words begin no term,
// and most that might are followed by another than its second.
#pragma once

#include <bitset>
#include <cstdint>
#include <vector>

#include "match/act_text.hpp"

namespace lacuna::match {

class TermOpenings {
  public:
    using Opening = std::uint64_t;
    [[nodiscard]] static Opening of(text::StemId first, text::StemId second = {}) {
        return (Opening{first.value} << 32) | second.value;
    }
    [[nodiscard]] static Opening of(std::vector<text::StemId> const& term) {
        return of(term.front(), term.size() > 1 ? term[1] : text::StemId());
    }

    void add(std::vector<text::StemId> const& term) {
        first_.set(term.front().value % first_.size());
        both_.set(bit_of(of(term)));
    }
    // False: no term begins, or opens, so. Of a few that none does it is not known.
    [[nodiscard]] bool may_begin(text::StemId first) const {
        return first_.test(first.value % first_.size());
    }
    [[nodiscard]] bool may_be(Opening opening) const { return both_.test(bit_of(opening)); }
    // The same of all words of a segment.
    [[nodiscard]] bool may_stand_in(ActText const& act, std::uint32_t segment) const;

  private:
    [[nodiscard]] static std::size_t bit_of(Opening opening) {
        return static_cast<std::size_t>((opening * 0x9E37'79B9'7F4A'7C15u) >> 52);
    }
    std::bitset<4096> first_;  // by the last bits of the stem
    std::bitset<4096> both_;   // by bit_of()
};

}  // namespace lacuna::match
