#include "match/miss_order.hpp"

namespace lacuna::match {

MissOrder::MissOrder(SetText const& set, MeasureId measure, Sought const& sought)
    : act_(*set.acts[sought.document.index()]),
      sought_(sought),
      units_(static_cast<std::uint32_t>(act_.text.text.units.size())),
      needing_(act_.places.unit_words()),
      now_(act_.places.unit_words()) {
    count(set.program->at(measure).looked_for);
    find_needing();
    level_ = needing_.empty() ? more_.size() + 1 : levels();
    unit_ = units_;
}

// Concept by concept: where more than n - 1 stood before and one more stands now, more than n do.
void MissOrder::count(std::vector<ConceptId> const& looked_for) {
    more_.reserve(looked_for.size());
    for (auto const id : looked_for) {
        auto const units = act_.places.whole_in(act_.places.of(id));
        if (PlaceSet::is_empty(units)) continue;
        more_.emplace_back(act_.places.unit_words());
        for (auto n = more_.size() - 1; n > 0; --n) more_[n].unite_common(more_[n - 1].words(), units);
        more_.front().unite(units);
    }
    while (!more_.empty() && more_.back().empty()) more_.pop_back();
}

void MissOrder::find_needing() {
    auto const needs = sought_.places.needs.words();
    auto const end = act_.places.passages();
    for (auto at = PlaceSet::next(needs, 0, end); at != end;) {
        auto const unit = act_.text.unit_of_passage[at];
        needing_.insert(unit);
        at = PlaceSet::next(needs, act_.text.text.units[unit].passage_end, end);
    }
}

PlaceSet MissOrder::of_level(std::size_t level) const {
    auto const concepts = level % (more_.size() + 1);
    auto units = sought_.units;
    if (level > more_.size())
        units.intersect(needing_.words());
    else
        units.subtract(needing_.words());
    if (concepts > 0) units.intersect(more_[concepts - 1].words());
    if (concepts < more_.size()) units.subtract(more_[concepts].words());
    return units;
}

std::optional<Missed> MissOrder::next() {
    for (;;) {
        if (unit_ < units_) unit_ = PlaceSet::next(now_.words(), unit_, units_);
        if (unit_ < units_) break;
        if (level_ <= 1) return std::nullopt;  // in those of level 0 nothing stands
        now_ = of_level(--level_);
        unit_ = 0;
    }
    auto const unit = unit_++;
    auto const concepts = static_cast<std::uint32_t>(level_ % (more_.size() + 1));
    return Missed{sought_.document, unit, act_.text.text.units[unit].passage_begin,
                  concepts + (level_ > more_.size() ? needs_hold : 0), Missed::By::unit};
}

}  // namespace lacuna::match
