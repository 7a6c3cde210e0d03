#include "match/candidates.hpp"

#include <algorithm>

namespace lacuna::match {
namespace {

// For one language: the measures that a group makes worth a look.
class Triggers {
  public:
    Triggers(SetText const& set, std::size_t language, std::vector<bool> const& wanted)
        : program_(*set.program), language_(language), counts_(set.program->languages[language].groups) {
        for (auto const& act : set.acts) {
            if (act->text.code == nullptr || act->text.language != language) continue;
            for (std::size_t group = 0; group < counts_.size(); ++group)
                counts_[group] += act->text.counts[group];
        }
        by_group_.resize(counts_.size());
        present_.resize(counts_.size());
        seen_.resize(program_.measures.size());
        for (std::size_t row = 0; row < program_.measures.size(); ++row)
            if (wanted.empty() || wanted[row]) add(MeasureId(row));
    }

    [[nodiscard]] std::vector<MeasureId> measures_of(ActText const& act, text::Unit const& unit) {
        ++mark_;
        groups_.clear();
        auto const collect = [&](std::uint32_t segment) {
            for (auto const& hit : act.hits_of(segment)) {
                auto& mark = present_[hit.group.index()];
                if (mark != mark_) groups_.push_back(hit.group);
                mark = mark_;
            }
        };
        for (auto row = unit.passage_begin; row < unit.passage_end; ++row)
            for (auto const segment : act.segments_of(act.text.passages[row])) collect(segment);
        if (unit.heading != 0xFFFF'FFFFu) collect(unit.heading);
        auto measures = everywhere_;
        for (auto const group : groups_)
            for (auto const measure : by_group_[group.index()]) {
                if (seen_[measure.index()] == mark_) continue;
                seen_[measure.index()] = mark_;
                if (possible(measure)) measures.push_back(measure);
            }
        std::sort(measures.begin(), measures.end());
        return measures;
    }

  private:
    [[nodiscard]] std::uint64_t count(program::Clause const& clause) const {
        std::uint64_t sum = 0;
        for (auto const group : clause) sum += counts_[group.index()];
        return sum;
    }
    void add(MeasureId measure) {
        if (!program_.at(measure).needs.valid()) return;
        auto const& clauses = program_.at(measure).clauses[language_];
        if (clauses.empty()) return everywhere_.push_back(measure);
        auto const rarest =
            std::min_element(clauses.begin(), clauses.end(),
                             [&](auto const& a, auto const& b) { return count(a) < count(b); });
        for (auto const group : *rarest) by_group_[group.index()].push_back(measure);
    }
    [[nodiscard]] bool possible(MeasureId measure) const {
        auto const& clauses = program_.at(measure).clauses[language_];
        return std::all_of(clauses.begin(), clauses.end(), [&](program::Clause const& clause) {
            return std::any_of(clause.begin(), clause.end(),
                               [&](program::GroupId group) { return present_[group.index()] == mark_; });
        });
    }

    program::Program const& program_;
    std::size_t language_;
    std::vector<std::uint64_t> counts_;
    std::vector<std::vector<MeasureId>> by_group_;
    std::vector<MeasureId> everywhere_;
    std::vector<std::uint32_t> present_, seen_;  // mark of the unit that last had them
    std::vector<program::GroupId> groups_;
    std::uint32_t mark_ = 0;
};

}  // namespace

std::vector<Candidate> find_candidates(SetText const& set, std::vector<bool> const& wanted) {
    std::vector<Triggers> triggers;
    for (std::size_t language = 0; language < set.program->languages.size(); ++language)
        triggers.emplace_back(set, language, wanted);
    std::vector<Candidate> all;
    for (auto const& act : set.acts) {
        if (act->text.code == nullptr) continue;
        auto const& units = act->text.text.units;
        for (std::uint32_t unit = 0; unit < units.size(); ++unit) {
            auto measures = triggers[act->text.language].measures_of(act->text, units[unit]);
            if (!measures.empty()) all.push_back({act->text.id, unit, std::move(measures)});
        }
    }
    return all;
}

}  // namespace lacuna::match
