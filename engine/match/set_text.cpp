#include "match/set_text.hpp"

#include <algorithm>

namespace lacuna::match {
namespace {

constexpr std::uint32_t no_segment = 0xFFFF'FFFFu;

}  // namespace

ActContext::ActContext(ActText act, program::KnownConcepts const& known)
    : text(std::move(act)), known_(known) {}

Definitions const& ActContext::definitions() const {
    std::call_once(definitions_once_, [&] { definitions_ = std::make_unique<Definitions>(text, known_); });
    return *definitions_;
}

Citations const& ActContext::citations() const {
    std::call_once(citations_once_, [&] { citations_ = std::make_unique<Citations>(text, known_); });
    return *citations_;
}

std::vector<std::uint32_t> const& ActContext::passages_of(std::uint32_t segment) const {
    std::call_once(passages_once_, [&] {
        passages_of_segment_.resize(text.text.segments.size());
        for (std::uint32_t passage = 0; passage < text.text.passages.size(); ++passage)
            for (auto const row : text.segments_of(text.text.passages[passage]))
                passages_of_segment_[row].push_back(passage);
    });
    return passages_of_segment_[segment];
}

std::vector<std::uint32_t> ActContext::passages_with(program::Clause const& clause) const {
    std::vector<std::uint32_t> passages;
    for (auto const group : clause) {
        auto last = no_segment;
        for (auto const& hit : text.hits_of(group)) {
            if (hit.segment == last) continue;
            last = hit.segment;
            auto const& rows = passages_of(last);
            passages.insert(passages.end(), rows.begin(), rows.end());
        }
    }
    std::sort(passages.begin(), passages.end());
    passages.erase(std::unique(passages.begin(), passages.end()), passages.end());
    return passages;
}

std::vector<std::uint32_t> ActContext::passages_with(program::Clauses const& clauses) const {
    auto const hits = [&](program::Clause const& clause) {
        std::size_t sum = 0;
        for (auto const group : clause) sum += text.hits_of(group).size();
        return sum;
    };
    auto rarest_first = clauses;
    std::stable_sort(rarest_first.begin(), rarest_first.end(),
                     [&](auto const& a, auto const& b) { return hits(a) < hits(b); });
    std::vector<std::uint32_t> passages, both;
    for (std::size_t row = 0; row < rarest_first.size(); ++row) {
        auto const found = passages_with(rarest_first[row]);
        if (row == 0) {
            passages = found;
        } else {
            both.clear();
            std::set_intersection(passages.begin(), passages.end(), found.begin(), found.end(),
                                  std::back_inserter(both));
            passages.swap(both);
        }
        if (passages.empty()) break;
    }
    return passages;
}

std::pair<std::uint32_t, std::uint32_t> ActContext::part_of(std::uint32_t unit) const {
    auto const& units = text.text.units;
    auto const count = static_cast<std::uint32_t>(units.size());
    auto const provision = units[unit].provision;
    auto const part = provision.valid() ? text.document->at(provision).parent : ProvisionId();
    if (!part.valid()) return {0, count};
    auto const inside = [&](text::Unit const& row) {
        return row.provision.valid() && row.provision.value >= part.value &&
               row.provision.value < text.document->at(part).subtree_end;
    };
    auto first = unit, last = unit + 1;
    while (first > 0 && inside(units[first - 1])) --first;
    while (last < count && inside(units[last])) ++last;
    return {first, last};
}

std::optional<Outcome> SetText::known(DocumentId act, program::ConditionId condition) const {
    std::scoped_lock const lock(memory_mutex_);
    auto const row = memory_.find({act, condition});
    if (row == memory_.end()) return std::nullopt;
    return row->second;
}

void SetText::remember(DocumentId act, program::ConditionId condition, Outcome const& outcome) const {
    std::scoped_lock const lock(memory_mutex_);
    memory_.emplace(std::pair(act, condition), outcome);
}

}  // namespace lacuna::match
