#include "match/branch_trace.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace lacuna::match {
namespace {

using Kind = dsl::Pattern::Kind;

[[nodiscard]] std::uint32_t gap_before(dsl::Pattern const& node, std::size_t part) {
    return part == 0 || part > node.gaps.size() ? 0 : node.gaps[part - 1];
}

// A value is taken to be there: numbers are everywhere.
[[nodiscard]] bool any_phrase(ActText const& act, program::NodeId id) {
    using K = program::PatternNode::Kind;
    auto const& node = act.code->nodes[id.index()];
    if (node.kind == K::group) return act.has_group(program::GroupId(std::size_t{node.value}));
    if (node.kind == K::reference) {
        auto const of = act.code->at(ConceptId(std::size_t{node.value})).pattern;
        return of.valid() && any_phrase(act, of);
    }
    for (auto part = node.part_begin; part < node.part_end; ++part)
        if (any_phrase(act, act.code->parts[part].node)) return true;
    return node.part_begin == node.part_end && node.kind != K::alternatives;
}

}  // namespace

BranchTrace::BranchTrace(program::Program const& program, dsl::Concept const& declared)
    : concept_(program.concept_id(declared.name.text)),
      raw_(program.concept_id(dsl::raw_name(declared))),
      exclusion_(program.concept_id(dsl::exclusion_name(declared))),
      branches_(dsl::branches(declared)),
      declared_(declared) {
    name_leaves(program, declared.pattern);
    if (declared.but_not) name_leaves(program, *declared.but_not);
    for (std::size_t row = 0; row < branches_.size(); ++row) rows_.emplace(branches_[row].node, row);
}

void BranchTrace::name_leaves(program::Program const& program, dsl::Pattern const& node) {
    if (node.children.empty()) leaves_.emplace(&node, program.concept_id(dsl::leaf_name(node)));
    for (auto const& child : node.children) name_leaves(program, child);
}

bool BranchTrace::any_word(ActText const& act, dsl::Pattern const& node) const {
    for (auto const& child : node.children)
        if (any_word(act, child)) return true;
    auto const leaf = leaves_.find(&node);
    if (leaf == leaves_.end() || !leaf->second.valid()) return false;
    auto const pattern = act.code->at(leaf->second).pattern;
    return pattern.valid() && any_phrase(act, pattern);
}

BranchTrace::Places BranchTrace::places(View& view, dsl::Pattern const& node, Place within) const {
    Places found;
    if (node.kind == Kind::sequence) return sequence_places(view, node, within);
    for (auto const& child : node.children) {
        auto const more = places(view, child, within);
        found.insert(found.end(), more.begin(), more.end());
    }
    if (auto const leaf = leaves_.find(&node); leaf != leaves_.end() && leaf->second.valid()) {
        auto const& hits = view.concept_hits(leaf->second);
        auto hit = std::lower_bound(hits.begin(), hits.end(), within.begin,
                                    [](Hit const& one, std::uint32_t at) { return one.begin < at; });
        for (; hit != hits.end() && hit->begin < within.end; ++hit)
            if (hit->end <= within.end) found.push_back({hit->begin, hit->end});
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

BranchTrace::Places BranchTrace::sequence_places(View& view, dsl::Pattern const& node, Place within) const {
    struct Reach {
        std::uint32_t first, end, gap;
        auto operator<=>(Reach const&) const = default;
    };
    std::vector<Reach> reached;
    bool open = true;  // every part so far may be absent
    for (std::size_t part = 0; part < node.children.size(); ++part) {
        auto const& child = node.children[part];
        auto const hits = places(view, child, within);
        std::vector<Reach> next;
        for (auto& reach : reached) {
            reach.gap += gap_before(node, part);
            if (child.optional) next.push_back(reach);
            for (auto const& hit : hits)
                if (hit.begin >= reach.end && hit.begin <= reach.end + reach.gap &&
                    view.same_sentence(reach.first, hit.begin))
                    next.push_back({reach.first, hit.end, 0});
        }
        if (open)
            for (auto const& hit : hits) next.push_back({hit.begin, hit.end, 0});
        open = open && child.optional;
        std::sort(next.begin(), next.end());
        next.erase(std::unique(next.begin(), next.end()), next.end());
        reached = std::move(next);
    }
    Places found;
    for (auto const& reach : reached) found.push_back({reach.first, reach.end});
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

bool BranchTrace::mark(View& view, dsl::Pattern const& node, Place at) {
    bool covers = false;
    if (node.kind == Kind::sequence) {
        covers = mark_sequence(view, node, at);
    } else if (node.kind == Kind::alternatives) {
        for (auto const& child : node.children) covers = mark(view, child, at) || covers;
    } else {
        auto const found = places(view, node, at);
        covers = std::binary_search(found.begin(), found.end(), at);
    }
    if (auto const row = rows_.find(&node); covers && row != rows_.end()) marked_[row->second] = true;
    return covers;
}

// Every part that some way from the first word to the last goes through.
bool BranchTrace::mark_sequence(View& view, dsl::Pattern const& node, Place at) {
    auto const count = node.children.size();
    std::vector<Places> hits;
    for (auto const& child : node.children) hits.push_back(places(view, child, at));
    std::map<std::tuple<std::size_t, std::uint32_t, std::uint32_t, bool>, bool> known;
    auto const walk = [&](auto const& self, std::size_t part, std::uint32_t end, std::uint32_t gap,
                          bool begun) -> bool {
        if (part == count) return begun && end == at.end;
        auto const [memory, fresh] = known.try_emplace({part, end, gap, begun}, false);
        if (!fresh) return memory->second;
        bool reached = false;
        auto const most = begun ? gap + gap_before(node, part) : 0;
        for (auto const& hit : hits[part]) {
            bool const near = begun ? hit.begin >= end && hit.begin <= end + most : hit.begin == at.begin;
            if (!near || !view.same_sentence(at.begin, hit.begin)) continue;
            if (self(self, part + 1, hit.end, 0, true)) {
                (void)mark(view, node.children[part], hit);
                reached = true;
            }
        }
        if (node.children[part].optional) reached = self(self, part + 1, end, most, begun) || reached;
        return memory->second = reached;
    };
    return walk(walk, 0, at.begin, 0, false);
}

void BranchTrace::count(View& view, dsl::Pattern const& node, Place at) {
    marked_.assign(branches_.size(), false);
    if (!mark(view, node, at) && rows_.contains(&node)) marked_[rows_.at(&node)] = true;
    for (std::size_t row = 0; row < branches_.size(); ++row) counts_[row] += marked_[row] ? 1U : 0U;
}

std::vector<std::size_t> const& BranchTrace::read(View& view) {
    counts_.assign(branches_.size(), 0);
    if (!concept_.valid()) return counts_;
    for (auto const& hit : view.concept_hits(concept_)) count(view, declared_.pattern, {hit.begin, hit.end});
    if (!declared_.but_not) return counts_;
    for (auto const& hit : view.concept_hits(exclusion_))
        for (auto const& raw : view.concept_hits(raw_)) {
            if (raw.begin >= hit.end || hit.begin >= raw.end) continue;
            count(view, *declared_.but_not, {hit.begin, hit.end});
            break;
        }
    return counts_;
}

bool BranchTrace::excluded(View& view) const {
    return raw_.valid() && view.concept_hits(raw_).size() > view.concept_hits(concept_).size();
}

}  // namespace lacuna::match
