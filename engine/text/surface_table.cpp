#include "text/surface_table.hpp"

#include <utility>

namespace lacuna::text {

void SurfaceTable::insert(std::string_view word, std::uint32_t value) {
    if (used_ * 2 >= slots_.size()) grow();
    auto const key = surface_key(word);
    auto spelling = absent;
    if (key.is_long) {
        spelling = static_cast<std::uint32_t>(spellings_.size());
        spellings_.emplace_back(word);
    }
    put({key.bits, value, spelling});
    ++used_;
}

void SurfaceTable::put(Slot const& slot) {
    auto at = place(slot.bits);
    while (slots_[at].value != absent) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = slot;
}

void SurfaceTable::grow() {
    auto const before = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
    --shift_;
    for (auto const& slot : before)
        if (slot.value != absent) put(slot);
}

}  // namespace lacuna::text
