// Nodes in a row, or one beside the other. One that stands alone, as most do, needs no group around it.
#pragma once

#include <utility>

#include "dsl/ast.hpp"

namespace lacuna::dsl::grammar {

template <class Node>  // Pattern or Condition
struct Run {
    Span span;
    Node whole;  // the first, or the group of all
    bool begun = false, grouped = false;

    void group(typename Node::Kind kind) {
        if (std::exchange(grouped, true)) return;
        Node around;
        around.kind = kind;
        around.children.reserve(4);
        around.children.push_back(std::move(whole));
        whole = std::move(around);
    }
    void add(typename Node::Kind kind, Node&& next) {
        if (!std::exchange(begun, true)) {
            whole = std::move(next);
            return;
        }
        group(kind);
        whole.children.push_back(std::move(next));
    }
};

// What was read: a group has the place of all that it holds.
template <class Node>
[[nodiscard]] Node&& finished(Run<Node>& run) {
    if (run.grouped) run.whole.span = run.span;
    return std::move(run.whole);
}

}  // namespace lacuna::dsl::grammar
