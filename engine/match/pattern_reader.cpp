#include "match/pattern_reader.hpp"

#include <algorithm>

#include "match/values.hpp"

namespace lacuna::match {
namespace {

using Kind = program::PatternNode::Kind;

constexpr std::size_t most_ends = 32;  // open ends of one beginning of a sequence; the rest are longer ones

[[nodiscard]] Hits::const_iterator first_from(Hits const& hits, std::uint32_t begin) {
    return std::lower_bound(hits.begin(), hits.end(), begin,
                            [](Hit const& hit, std::uint32_t at) { return hit.begin < at; });
}

}  // namespace

void tidy(Hits& hits) {
    bool const is_tidy = std::adjacent_find(hits.begin(), hits.end(), [](Hit const& a, Hit const& b) {
                             return !(a < b);
                         }) == hits.end();
    if (is_tidy) return;  // most are: a part of a pattern is found in the order of the text
    std::sort(hits.begin(), hits.end());
    hits.erase(std::unique(hits.begin(), hits.end()), hits.end());
}

void remove_overlaps(Hits& hits, Hits const& unwanted) {
    if (unwanted.empty()) return;
    std::erase_if(hits, [&](Hit const& hit) {
        return std::any_of(unwanted.begin(), unwanted.end(),
                           [&](Hit const& other) { return other.begin < hit.end && hit.begin < other.end; });
    });
}

Hits PatternReader::read(ConceptId id, Ends ends) {
    auto const& row = code_.at(id);
    if (!row.pattern.valid()) return {};
    auto hits = read(row.pattern, ends);
    view_.add_defined(id, hits);
    if (!hits.empty() && row.but_not.valid()) remove_overlaps(hits, read(row.but_not, Ends::shortest));
    return hits;
}

Hits PatternReader::read(program::NodeId id, Ends ends) {
    Hits hits;
    if (!view_.may_hold(id)) return hits;
    auto const& node = code_.nodes[id.index()];
    switch (node.kind) {
        case Kind::group:
            hits = view_.placed(program::GroupId(node.value));
            break;
        case Kind::reference:
            hits = view_.concept_hits(ConceptId(node.value), ends, Names::counted);
            break;
        case Kind::number:
            hits = view_.numbers();
            break;
        case Kind::duration:
            hits = read_quantities(view_, dsl::Quantity::Kind::duration);
            break;
        case Kind::money:
            hits = read_quantities(view_, dsl::Quantity::Kind::money);
            break;
        case Kind::date:
            hits = read_dates(view_);
            break;
        case Kind::sequence:
            hits = read_sequence(node, ends);
            break;
        case Kind::alternatives:
            hits = read_alternatives(node, ends);
            break;
    }
    if (node.bind != 0)
        for (auto& hit : hits) hit.bind = node.bind;
    return hits;
}

Hits PatternReader::read_alternatives(program::PatternNode const& node, Ends ends) {
    Hits all;
    for (auto row = node.part_begin; row < node.part_end; ++row) {
        auto hits = read(code_.parts[row].node, ends);
        if (all.empty())
            all = std::move(hits);
        else
            all.insert(all.end(), hits.begin(), hits.end());
    }
    tidy(all);
    return all;
}

Hits const& PatternReader::read_part(program::NodeId id, Hits& own) {
    auto const& node = code_.nodes[id.index()];
    if (node.kind == Kind::reference && node.bind == 0)
        return view_.concept_hits(ConceptId(node.value), Ends::every, Names::counted);
    own = read(id, Ends::every);
    return own;
}

Hits PatternReader::read_sequence(program::PatternNode const& node, Ends ends) {
    std::vector<PartHits> parts(node.part_end - node.part_begin);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        parts[i].part = &code_.parts[node.part_begin + i];
        parts[i].all = &read_part(parts[i].part->node, parts[i].own);
        if (parts[i].all->empty() && !parts[i].part->optional) return {};
    }
    Hits found;
    // A beginning is a hit of the first part, or of a later one if all before it are optional.
    for (std::size_t start = 0; start < parts.size(); ++start) {
        for (auto const& first : *parts[start].all)
            read_on(first, std::span(parts).subspan(start + 1), found);
        if (!parts[start].part->optional) break;
    }
    tidy(found);
    if (ends == Ends::shortest)
        found.erase(std::unique(found.begin(), found.end(),
                                [](Hit const& a, Hit const& b) { return a.begin == b.begin; }),
                    found.end());
    return found;
}

// Adds each way in which the parts follow the hit that a sequence begins with.
void PatternReader::read_on(Hit const& first, std::span<PartHits const> parts, Hits& found) {
    reached_.assign(1, {first.end, 0, first.bind, first.value, first.through});
    for (auto const& part : parts) {
        next_.clear();
        for (auto reach : reached_) {
            reach.gap += part.part->gap;
            if (part.part->optional) next_.push_back(reach);
            for (auto hit = first_from(*part.all, reach.end);
                 hit != part.all->end() && hit->begin <= reach.end + reach.gap; ++hit) {
                if (!view_.same_sentence(first.begin, hit->begin)) break;
                if (reach.gap == 0 && !view_.same_block(reach.end - 1, hit->begin)) break;
                next_.push_back({hit->end, 0, hit->bind != 0 ? hit->bind : reach.bind,
                                 hit->bind != 0 ? hit->value : reach.value,
                                 united(reach.through, hit->through)});
            }
        }
        std::swap(reached_, next_);
        if (reached_.empty()) return;
        if (reached_.size() == 1) continue;
        std::sort(reached_.begin(), reached_.end());
        reached_.erase(std::unique(reached_.begin(), reached_.end()), reached_.end());
        if (reached_.size() > most_ends) reached_.resize(most_ends);
    }
    for (auto const& reach : reached_)
        found.push_back({first.begin, reach.end, reach.bind, reach.value, reach.through});
}

}  // namespace lacuna::match
