#include "match/pattern_reader.hpp"

#include <algorithm>

#include "match/values.hpp"

namespace lacuna::match {
namespace {

using Kind = program::PatternNode::Kind;

constexpr std::size_t most_ends = 32;  // open ends of one beginning of a sequence; the rest are longer ones

struct Reach {  // how far a beginning of a sequence has come
    std::uint32_t end = 0;
    std::uint32_t gap = 0;  // words that may stand before the next part
    std::uint16_t bind = 0;
    double value = 0;
    Through through{};
    auto operator<=>(Reach const&) const = default;
};

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
            hits = view_.concept_hits(ConceptId(node.value), ends);
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

Hits PatternReader::read_sequence(program::PatternNode const& node, Ends ends) {
    std::vector<Hits> parts;
    parts.reserve(node.part_end - node.part_begin);
    for (auto row = node.part_begin; row < node.part_end; ++row) {
        parts.push_back(read(code_.parts[row].node, Ends::every));
        if (parts.back().empty() && !code_.parts[row].optional) return {};
    }
    auto const part = [&](std::size_t i) -> program::Part const& { return code_.parts[node.part_begin + i]; };
    Hits all;
    std::vector<Reach> reached, next;
    // A beginning is a hit of the first part, or of a later one if all before it are optional.
    for (std::size_t start = 0; start < parts.size(); ++start) {
        for (auto const& first : parts[start]) {
            reached.assign(1, {first.end, 0, first.bind, first.value, first.through});
            for (std::size_t i = start + 1; i < parts.size() && !reached.empty(); ++i) {
                next.clear();
                for (auto reach : reached) {
                    reach.gap += part(i).gap;
                    if (part(i).optional) next.push_back(reach);
                    for (auto hit = first_from(parts[i], reach.end);
                         hit != parts[i].end() && hit->begin <= reach.end + reach.gap; ++hit) {
                        if (!view_.same_sentence(first.begin, hit->begin)) break;
                        if (reach.gap == 0 && !view_.same_block(reach.end - 1, hit->begin)) break;
                        next.push_back({hit->end, 0, hit->bind != 0 ? hit->bind : reach.bind,
                                        hit->bind != 0 ? hit->value : reach.value,
                                        united(reach.through, hit->through)});
                    }
                }
                std::sort(next.begin(), next.end());
                next.erase(std::unique(next.begin(), next.end()), next.end());
                if (next.size() > most_ends) next.resize(most_ends);
                std::swap(reached, next);
            }
            for (auto const& reach : reached)
                all.push_back({first.begin, reach.end, reach.bind, reach.value, reach.through});
        }
        if (!part(start).optional) break;
    }
    tidy(all);
    if (ends == Ends::shortest)
        all.erase(std::unique(all.begin(), all.end(),
                              [](Hit const& a, Hit const& b) { return a.begin == b.begin; }),
                  all.end());
    return all;
}

}  // namespace lacuna::match
