#include "akn/eid_index.hpp"

#include <bit>
#include <cstring>

namespace lacuna::akn {
namespace {

// Identifiers differ at their end: "chp_II__sec_7__para_a".
[[nodiscard]] std::uint64_t hash(std::string_view name) {
    std::uint64_t mixed = name.size();
    while (name.size() >= sizeof mixed) {
        std::uint64_t word = 0;
        std::memcpy(&word, name.data(), sizeof word);
        mixed = (std::rotl(mixed, 23) ^ word) * 0x9E37'79B9'7F4A'7C15u;
        name.remove_prefix(sizeof word);
    }
    std::uint64_t word = 0;
    std::memcpy(&word, name.data(), name.size());
    mixed = (std::rotl(mixed, 23) ^ word) * 0x9E37'79B9'7F4A'7C15u;
    return mixed ^ mixed >> 32;
}

}  // namespace

EidIndex::EidIndex(std::size_t names) : slots_(std::bit_ceil(2 * names + 2)) {}

void EidIndex::add(std::string_view name, std::uint32_t row) {
    auto& slot = slots_[slot_of(name)];
    if (slot.row == none) slot = {name, row};
}

std::size_t EidIndex::slot_of(std::string_view name) const {
    auto const mask = slots_.size() - 1;
    auto at = static_cast<std::size_t>(hash(name)) & mask;
    while (slots_[at].row != none && slots_[at].name != name) at = (at + 1) & mask;
    return at;
}

}  // namespace lacuna::akn
