// Strong 32-bit ids. Rooms refer to each other's rows by id, never by pointer, so that every form of the data
// is a set of flat arrays that can be dumped, compared and checked.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace lacuna {

template <class Tag>
struct Id {
    static constexpr std::uint32_t none_value = 0xFFFF'FFFFu;
    std::uint32_t value = none_value;

    constexpr Id() = default;
    constexpr explicit Id(std::size_t index) : value(static_cast<std::uint32_t>(index)) {}
    [[nodiscard]] constexpr bool valid() const { return value != none_value; }
    [[nodiscard]] constexpr std::size_t index() const { return value; }
    constexpr auto operator<=>(Id const&) const = default;
};

using SourceId = Id<struct SourceTag>;        // a file of a run
using DocumentId = Id<struct DocumentTag>;    // an act of a statute set
using ProvisionId = Id<struct ProvisionTag>;  // a row of Document::provisions
using ConceptId = Id<struct ConceptTag>;      // a row of Program::concepts
using MeasureId = Id<struct MeasureTag>;      // a row of Program::measures
using ElementId = Id<struct ElementTag>;      // a row of a measure's elements

}  // namespace lacuna

template <class Tag>
struct std::hash<lacuna::Id<Tag>> {
    std::size_t operator()(lacuna::Id<Tag> id) const noexcept { return id.value; }
};
