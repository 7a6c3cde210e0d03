#include "match/unit_reader.hpp"

#include <algorithm>

namespace lacuna::match {
Distance distance_of(dsl::Scope scope) {
    switch (scope) {
        case dsl::Scope::sentence:
            return Distance::sentence;
        case dsl::Scope::passage:
            return Distance::passage;
        case dsl::Scope::section:
            return Distance::section;
        case dsl::Scope::definition:
            return Distance::definition;
        case dsl::Scope::reference:
            return Distance::reference;
        case dsl::Scope::part:
            return Distance::part;
        case dsl::Scope::act:
            return Distance::act;
        case dsl::Scope::set:
            return Distance::set;
    }
    return Distance::set;
}

UnitReader::UnitReader(SetText const& set, DocumentId act)
    : set_(set),
      program_(*set.program),
      act_id_(act),
      act_(*set.acts[act.index()]),
      places_(set, *set.acts[act.index()]) {}

View& UnitReader::view_of(std::uint32_t passage) {
    if (passage == passage_ && here_ != nullptr) return *here_;
    auto& view = views_[passage];
    if (!view) view = std::make_unique<View>(act_.places, passage);
    if (passage == passage_) here_ = view.get();
    return *view;
}

void UnitReader::go_to(std::uint32_t unit, std::uint32_t passage) {
    unit_ = unit;
    passage_ = passage;
    here_ = nullptr;
    anchor_needs_ = {};
    anchors_.clear();
}

void UnitReader::anchor_at(MeasureId measure, program::ConditionId needs) {
    anchor_measure_ = measure;
    anchor_needs_ = needs;
    anchors_.clear();
}

// Looked for when first asked: few measures speak of sentences.
std::vector<std::uint32_t> const& UnitReader::anchors() {
    if (anchor_needs_.valid()) {
        anchor(anchor_measure_, anchor_needs_);
        anchor_needs_ = {};
    }
    return anchors_;
}

void UnitReader::anchor(MeasureId measure, program::ConditionId needs) {
    auto const& node = program_.at(needs);
    if (node.is_element) return anchor(measure, program_.at(measure).elements[node.value]);
    if (node.kind == dsl::Condition::Kind::negation) return;
    if (!node.spans) {
        for (auto row = node.child_begin; row < node.child_end; ++row)
            anchor(measure, program_.condition_children[row]);
        return;
    }
    for (auto const& hit : find_spans(program_, needs, view_of(passage_))) anchors_.push_back(hit.begin);
}

std::size_t UnitReader::count_present(std::vector<ConceptId> const& concepts, std::size_t most_missing) {
    auto& view = view_of(passage_);
    std::size_t present = 0, missing = 0;
    for (auto const id : concepts) {
        if (!view.may_hold(id)) continue;
        if (!view.concept_hits(id).empty())
            ++present;
        else if (++missing > most_missing)
            break;
    }
    return present;
}

UnitReader::Headed UnitReader::in_heading(std::vector<ConceptId> const& concepts) const {
    auto const heading = act_.text.text.units[unit_].heading;
    if (heading == text::Segment::none || concepts.empty()) return {};
    View view(act_.places, act_.places.heading_of(unit_));
    if (view.size() == 0) return {};
    std::size_t named = 0;
    std::vector<bool> taken(view.size());
    for (auto const id : concepts) {
        auto const& hits = view.concept_hits(id);
        if (!hits.empty()) ++named;
        for (auto const& hit : hits)
            for (auto at = hit.begin; at < hit.end; ++at) taken[at] = true;
    }
    auto const words = std::count(taken.begin(), taken.end(), true);
    return {static_cast<double>(named) / static_cast<double>(concepts.size()),
            static_cast<double>(words) / static_cast<double>(taken.size())};
}

bool UnitReader::is_law(DocumentId act, std::uint32_t passage) const {
    auto const& context = *set_.acts[act.index()];
    if (context.in_force) return !set_.is_repealed(act);
    auto const& text = context.text;
    auto const leaf = text.text.passages[passage].leaf;
    auto const place = leaf.valid() ? leaf : text.text.units[text.unit_of_passage[passage]].provision;
    return set_.force_of(act, place) == akn::Force::in_force;
}

bool UnitReader::lends(std::uint32_t passage) {
    return passage == passage_ || is_law(act_id_, passage) || !is_law(act_id_, passage_);
}

// From the first word of the definition to the next definition; with all points below it.
bool UnitReader::visit_definitions(program::ConditionId id, Visit const& visit) {
    auto const& definitions = act_.definitions();
    auto const [used, fresh] = definitions_used_.try_emplace(passage_);
    if (fresh)
        used->second = definitions.used_in(act_.text.segments_of(act_.text.text.passages[passage_]), unit_);
    for (auto const row : used->second) {
        auto const& definition = definitions.all()[row];
        auto const segment_end = act_.text.text.segments[definition.segment].token_end;
        bool const whole = definition.body_end == segment_end;
        for (auto const passage : act_.passages_of(definition.segment)) {
            if (!may_hold(id, passage) || !lends(passage)) continue;
            auto& view = view_of(passage);
            auto const begin = view.position_of(definition.term_begin);
            auto const end = whole ? view.size() : view.position_of(definition.body_end);
            if (visit({&view, begin, end})) return true;
        }
    }
    return false;
}

bool UnitReader::visit_references(program::ConditionId id, Visit const& visit) {
    auto const& citations = act_.citations();
    auto passages = citations.cited_from(act_.text.segments_of(act_.text.text.passages[passage_]));
    auto const citing = citations.citing(unit_);
    passages.insert(passages.end(), citing.begin(), citing.end());
    return std::any_of(passages.begin(), passages.end(), [&](std::uint32_t row) {
        return act_.text.unit_of_passage[row] != unit_ && may_hold(id, row) && lends(row) &&
               visit({&view_of(row)});
    });
}

// The passage itself first, then the others in their order.
bool UnitReader::visit_section(program::ConditionId id, Visit const& visit) {
    if (!may_hold(id, act_.places.whole(unit_))) return false;
    if (may_hold(id, passage_) && visit({&view_of(passage_)})) return true;
    auto const& unit = act_.text.text.units[unit_];
    for (auto row = places_.next(id, unit.passage_begin, unit.passage_end); row < unit.passage_end;
         row = places_.next(id, row + 1, unit.passage_end))
        if (row != passage_ && lends(row) && visit({&view_of(row)})) return true;
    return false;
}

bool UnitReader::visit_scope(dsl::Scope scope, program::ConditionId id, Visit const& visit) {
    switch (scope) {
        case dsl::Scope::sentence:
        case dsl::Scope::passage:
            return may_hold(id, passage_) && visit({&view_of(passage_)});
        case dsl::Scope::section:
            return visit_section(id, visit);
        case dsl::Scope::definition:
            return visit_definitions(id, visit);
        case dsl::Scope::reference:
            return visit_references(id, visit);
        case dsl::Scope::part:
            return visit_part(id, visit);
        case dsl::Scope::act:
        case dsl::Scope::set:
            return false;  // search_act answers for whole acts
    }
    return false;
}

bool UnitReader::visit_part(program::ConditionId id, Visit const& visit) {
    auto const [first, last] = part_of(act_.text, unit_);
    auto const& units = act_.text.text.units;
    auto const begin = units[first].passage_begin, end = units[last - 1].passage_end;
    auto const places = places_.of_words(id);
    for (auto row = PlaceSet::next(places.words(), begin, end); row < end;
         row = PlaceSet::next(places.words(), row + 1, end))
        if (lends(row) && visit({&view_of(row)})) return true;
    return false;
}

Hits UnitReader::bound_at(program::ConditionNode const& node, Place const& place) {
    Hits found;
    if (node.value == 0) return found;
    auto const language = place.view->act().language;
    for (auto const id : set_.concepts_of_bind[language][node.value - 1])
        for (auto const& hit : place.view->concept_hits(id))
            if (hit.bind == node.value) found.push_back(hit);
    return found;
}

Hits UnitReader::values_at(program::ConditionNode const& node, Place const& place) {
    using Compare = dsl::Compare;
    auto found = bound_at(node, place);
    std::erase_if(found, [&](Hit const& hit) {
        return !((node.compare == Compare::less && hit.value < node.number) ||
                 (node.compare == Compare::less_equal && hit.value <= node.number) ||
                 (node.compare == Compare::greater && hit.value > node.number) ||
                 (node.compare == Compare::greater_equal && hit.value >= node.number) ||
                 (node.compare == Compare::equal && hit.value == node.number));
    });
    return found;
}

Hits UnitReader::hits_at(program::ConditionId id, Place const& place, bool in_sentence) {
    auto const& node = program_.at(id);
    auto hits = node.kind == dsl::Condition::Kind::value ? values_at(node, place)
                                                         : find_spans(program_, id, *place.view);
    std::erase_if(hits, [&](Hit const& hit) { return !fits(hit, place, in_sentence); });
    return hits;
}

bool UnitReader::fits(Hit const& hit, Place const& place, bool in_sentence) {
    if (hit.begin < place.begin || hit.end > place.end) return false;
    if (!in_sentence) return true;
    auto const& near = anchors();
    return std::any_of(near.begin(), near.end(),
                       [&](std::uint32_t anchor) { return place.view->same_sentence(hit.begin, anchor); });
}

// Without a copy of what the view knows.
bool UnitReader::any_at(program::ConditionId id, Place const& place, bool in_sentence) {
    auto const& node = program_.at(id);
    if (node.kind == dsl::Condition::Kind::value) return !hits_at(id, place, in_sentence).empty();
    Hits own;
    auto const& hits = find_spans(program_, id, *place.view, own);
    return std::any_of(hits.begin(), hits.end(),
                       [&](Hit const& hit) { return fits(hit, place, in_sentence); });
}

bool UnitReader::holds(MeasureId measure, program::ConditionId id, Scopes const& scopes) {
    Quiet const quiet(*this);
    return holds_here(measure, id, scopes);
}

Outcome UnitReader::judge_shared(MeasureId measure, program::ConditionId id, Scopes const& scopes) {
    auto const [known, fresh] = shared_.try_emplace((std::uint64_t{id.value} << 32) | passage_);
    if (fresh) known->second = judge(measure, id, scopes);
    return known->second;
}

}  // namespace lacuna::match
