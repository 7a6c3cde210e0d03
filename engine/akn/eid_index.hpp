// Finds rows by their identifier. Private to the room.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "akn/document.hpp"

namespace lacuna::akn {

// A table that is filled once and asked often. It holds no names of its own, so that it stays small: the rows
// must be there as long.
class EidIndex {
  public:
    static constexpr std::uint32_t none = 0xFFFF'FFFFu;

    // Of all rows that have an identifier; where two have the same, of the first.
    explicit EidIndex(std::vector<Provision> const& rows);
    // Enters a row that is given this identifier next; false when a row has it already.
    [[nodiscard]] bool claim(std::string_view eid, std::uint32_t row);
    [[nodiscard]] std::uint32_t find(std::string_view eid) const;

  private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t row = none;
    };
    // Where the identifier stands, or would.
    [[nodiscard]] std::size_t slot_of(std::string_view eid, std::uint32_t hash) const;

    std::vector<Provision> const& rows_;
    std::vector<Slot> slots_;
};

}  // namespace lacuna::akn
