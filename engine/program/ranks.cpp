#include "program/ranks.hpp"

#include <algorithm>

namespace lacuna::program {
namespace {

class Ranks {
  public:
    explicit Ranks(Program const& program) : program_(program), known_(program.measures.size()) {}

    // From 1.
    std::size_t of(std::size_t row) {
        if (known_[row] != unknown) return known_[row];
        auto const& code = program_.measures[row];
        auto below = std::max(below_of(code.gate), below_of(code.needs));
        for (auto const id : code.unless) below = std::max(below, below_of(id));
        for (auto const id : code.elements) below = std::max(below, below_of(id));
        return known_[row] = below + 1;
    }

  private:
    static constexpr std::size_t unknown = 0;

    // The highest rank of the measures that a condition asks for; 0: it asks for none.
    std::size_t below_of(ConditionId id) {
        using Kind = dsl::Condition::Kind;
        if (!id.valid()) return 0;
        auto const& node = program_.at(id);
        bool const asks = node.kind == Kind::measure || node.kind == Kind::refers_to;
        auto below = asks ? of(node.value) : 0;  // measures have no cycles: dsl/check.hpp
        for (auto row = node.child_begin; row < node.child_end; ++row)
            below = std::max(below, below_of(program_.condition_children[row]));
        return below;
    }

    Program const& program_;
    std::vector<std::size_t> known_;  // by measure
};

}  // namespace

void rank_measures(Program& program) {
    Ranks ranks(program);
    for (std::size_t row = 0; row < program.measures.size(); ++row) {
        auto const rank = ranks.of(row);
        if (program.ranks.size() < rank) program.ranks.resize(rank);
        program.ranks[rank - 1].push_back(MeasureId(row));
    }
}

}  // namespace lacuna::program
