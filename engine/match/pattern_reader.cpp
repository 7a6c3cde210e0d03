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

[[nodiscard]] Hits::iterator row_of(Hits& hits, std::size_t row) {
    return hits.begin() + static_cast<std::ptrdiff_t>(row);
}

void append(Hits const& hits, Hits& into) {
    into.insert(into.end(), hits.begin(), hits.end());
}

}  // namespace

class PatternReader::Frame {
  public:
    explicit Frame(Room& room) : room_(room), begin_(room.used) {}
    ~Frame() { room_.used = begin_; }
    Frame(Frame const&) = delete;
    Frame& operator=(Frame const&) = delete;

    [[nodiscard]] PartHits& add() {  // stays where it is
        if (room_.used == room_.parts.size()) room_.parts.push_back(std::make_unique<PartHits>());
        auto& added = *room_.parts[room_.used++];
        added.own.clear();
        return added;
    }
    [[nodiscard]] Parts parts() const { return Parts(room_.parts).subspan(begin_, room_.used - begin_); }

  private:
    Room& room_;
    std::size_t begin_;
};

PatternReader::Room& PatternReader::room_of_thread() {
    static thread_local Room room;
    return room;
}

void tidy(Hits& hits, std::size_t from) {
    auto const begin = row_of(hits, from);
    bool const is_tidy = std::adjacent_find(begin, hits.end(), [](Hit const& a, Hit const& b) {
                             return !(a < b);
                         }) == hits.end();
    if (is_tidy) return;  // most are: a part of a pattern is found in the order of the text
    std::sort(begin, hits.end());
    hits.erase(std::unique(begin, hits.end()), hits.end());
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
    Frame frame(room_);
    auto& hits = frame.add().own;
    read(row.pattern, ends, hits);
    view_.add_defined(id, hits);
    if (!hits.empty() && row.but_not.valid()) {
        auto& unwanted = frame.add().own;
        read(row.but_not, Ends::shortest, unwanted);
        remove_overlaps(hits, unwanted);
    }
    return hits;  // a copy, which takes no more room than it needs
}

void PatternReader::read(program::NodeId id, Ends ends, Hits& into) {
    if (!view_.may_hold(id)) return;
    auto const& node = code_.nodes[id.index()];
    auto const first = into.size();
    switch (node.kind) {
        case Kind::group:
            view_.place(program::GroupId(node.value), into);
            break;
        case Kind::reference:
            append(view_.concept_hits(ConceptId(node.value), ends, Names::counted), into);
            break;
        case Kind::number:
            append(view_.numbers(), into);
            break;
        case Kind::duration:
            append(read_quantities(view_, dsl::Quantity::Kind::duration), into);
            break;
        case Kind::money:
            append(read_quantities(view_, dsl::Quantity::Kind::money), into);
            break;
        case Kind::date:
            append(read_dates(view_), into);
            break;
        case Kind::sequence:
            read_sequence(node, ends, into);
            break;
        case Kind::alternatives:
            read_alternatives(node, ends, into);
            break;
    }
    if (node.bind != 0)
        std::for_each(row_of(into, first), into.end(), [&](Hit& hit) { hit.bind = node.bind; });
}

void PatternReader::read_alternatives(program::PatternNode const& node, Ends ends, Hits& into) {
    auto const first = into.size();
    for (auto row = node.part_begin; row < node.part_end; ++row) read(code_.parts[row].node, ends, into);
    tidy(into, first);
}

Hits const& PatternReader::read_part(program::NodeId id, Hits& own) {
    auto const& node = code_.nodes[id.index()];
    if (node.kind == Kind::reference && node.bind == 0)
        return view_.concept_hits(ConceptId(node.value), Ends::every, Names::counted);
    read(id, Ends::every, own);
    return own;
}

void PatternReader::read_sequence(program::PatternNode const& node, Ends ends, Hits& into) {
    Frame frame(room_);
    for (auto row = node.part_begin; row < node.part_end; ++row) {
        auto& part = frame.add();
        part.part = &code_.parts[row];
        part.all = &read_part(part.part->node, part.own);
        if (part.all->empty() && !part.part->optional) return;
    }
    auto const parts = frame.parts();
    auto const begin = into.size();
    // A beginning is a hit of the first part, or of a later one if all before it are optional.
    for (std::size_t start = 0; start < parts.size(); ++start) {
        for (auto const& first : *parts[start]->all) read_on(first, parts.subspan(start + 1), into);
        if (!parts[start]->part->optional) break;
    }
    tidy(into, begin);
    if (ends == Ends::shortest)
        into.erase(std::unique(row_of(into, begin), into.end(),
                               [](Hit const& a, Hit const& b) { return a.begin == b.begin; }),
                   into.end());
}

// Adds each way in which the parts follow the hit that a sequence begins with.
void PatternReader::read_on(Hit const& first, Parts parts, Hits& found) {
    auto& reached = room_.reached;
    auto& next = room_.next;
    reached.assign(1, {first.end, 0, first.bind, first.value, first.through});
    for (auto const& part : parts) {
        next.clear();
        for (auto reach : reached) {
            reach.gap += part->part->gap;
            if (part->part->optional) next.push_back(reach);
            for (auto hit = first_from(*part->all, reach.end);
                 hit != part->all->end() && hit->begin <= reach.end + reach.gap; ++hit) {
                if (!view_.same_sentence(first.begin, hit->begin)) break;
                if (reach.gap == 0 && !view_.same_block(reach.end - 1, hit->begin)) break;
                next.push_back({hit->end, 0, hit->bind != 0 ? hit->bind : reach.bind,
                                hit->bind != 0 ? hit->value : reach.value,
                                united(reach.through, hit->through)});
            }
        }
        std::swap(reached, next);
        if (reached.empty()) return;
        if (reached.size() == 1) continue;
        std::sort(reached.begin(), reached.end());
        reached.erase(std::unique(reached.begin(), reached.end()), reached.end());
        if (reached.size() > most_ends) reached.resize(most_ends);
    }
    for (auto const& reach : reached)
        found.push_back({first.begin, reach.end, reach.bind, reach.value, reach.through});
}

}  // namespace lacuna::match
