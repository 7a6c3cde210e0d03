// Where a condition that gives places in the text is sought, scope by scope, and what is quoted of it.
#include <algorithm>

#include "match/unit_reader.hpp"

namespace lacuna::match {
namespace {

constexpr std::size_t most_quotes = 3;  // places quoted for one condition

// The first few places; of places that share words only the longest.
[[nodiscard]] Hits to_quote(Hits const& hits) {
    Hits chosen;
    for (auto const& hit : hits) {
        bool const shares = !chosen.empty() && hit.begin < chosen.back().end;
        if (shares && hit.end - hit.begin > chosen.back().end - chosen.back().begin) chosen.back() = hit;
        if (!shares && chosen.size() == most_quotes) break;
        if (!shares) chosen.push_back(hit);
    }
    return chosen;
}

}  // namespace

Outcome UnitReader::search(program::ConditionId id, Scopes const& scopes) {
    Outcome outcome;
    for (auto const scope : scopes) {
        auto const distance = distance_of(scope);
        if (scope == dsl::Scope::act) {
            outcome = search_whole_act(id, distance);
        } else if (scope == dsl::Scope::set) {
            for (std::size_t row = 0; row < set_.acts.size() && !outcome.found; ++row)
                outcome = search_act(id, DocumentId(row), distance);
        } else if (search_places(scope, id, outcome.evidence)) {
            outcome.found = true;
            outcome.distance = distance;
        }
        if (outcome.found) break;
    }
    return outcome;
}

bool UnitReader::search_places(dsl::Scope scope, program::ConditionId id, std::vector<Evidence>& quotes) {
    bool const in_sentence = scope == dsl::Scope::sentence;
    auto const ask = [&](Place const& place) { return any_at(id, place, in_sentence); };
    auto const quote = [&](Place const& place) {
        auto const hits = hits_at(id, place, in_sentence);
        for (auto const& hit : to_quote(hits))
            place.view->append_evidence(hit, distance_of(scope), program_.at(id).text, quotes);
        return !hits.empty();
    };
    // By reference: a std::function that holds more than a pointer asks for memory each time.
    return quoting_ ? visit_scope(scope, id, std::cref(quote)) : visit_scope(scope, id, std::cref(ask));
}

// Its own text first, then the act's in other languages: the main one, and those of its parts behind all
// acts.
Outcome UnitReader::search_whole_act(program::ConditionId id, Distance distance) {
    auto outcome = search_act(id, act_id_, distance);
    auto const whole = set_.document_of(act_id_);
    if (!outcome.found && whole != act_id_) outcome = search_act(id, whole, distance);
    for (auto row = set_.documents(); row < set_.acts.size() && !outcome.found; ++row)
        if (DocumentId(row) != act_id_ && set_.document_of(DocumentId(row)) == whole)
            outcome = search_act(id, DocumentId(row), distance);
    return outcome;
}

Outcome UnitReader::search_act(program::ConditionId id, DocumentId act, Distance distance) {
    auto const& context = *set_.acts[act.index()];
    Outcome outcome;
    if (context.text.code == nullptr) return outcome;
    bool const law = is_law(act_id_, passage_);
    if (auto const known = set_.known(act, id, law)) {
        outcome = *known;
        outcome.distance = distance;
        for (auto& evidence : outcome.evidence) evidence.distance = distance;
        return outcome;
    }
    auto const& node = program_.at(id);
    auto const places = ConditionPlaces(set_, context).of_words(id);
    auto const end = context.places.passages();
    for (auto passage = PlaceSet::next(places.words(), 0, end); passage < end;
         passage = PlaceSet::next(places.words(), passage + 1, end)) {
        if (law && !is_law(act, passage)) continue;
        View view(context.places, passage);
        auto const hits = hits_at(id, {&view}, false);
        if (hits.empty()) continue;
        outcome.found = true;
        outcome.distance = distance;
        view.append_evidence(hits.front(), distance, node.text, outcome.evidence);
        break;
    }
    set_.remember(act, id, law, outcome);
    return outcome;
}

// Every provision above the unit whose heading has the concept is a part that is searched.
Outcome UnitReader::search_part_headed(program::ConditionId id, ConceptId headed) {
    Outcome outcome;
    auto const& document = *act_.text.document;
    auto const& text = act_.text.text;
    for (std::uint32_t row = 0; row < text.segments.size() && !outcome.found; ++row) {
        auto const& segment = text.segments[row];
        if (document.blocks[segment.block].role != akn::Role::heading || !segment.provision.valid()) continue;
        View heading(act_.text, std::span(&row, 1));
        if (heading.concept_hits(headed).empty()) continue;
        auto const& part = document.at(segment.provision);
        for (std::uint32_t passage = 0; passage < text.passages.size() && !outcome.found; ++passage) {
            auto const leaf = text.passages[passage].leaf;
            if (leaf.value < segment.provision.value || leaf.value >= part.subtree_end) continue;
            if (!lends(passage)) continue;
            View view(act_.places, passage);
            auto const hits = hits_at(id, {&view}, false);
            if (hits.empty()) continue;
            outcome.found = true;
            outcome.distance = Distance::part;
            view.append_evidence(hits.front(), Distance::part, program_.at(id).text, outcome.evidence);
        }
    }
    return outcome;
}

}  // namespace lacuna::match
