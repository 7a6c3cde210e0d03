#include "match/group_hits.hpp"

#include <algorithm>
#include <bit>

#include "match/act_text.hpp"

namespace lacuna::match {
namespace {

using Rows = std::vector<std::uint32_t>;

constexpr std::size_t few = 512;  // so few of all hits are sorted quicker than marked among them

void sort_into(ActText const& act, std::span<std::uint32_t const> phrases, Rows& rows) {
    for (auto const phrase : phrases) {
        auto const hits = act.hits_of_phrase(phrase);
        rows.insert(rows.end(), hits.begin(), hits.end());
    }
    std::sort(rows.begin(), rows.end());
}

// One bit for each hit of the act, read in their order: no hit is of two phrases.
void mark_into(ActText const& act, std::span<std::uint32_t const> phrases, Rows& rows) {
    constexpr std::uint32_t word_bits = 64;
    std::vector<std::uint64_t> marks(act.hits.size() / word_bits + 1);
    for (auto const phrase : phrases)
        for (auto const hit : act.hits_of_phrase(phrase))
            marks[hit / word_bits] |= std::uint64_t{1} << (hit % word_bits);
    for (std::size_t word = 0; word < marks.size(); ++word)
        for (auto rest = marks[word]; rest != 0; rest &= rest - 1)
            rows.push_back(static_cast<std::uint32_t>(word * word_bits) +
                           static_cast<std::uint32_t>(std::countr_zero(rest)));
}

}  // namespace

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
    if (count < act.hits.size() / few)
        sort_into(act, phrases, *made);
    else
        mark_into(act, phrases, *made);
    // If another thread was quicker, what it made is the same.
    std::vector<std::uint32_t> const* first = nullptr;
    if (slot.compare_exchange_strong(first, made.get(), std::memory_order_acq_rel)) first = made.release();
    return *first;
}

}  // namespace lacuna::match
