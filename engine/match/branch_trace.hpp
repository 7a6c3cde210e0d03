// Which branches of a concept the hits in a text go through. Works on the pattern as the author wrote it and
// on a program of dsl::traceable(), in which each phrase has a concept of its own.
#pragma once

#include <unordered_map>
#include <vector>

#include "dsl/branches.hpp"
#include "match/view.hpp"

namespace lacuna::match {

class BranchTrace {
  public:
    // `declared` must stay where it is.
    BranchTrace(program::Program const& program, dsl::Concept const& declared);

    [[nodiscard]] std::vector<dsl::Branch> const& branches() const { return branches_; }
    // One row for each branch: hits in the view that go through it. A hit may go through several.
    [[nodiscard]] std::vector<std::size_t> const& read(View& view);
    // Has the concept places in the view that its exclusion takes away?
    [[nodiscard]] bool excluded(View& view) const;
    // Does some phrase of the branch occur in the act, even if not as the pattern asks?
    [[nodiscard]] bool any_word(ActText const& act, dsl::Pattern const& node) const;

    // Has the part of the pattern a place in the view, by itself?
    [[nodiscard]] bool occurs(View& view, dsl::Pattern const& node) const {
        return !places(view, node, {0, view.size()}).empty();
    }

  private:
    struct Place {
        std::uint32_t begin = 0, end = 0;
        auto operator<=>(Place const&) const = default;
    };
    using Places = std::vector<Place>;

    void name_leaves(program::Program const& program, dsl::Pattern const& node);
    // Places of the node inside a stretch of the view, all lengths.
    [[nodiscard]] Places places(View& view, dsl::Pattern const& node, Place within) const;
    [[nodiscard]] Places sequence_places(View& view, dsl::Pattern const& node, Place within) const;
    // Marks the branches by which the node covers exactly this place; false when it does not.
    bool mark(View& view, dsl::Pattern const& node, Place at);
    bool mark_sequence(View& view, dsl::Pattern const& node, Place at);
    void count(View& view, dsl::Pattern const& node, Place at);

    ConceptId concept_, raw_, exclusion_;
    std::vector<dsl::Branch> branches_;
    std::unordered_map<dsl::Pattern const*, ConceptId> leaves_;
    std::unordered_map<dsl::Pattern const*, std::size_t> rows_;
    std::vector<bool> marked_;
    std::vector<std::size_t> counts_;
    dsl::Concept const& declared_;
};

}  // namespace lacuna::match
