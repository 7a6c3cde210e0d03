#include "akn/eid_index.hpp"

#include <bit>
#include <cstring>

#include "akn/bytes16.hpp"

namespace lacuna::akn {
namespace {

// Eight bytes at a time; the last eight may overlap those before them.
[[nodiscard]] std::uint32_t hash_of(std::string_view name) {
    std::uint64_t mixed = name.size();
    auto const mix = [&mixed](std::uint64_t word) {
        mixed = (std::rotl(mixed, 23) ^ word) * 0x9E37'79B9'7F4A'7C15u;
    };
    constexpr std::size_t size = sizeof mixed;
    if (name.size() < size) {
        mix(Bytes16::load_some(name.data(), name.size()).half());
    } else {
        std::uint64_t word = 0;
        for (std::size_t at = 0; at + size < name.size(); at += size) {
            std::memcpy(&word, name.data() + at, size);
            mix(word);
        }
        std::memcpy(&word, name.data() + (name.size() - size), size);
        mix(word);
    }
    return static_cast<std::uint32_t>(mixed >> 32);
}

}  // namespace

EidIndex::EidIndex(std::vector<Provision> const& rows)
    : rows_(rows), slots_(std::bit_ceil(2 * rows.size() + 2)) {
    for (std::uint32_t i = 0; i < rows.size(); ++i)
        if (!rows[i].eid.empty()) static_cast<void>(claim(rows[i].eid, i));
}

bool EidIndex::claim(std::string_view eid, std::uint32_t row) {
    auto const hash = hash_of(eid);
    auto& slot = slots_[slot_of(eid, hash)];
    if (slot.row != none) return false;
    slot = {hash, row};
    return true;
}

std::uint32_t EidIndex::find(std::string_view eid) const {
    return slots_[slot_of(eid, hash_of(eid))].row;
}

std::size_t EidIndex::slot_of(std::string_view eid, std::uint32_t hash) const {
    auto const mask = slots_.size() - 1;
    auto at = hash & mask;
    while (slots_[at].row != none && (slots_[at].hash != hash || rows_[slots_[at].row].eid != eid))
        at = (at + 1) & mask;
    return at;
}

}  // namespace lacuna::akn
