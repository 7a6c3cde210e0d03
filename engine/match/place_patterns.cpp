// The places of patterns and concepts, by "and" and "or" of those of their parts.
#include <algorithm>

#include "match/place_index.hpp"

namespace lacuna::match {
namespace {

using NodeKind = program::PatternNode::Kind;

}  // namespace

void PlaceIndex::unite(Row& at, bool& own, Row other) const {
    if (other == nowhere || at == other || at == everywhere) return;
    if (at == nowhere) {
        at = other;
        return;
    }
    auto const into = own ? at : add_row();
    auto const* const a = words_of(at);
    auto const* const b = words_of(other);
    auto* const both = words_of(into);
    for (std::size_t i = 0; i < words_; ++i) both[i] = a[i] | b[i];
    at = into;
    own = true;
}

void PlaceIndex::intersect(Row& at, bool& own, Row other) const {
    if (other == everywhere || at == other || at == nowhere) return;
    if (at == everywhere || other == nowhere) {
        at = other;
        own = false;
        return;
    }
    auto const into = own ? at : add_row();
    auto const* const a = words_of(at);
    auto const* const b = words_of(other);
    auto* const both = words_of(into);
    std::uint64_t any = 0;
    for (std::size_t i = 0; i < words_; ++i) any |= both[i] = a[i] & b[i];
    at = any == 0 ? nowhere : into;
    own = any != 0;
}

bool PlaceIndex::has_clauses(ConceptId id) const {
    auto const& clauses = act_.code->at(id).clauses;
    return std::all_of(clauses.begin(), clauses.end(), [&](program::Clause const& clause) {
        return std::any_of(clause.begin(), clause.end(),
                           [&](program::GroupId group) { return stands(group); });
    });
}

PlaceIndex::Row PlaceIndex::find(ConceptId id) const {
    if (auto const known = concepts_[id.index()].get(); known != unknown) return known;
    auto const& code = act_.code->at(id);
    bool const possible = code.pattern.valid() && has_clauses(id);  // of most concepts an act says nothing
    auto found = possible ? find(code.pattern) : nowhere;           // concepts have no cycles
    bool own = false;
    for (auto row = std::lower_bound(defined_.begin(), defined_.end(), std::pair(id, Row{0}));
         row != defined_.end() && row->first == id; ++row)
        unite(found, own, row->second);
    if (code.but_not.valid() && found != nowhere) (void)find(code.but_not);  // a reader asks about its parts
    return concepts_[id.index()].set(found);
}

PlaceIndex::Row PlaceIndex::find(program::NodeId id) const {
    if (auto const known = nodes_[id.index()].get(); known != unknown) return known;
    return nodes_[id.index()].set(find_new(act_.code->nodes[id.index()]));
}

PlaceIndex::Row PlaceIndex::find_new(program::PatternNode const& node) const {
    switch (node.kind) {
        case NodeKind::group:
            return find(program::GroupId(std::size_t{node.value}));
        case NodeKind::reference:
            return find(ConceptId(std::size_t{node.value}));
        case NodeKind::number:
        case NodeKind::date:
            return everywhere;
        case NodeKind::duration:
            return find_units(dsl::Quantity::Kind::duration);
        case NodeKind::money:
            return find_units(dsl::Quantity::Kind::money);
        case NodeKind::sequence:
            return find_all(node);
        case NodeKind::alternatives:
            return find_any(node);
    }
    return everywhere;
}

PlaceIndex::Row PlaceIndex::find_any(program::PatternNode const& node) const {
    Row any = nowhere;
    bool own = false;
    for (auto part = node.part_begin; part < node.part_end; ++part)
        unite(any, own, find(act_.code->parts[part].node));
    return any;
}

bool PlaceIndex::lacks_group(program::NodeId id) const {
    auto const& node = act_.code->nodes[id.index()];
    return node.kind == NodeKind::group && !stands(program::GroupId(std::size_t{node.value}));
}

// Parts of a sequence that stands nowhere are not looked for: nobody reads them there. Of one that may stand
// somewhere all are, for a reader asks about each.
PlaceIndex::Row PlaceIndex::find_all(program::PatternNode const& node) const {
    auto const parts = std::span(act_.code->parts).subspan(node.part_begin, node.part_end - node.part_begin);
    auto const is_needed = [](program::Part const& part) { return !part.optional; };
    if (std::any_of(parts.begin(), parts.end(),
                    [&](program::Part const& part) { return is_needed(part) && lacks_group(part.node); }))
        return nowhere;
    Row all = everywhere;
    bool own = false;
    for (auto const& part : parts) {
        if (is_needed(part)) intersect(all, own, find(part.node));
        if (all == nowhere) return nowhere;
    }
    for (auto const& part : parts)
        if (part.optional) (void)find(part.node);
    // Of parts that are all optional one must be there.
    return std::any_of(parts.begin(), parts.end(), is_needed) ? all : find_any(node);
}

PlaceIndex::Row PlaceIndex::find_units(dsl::Quantity::Kind kind) const {
    Row any = nowhere;
    bool own = false;
    for (auto const& [group, unit] : act_.code->units)
        if (unit.kind == kind) unite(any, own, find(group));
    return any;
}

}  // namespace lacuna::match
