// The symbols of an automaton by their texts. They are many, are made in a row when the rules are compiled
// and looked up once for each distinct word afterwards.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/surface_table.hpp"

namespace lacuna::program {

class Symbols {
  public:
    using Rows = std::vector<std::pair<std::string, std::uint32_t>>;

    [[nodiscard]] Rows::const_iterator begin() const { return rows_.begin(); }
    [[nodiscard]] Rows::const_iterator end() const { return rows_.end(); }
    [[nodiscard]] Rows::const_iterator find(std::string_view text) const {
        auto const row = by_text_.find(text);
        return row == text::SurfaceTable::absent ? rows_.end() : rows_.begin() + row;
    }
    // The symbol of a text; `fresh`, which becomes so, when it had none.
    std::uint32_t find_or_add(std::string_view text, std::uint32_t fresh) {
        if (auto const known = find(text); known != end()) return known->second;
        by_text_.insert(text, static_cast<std::uint32_t>(rows_.size()));
        rows_.emplace_back(text, fresh);
        return fresh;
    }

  private:
    Rows rows_;  // in the order in which they were made
    text::SurfaceTable by_text_;
};

}  // namespace lacuna::program
