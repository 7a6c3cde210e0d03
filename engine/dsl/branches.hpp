// The branches of a pattern: the parts of it that can be there or not without the rest falling down. For
// `rules coverage`, which counts them, and for `evaluate --without`, which takes some away.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "dsl/ast.hpp"

namespace lacuna::dsl {

struct Branch {
    enum class Kind : std::uint8_t {
        whole,     // all that a language has for the concept
        either,    // one side of `|`, at any depth
        optional,  // a part with `?`
        exclusion  // what stands after `but not`, or one side of `|` in it
    };
    Kind kind = Kind::whole;
    Pattern const* node = nullptr;
    std::size_t parent = 0;  // row of the branch that holds it; the first row is its own
};

// All branches of a concept, each after the one that holds it.
[[nodiscard]] std::vector<Branch> branches(Concept const& declared);

// The pack without the branches of these places. A concept that loses all of them is declared still, and
// never found.
[[nodiscard]] Pack without(Pack const& pack, std::set<Span> const& dropped);

// The pack with what a count of branches needs beside it: each phrase and each built-in value that a pattern
// names, each concept before its exclusion, and each exclusion, as a concept of its own; each `or` of an
// element as an option of its own.
[[nodiscard]] Pack traceable(Pack const& pack);
[[nodiscard]] std::string leaf_name(Pattern const& leaf);  // of a phrase or a value; a reference: the concept
[[nodiscard]] std::string raw_name(Concept const& declared);
[[nodiscard]] std::string exclusion_name(Concept const& declared);

// "mental|2" is the second branch of the element mental; a name without a branch is left alone.
struct BranchName {
    std::string_view of;
    std::size_t number = 0;  // from 1; 0: no branch
};
[[nodiscard]] BranchName branch_name(std::string_view name);

}  // namespace lacuna::dsl
