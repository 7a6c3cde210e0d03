// Where the phrases of each group stand in an act. A word may belong to dozens of groups and most groups are
// never asked for, so the places of one are put together when they first are; threads may ask at once.
#pragma once

#include <atomic>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "program/program.hpp"

namespace lacuna::match {

struct ActText;

class GroupHits {
  public:
    // Forgets what it knew; to be said when the hits of the act are new.
    void open(std::size_t groups);
    // Rows of ActText::hits, in their order.
    [[nodiscard]] std::span<std::uint32_t const> of(ActText const& act, program::GroupId group) const;

  private:
    struct Slot {
        std::atomic<std::vector<std::uint32_t> const*> hits{nullptr};
        Slot() = default;
        Slot(Slot const&) = delete;
        Slot& operator=(Slot const&) = delete;
        ~Slot() { delete hits.load(); }
    };
    std::unique_ptr<Slot[]> slots_;  // by group
};

}  // namespace lacuna::match
