// Where the conditions of the reference look.
#include <algorithm>

#include "support/reference/evaluator.hpp"

namespace lacuna::test::reference {

std::vector<Evaluator::Stretch> Evaluator::stretches(dsl::Scope scope, Spot const& spot) const {
    auto const& act = *acts_[spot.act];
    auto const& units = act.text->units;
    std::vector<Stretch> all;
    auto const add_units = [&](std::size_t of_act, std::size_t first, std::size_t last) {
        for (auto unit = first; unit < last; ++unit)
            for (auto row = acts_[of_act]->text->units[unit].passage_begin;
                 row < acts_[of_act]->text->units[unit].passage_end; ++row)
                all.push_back({&acts_[of_act]->passages[row]});
    };
    auto const segments = act.context->text.segments_of(act.text->passages[spot.passage]);
    switch (scope) {
        case dsl::Scope::sentence:
        case dsl::Scope::passage:
            all.push_back({&act.passages[spot.passage]});
            break;
        case dsl::Scope::section:
            add_units(spot.act, spot.unit, spot.unit + 1);
            break;
        case dsl::Scope::part: {
            auto const parent = act.document->at(units[spot.unit].provision).parent;
            for (std::size_t unit = 0; unit < units.size(); ++unit)
                if (!parent.valid() || (units[unit].provision.value >= parent.value &&
                                        units[unit].provision.value < act.document->at(parent).subtree_end))
                    add_units(spot.act, unit, unit + 1);
            break;
        }
        case dsl::Scope::act:
            add_units(spot.act, 0, units.size());
            break;
        case dsl::Scope::set:
            for (std::size_t row = 0; row < acts_.size(); ++row)
                add_units(row, 0, acts_[row]->text->units.size());
            break;
        case dsl::Scope::reference: {
            auto passages = act.context->citations().cited_from(segments);
            for (auto const row : act.context->citations().citing(static_cast<std::uint32_t>(spot.unit)))
                passages.push_back(row);
            for (auto const row : passages)
                if (row < units[spot.unit].passage_begin || row >= units[spot.unit].passage_end)
                    all.push_back({&act.passages[row]});
            break;
        }
        case dsl::Scope::definition:
            for (auto const row :
                 act.context->definitions().used_in(segments, static_cast<std::uint32_t>(spot.unit))) {
                auto const& definition = act.context->definitions().all()[row];
                auto const& home = act.text->segments[definition.segment];
                for (auto const passage : act.context->passages_of(definition.segment)) {
                    std::size_t before = 0;
                    for (auto const segment : act.context->text.segments_of(act.text->passages[passage])) {
                        if (segment == definition.segment) break;
                        before += act.segments[segment].size();
                    }
                    auto const begin = before + (definition.term_begin - home.token_begin);
                    auto const end = definition.body_end == home.token_end
                                         ? act.passages[passage].size()
                                         : before + (definition.body_end - home.token_begin);
                    all.push_back({&act.passages[passage], begin, end});
                }
            }
            break;
    }
    return all;
}

bool Evaluator::somewhere(Condition const& condition, dsl::Scope scope, Spot const& spot) {
    for (auto const& stretch : stretches(scope, spot))
        for (auto const& place : places(condition, *stretch.words)) {
            bool const inside = place.begin >= stretch.begin && place.end <= stretch.end;
            bool const near =
                scope != dsl::Scope::sentence ||
                std::any_of(anchors_.begin(), anchors_.end(), [&](std::size_t anchor) {
                    return (*stretch.words)[anchor].sentence == (*stretch.words)[place.begin].sentence;
                });
            if (inside && near) return true;
        }
    return false;
}

bool Evaluator::in_part_headed(Condition const& condition, std::string const& headed, Spot const& spot) {
    auto const& act = *acts_[spot.act];
    for (std::size_t row = 0; row < act.text->segments.size(); ++row) {
        auto const& segment = act.text->segments[row];
        bool const heading = act.document->blocks[segment.block].role == akn::Role::heading;
        if (!heading || !segment.provision.valid() || patterns_.places(headed, act.segments[row]).empty())
            continue;
        for (std::size_t passage = 0; passage < act.passages.size(); ++passage) {
            auto const leaf = act.text->passages[passage].leaf.value;
            bool const inside =
                leaf >= segment.provision.value && leaf < act.document->at(segment.provision).subtree_end;
            if (inside && !places(condition, act.passages[passage]).empty()) return true;
        }
    }
    return false;
}

bool Evaluator::defines(Condition const& condition, Spot const& spot) const {
    auto const& act = *acts_[spot.act];
    std::size_t before = 0;
    for (auto const segment : act.context->text.segments_of(act.text->passages[spot.passage])) {
        for (auto const& definition : act.context->definitions().all()) {
            if (definition.segment != segment) continue;
            auto const home = act.text->segments[segment].token_begin;
            auto const begin = before + (definition.term_begin - home);
            auto const end = before + (definition.term_end - home);
            for (auto const& place : patterns_.places(condition.text, act.passages[spot.passage]))
                if (place.begin < end && begin < place.end) return true;
        }
        before += act.segments[segment].size();
    }
    return false;
}

bool Evaluator::refers_to(std::string const& name, Spot const& spot) const {
    auto const& act = *acts_[spot.act];
    auto const segments = act.context->text.segments_of(act.text->passages[spot.passage]);
    for (auto const& citation : act.context->citations().all()) {
        if (std::find(segments.begin(), segments.end(), citation.segment) == segments.end()) continue;
        for (auto const& found : found_.at(name))
            if (found.act == spot.act &&
                std::find(citation.units.begin(), citation.units.end(), found.unit) != citation.units.end())
                return true;
    }
    return false;
}

}  // namespace lacuna::test::reference
