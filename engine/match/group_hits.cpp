#include "match/group_hits.hpp"

#include <algorithm>

#include "match/act_text.hpp"

namespace lacuna::match {

void GroupHits::open(std::size_t groups) {
    slots_ = std::make_unique<Slot[]>(groups);
}

std::span<std::uint32_t const> GroupHits::of(ActText const& act, program::GroupId group) const {
    auto const phrases = act.phrases_of(group);
    if (phrases.empty()) return {};
    if (phrases.size() == 1) return act.hits_of_phrase(phrases.front());
    auto& slot = slots_[group.index()].hits;
    if (auto const* known = slot.load(std::memory_order_acquire)) return *known;
    auto made = std::make_unique<std::vector<std::uint32_t>>();
    std::size_t count = 0;
    for (auto const phrase : phrases) count += act.hits_of_phrase(phrase).size();
    made->reserve(count);
    for (auto const phrase : phrases) {
        auto const hits = act.hits_of_phrase(phrase);
        made->insert(made->end(), hits.begin(), hits.end());
    }
    std::sort(made->begin(), made->end());
    // If another thread was quicker, what it made is the same.
    std::vector<std::uint32_t> const* first = nullptr;
    if (slot.compare_exchange_strong(first, made.get(), std::memory_order_acq_rel)) first = made.release();
    return *first;
}

}  // namespace lacuna::match
