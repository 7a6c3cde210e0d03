#include "match/spans.hpp"

#include <algorithm>

#include "match/pattern_reader.hpp"

namespace lacuna::match {
namespace {

using Kind = dsl::Condition::Kind;

[[nodiscard]] bool same_place(Hit const& a, Hit const& b) {
    return a.begin == b.begin && a.end == b.end;
}

}  // namespace

Nearness nearness_of(program::ConditionNode const& node) {
    if (node.kind == Kind::with) return {};
    return {node.count, node.kind == Kind::before};
}

std::uint32_t words_between(Hit const& a, Hit const& b) {
    if (b.begin >= a.end) return b.begin - a.end;
    return a.begin >= b.end ? a.begin - b.end : 0;
}

Hits join(Hits const& a, Hits const& b, Nearness nearness, View const& view) {
    Hits joined;
    for (auto const& first : a) {
        Hit const* nearest = nullptr;
        for (auto const& second : b) {
            if (same_place(first, second) || (nearness.ordered && second.begin < first.end)) continue;
            auto const between = words_between(first, second);
            if (between > nearness.words || !view.same_sentence(first.begin, second.begin)) continue;
            if (nearest == nullptr || between < words_between(first, *nearest)) nearest = &second;
        }
        if (nearest == nullptr) continue;
        auto const& value = first.bind != 0 ? first : *nearest;
        joined.push_back({std::min(first.begin, nearest->begin), std::max(first.end, nearest->end),
                          value.bind, value.value, united(first.through, nearest->through)});
    }
    tidy(joined);
    return joined;
}

Hits find_spans(program::Program const& program, program::ConditionId id, View& view) {
    auto const& node = program.at(id);
    auto const child = [&](std::uint32_t i) { return program.condition_children[node.child_begin + i]; };
    auto const children = node.child_end - node.child_begin;
    if (children == 0) return view.concept_hits(ConceptId(node.value));
    auto hits = find_spans(program, child(0), view);
    for (std::uint32_t i = 1; i < children; ++i) {
        if (node.kind == Kind::any) {
            auto const more = find_spans(program, child(i), view);
            hits.insert(hits.end(), more.begin(), more.end());
            tidy(hits);
        } else if (!hits.empty()) {
            hits = join(hits, find_spans(program, child(i), view), nearness_of(node), view);
        }
    }
    return hits;
}

}  // namespace lacuna::match
