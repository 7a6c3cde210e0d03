// Finds rows by their identifier. Private to the room.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace lacuna::akn {

// A table that is filled once and asked often: one array, no memory of its own for each name. The names must
// stay where they are.
class EidIndex {
  public:
    static constexpr std::uint32_t none = 0xFFFF'FFFFu;

    // Room for so many names.
    explicit EidIndex(std::size_t names);
    // The first row with a name stays.
    void add(std::string_view name, std::uint32_t row);
    [[nodiscard]] std::uint32_t find(std::string_view name) const { return slots_[slot_of(name)].row; }

  private:
    struct Slot {
        std::string_view name{};
        std::uint32_t row = none;
    };
    // Where the name stands, or would.
    [[nodiscard]] std::size_t slot_of(std::string_view name) const;

    std::vector<Slot> slots_;
};

}  // namespace lacuna::akn
