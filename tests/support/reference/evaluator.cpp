#include "support/reference/evaluator.hpp"

#include <algorithm>
#include <stdexcept>

namespace lacuna::test::reference {
namespace {

using Kind = dsl::Condition::Kind;

// Words between two places; 0 when they touch or share words.
[[nodiscard]] std::size_t between(Place const& a, Place const& b) {
    if (b.begin >= a.end) return b.begin - a.end;
    return a.begin >= b.end ? a.begin - b.end : 0;
}

[[nodiscard]] bool compares(dsl::Condition const& condition, double value) {
    switch (condition.compare) {
        case dsl::Compare::less:
            return value < condition.number;
        case dsl::Compare::less_equal:
            return value <= condition.number;
        case dsl::Compare::greater:
            return value > condition.number;
        case dsl::Compare::greater_equal:
            return value >= condition.number;
        case dsl::Compare::equal:
            break;
    }
    return value == condition.number;
}

// Names of the concepts that give a value this name.
[[nodiscard]] bool binds(dsl::Pattern const& pattern, std::string const& name) {
    return pattern.bind == name || std::any_of(pattern.children.begin(), pattern.children.end(),
                                               [&](auto const& child) { return binds(child, name); });
}

void collect_asked(dsl::Condition const& condition, std::vector<std::string>& into) {
    if (condition.kind == Kind::measure || condition.kind == Kind::refers_to) into.push_back(condition.text);
    for (auto const& child : condition.children) collect_asked(child, into);
}

}  // namespace

Evaluator::Evaluator(dsl::Pack const& pack, akn::StatuteSet const& set, match::SetText const& texts,
                     std::string const& language)
    : pack_(pack), patterns_(pack, language), texts_(texts) {
    for (std::size_t row = 0; row < set.documents.size(); ++row) {
        auto act = std::make_unique<Act>();
        act->context = texts.acts[row].get();
        act->text = &act->context->text.text;
        act->document = &set.documents[row];
        auto const& concepts = texts.program->concepts;
        for (auto const& passage : act->text->passages) {
            auto const segments = act->context->text.segments_of(passage);
            act->passages.push_back(
                words_of(act->context->text, concepts, {segments.begin(), segments.end()}));
        }
        for (std::uint32_t segment = 0; segment < act->text->segments.size(); ++segment)
            act->segments.push_back(words_of(act->context->text, concepts, {segment}));
        acts_.push_back(std::move(act));
    }
}

dsl::Measure const& Evaluator::measure(std::string const& name) const {
    for (auto const& file : pack_.files)
        for (auto const& declared : file.measures)
            if (declared.name.text == name) return declared;
    throw std::logic_error("no measure " + name);
}

std::optional<dsl::Condition> Evaluator::gate_of(dsl::Measure const& of) const {
    if (of.gate) return of.gate;
    for (auto const& file : pack_.files)
        for (auto const& kind : file.kinds)
            if (kind.name.text == of.kind.text) return kind.gate;
    return std::nullopt;
}

bool Evaluator::is_element(dsl::Measure const* of, std::string const& name) const {
    return of && std::any_of(of->elements.begin(), of->elements.end(),
                             [&](auto const& element) { return element.name.text == name; });
}

std::size_t Evaluator::rank(dsl::Measure const& of) const {
    std::vector<std::string> asked;
    for (auto const& element : of.elements) collect_asked(element.condition, asked);
    for (auto const& condition : of.unless) collect_asked(condition, asked);
    if (auto const gate = gate_of(of)) collect_asked(*gate, asked);
    std::size_t highest = 0;
    for (auto const& name : asked) highest = std::max(highest, rank(measure(name)) + 1);
    return highest;
}

std::set<Found> Evaluator::run() {
    std::vector<std::vector<dsl::Measure const*>> ranks;
    for (auto const& file : pack_.files)
        for (auto const& declared : file.measures) {
            auto const at = rank(declared);
            if (ranks.size() <= at) ranks.resize(at + 1);
            ranks[at].push_back(&declared);
        }
    std::set<Found> found;
    for (auto const& measures : ranks)
        for (auto const* declared : measures) read(*declared, found);
    return found;
}

void Evaluator::read(dsl::Measure const& of, std::set<Found>& into) {
    std::vector<Spot> spots;
    for (std::size_t act = 0; act < acts_.size(); ++act)
        for (std::size_t unit = 0; unit < acts_[act]->text->units.size(); ++unit) {
            auto const& row = acts_[act]->text->units[unit];
            for (std::size_t passage = row.passage_begin; passage < row.passage_end; ++passage)
                spots.push_back({act, unit, passage});
        }
    Scopes const passage{dsl::Scope::passage}, section{dsl::Scope::passage, dsl::Scope::section};
    std::vector<Spot> hits;
    for (auto const& spot : spots) {
        anchors_.clear();
        if (!of.needs) continue;
        anchor(*of.needs, &of, spot);
        if (!holds(*of.needs, &of, passage, spot)) continue;
        if (std::any_of(of.unless.begin(), of.unless.end(),
                        [&](Condition const& condition) { return holds(condition, nullptr, passage, spot); }))
            continue;
        if (auto const gate = gate_of(of); gate && !holds(*gate, nullptr, section, spot)) continue;
        std::vector<std::string> needed;
        auto const collect = [&](auto const& self, Condition const& node) -> void {
            if (node.kind == Kind::name) needed.push_back(node.text);
            for (auto const& child : node.children) self(self, child);
        };
        collect(collect, *of.needs);
        Found found{of.name.text, spot.act, spot.unit, {}};
        for (auto const& element : of.elements) {
            bool const is_needed = std::find(needed.begin(), needed.end(), element.name.text) != needed.end();
            found.elements.push_back(holds(element.condition, nullptr, is_needed ? passage : section, spot));
        }
        into.insert(found);
        auto const& row = *acts_[spot.act];
        if (row.document->at(row.text->passages[spot.passage].leaf).force == akn::Force::in_force)
            hits.push_back(spot);
    }
    found_[of.name.text] = hits;
}

bool Evaluator::gives_places(Condition const& condition, dsl::Measure const* of) const {
    switch (condition.kind) {
        case Kind::name:
            return !is_element(of, condition.text);
        case Kind::words:
        case Kind::exact:
        case Kind::near:
        case Kind::before:
        case Kind::with:
            return true;
        case Kind::any:
            return std::all_of(condition.children.begin(), condition.children.end(),
                               [&](auto const& child) { return gives_places(child, of); });
        default:
            return false;
    }
}

bool Evaluator::holds(Condition const& condition, dsl::Measure const* of, Scopes const& scopes,
                      Spot const& spot) {
    if (condition.kind == Kind::name && is_element(of, condition.text)) {
        for (auto const& element : of->elements)
            if (element.name.text == condition.text) return holds(element.condition, nullptr, scopes, spot);
    }
    auto const& children = condition.children;
    auto const child_holds = [&](Condition const& child) { return holds(child, of, scopes, spot); };
    auto const holding = [&] { return std::count_if(children.begin(), children.end(), child_holds); };
    switch (condition.kind) {
        case Kind::all:
            return holding() == static_cast<std::ptrdiff_t>(children.size());
        case Kind::any:
            return holding() > 0;
        case Kind::at_least:
            return holding() >= static_cast<std::ptrdiff_t>(condition.count);
        case Kind::negation:
            return holding() == 0;
        case Kind::scoped:
            if (holds(children.front(), of, condition.scopes, spot)) return true;
            return !condition.part_headed.text.empty() &&
                   in_part_headed(children.front(), condition.part_headed.text, spot);
        case Kind::measure:
            return !found_[condition.text].empty();
        case Kind::heading_has: {
            auto const& act = *acts_[spot.act];
            auto const heading = act.text->units[spot.unit].heading;
            return heading != 0xFFFF'FFFFu && !places(children.front(), act.segments[heading]).empty();
        }
        case Kind::defines:
            return defines(condition, spot);
        case Kind::refers_to:
            return refers_to(condition.text, spot);
        default:
            return std::any_of(scopes.begin(), scopes.end(),
                               [&](dsl::Scope scope) { return somewhere(condition, scope, spot); });
    }
}

Places Evaluator::places(Condition const& condition, Words const& words) const {
    switch (condition.kind) {
        case Kind::name:
            return patterns_.places(condition.text, words);
        case Kind::words:
        case Kind::exact:
            return patterns_.phrase(condition.text, condition.kind == Kind::exact, words);
        case Kind::value:
            return values(condition, words);
        case Kind::any: {
            Places all;
            for (auto const& child : condition.children) all.merge(places(child, words));
            return all;
        }
        default:
            return joined(condition, words);
    }
}

Places Evaluator::joined(Condition const& condition, Words const& words) const {
    auto all = places(condition.children.front(), words);
    for (std::size_t i = 1; i < condition.children.size(); ++i)
        all = joined(condition, all, places(condition.children[i], words), words);
    return all;
}

// For every place of the one the nearest of the other; of two that are as near, the first.
Places Evaluator::joined(Condition const& condition, Places const& ones, Places const& others,
                         Words const& words) {
    Places all;
    for (auto const& one : ones) {
        Place const* nearest = nullptr;
        for (auto const& other : others) {
            bool const same = one.begin == other.begin && one.end == other.end;
            bool const wrong_order = condition.kind == Kind::before && other.begin < one.end;
            bool const far = condition.kind != Kind::with && between(one, other) > condition.count;
            bool const apart = words[one.begin].sentence != words[other.begin].sentence;
            if (same || wrong_order || far || apart) continue;
            if (!nearest || between(one, other) < between(one, *nearest)) nearest = &other;
        }
        if (!nearest) continue;
        auto const& named = one.bind.empty() ? *nearest : one;
        all.insert(
            {std::min(one.begin, nearest->begin), std::max(one.end, nearest->end), named.bind, named.value});
    }
    return all;
}

Places Evaluator::values(Condition const& condition, Words const& words) const {
    Places all;
    for (auto const& file : pack_.files)
        for (auto const& declared : file.concepts) {
            if (!binds(declared.pattern, condition.text) || patterns_.find(declared.name.text) != &declared)
                continue;
            for (auto const& place : patterns_.places(declared, words))
                if (place.bind == condition.text && compares(condition, place.value)) all.insert(place);
        }
    return all;
}

void Evaluator::anchor(Condition const& condition, dsl::Measure const* of, Spot const& spot) {
    if (condition.kind == Kind::negation) return;
    if (condition.kind == Kind::name && is_element(of, condition.text)) {
        for (auto const& element : of->elements)
            if (element.name.text == condition.text) anchor(element.condition, nullptr, spot);
        return;
    }
    if (!gives_places(condition, of)) {
        for (auto const& child : condition.children) anchor(child, of, spot);
        return;
    }
    for (auto const& place : places(condition, acts_[spot.act]->passages[spot.passage]))
        anchors_.push_back(place.begin);
}

}  // namespace lacuna::test::reference
