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

Hits const& find_spans(program::Program const& program, program::ConditionId id, View& view, Hits& own) {
    auto const& node = program.at(id);
    if (node.child_begin == node.child_end)
        return view.concept_hits(ConceptId(node.value), Ends::shortest,
                                 node.against ? Names::counted : Names::left_out);
    auto const begin = program.condition_children.begin() + node.child_begin;
    auto const end = program.condition_children.begin() + node.child_end;
    Hits of_first, of_child;
    auto const* hits = &find_spans(program, *begin, view, of_first);
    for (auto child = begin + 1; child != end; ++child) {
        if (hits->empty() && node.kind != Kind::any) break;
        auto const& more = find_spans(program, *child, view, of_child);
        if (node.kind == Kind::any) {
            if (hits != &own) own = *hits;
            own.insert(own.end(), more.begin(), more.end());
            tidy(own);
        } else {
            own = join(*hits, more, nearness_of(node), view);
        }
        hits = &own;
    }
    if (hits != &own) own = *hits;
    return own;
}

Hits find_spans(program::Program const& program, program::ConditionId id, View& view) {
    Hits own;
    auto const& hits = find_spans(program, id, view, own);
    if (&hits == &own) return own;
    return hits;
}

}  // namespace lacuna::match
