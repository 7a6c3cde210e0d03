// Sets of places of an act, one bit for each: see PlaceIndex.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace lacuna::match {

// A set of places of one act, or of its units by their rows.
class PlaceSet {
  public:
    using Words = std::span<std::uint64_t const>;
    static constexpr std::uint32_t word_bits = 64;

    explicit PlaceSet(std::size_t words, bool full = false);
    explicit PlaceSet(Words words);

    [[nodiscard]] Words words() const { return {data(), count_}; }
    [[nodiscard]] bool has(std::uint32_t place) const { return has(words(), place); }
    [[nodiscard]] bool empty() const { return is_empty(words()); }
    void insert(std::uint32_t place) { data()[place / word_bits] |= std::uint64_t{1} << (place % word_bits); }
    void insert(std::uint32_t begin, std::uint32_t end);  // all from the first on, without the last
    void unite(Words other);
    void unite_common(Words a, Words b);  // what is in both
    void intersect(Words other);
    void subtract(Words other);
    void erase(std::uint32_t place) {
        data()[place / word_bits] &= ~(std::uint64_t{1} << (place % word_bits));
    }

    [[nodiscard]] static bool has(Words words, std::uint32_t place) {
        return ((words[place / word_bits] >> (place % word_bits)) & 1U) != 0;
    }
    [[nodiscard]] static bool is_empty(Words words);
    // Its first place from `place` on; `end` when there is none before it.
    [[nodiscard]] static std::uint32_t next(Words words, std::uint32_t place, std::uint32_t end);
    // Calls visit(place) for each from `begin` on and before `end`, in their order.
    template <class Visit>
    static void visit(Words words, std::uint32_t begin, std::uint32_t end, Visit const& visit) {
        for (auto at = begin; at < end; at = (at / word_bits + 1) * word_bits) {
            auto rest = words[at / word_bits] & (~std::uint64_t{0} << (at % word_bits));
            for (; rest != 0; rest &= rest - 1) {
                auto const bit = static_cast<std::uint32_t>(std::countr_zero(rest));
                auto const place = at / word_bits * word_bits + bit;
                if (place >= end) return;
                visit(place);
            }
        }
    }

  private:
    // Words; most acts need no more, and such sets are made by the thousand.
    static constexpr std::size_t few = 16;

    [[nodiscard]] std::uint64_t* data() { return count_ <= few ? small_.data() : large_.data(); }
    [[nodiscard]] std::uint64_t const* data() const { return count_ <= few ? small_.data() : large_.data(); }

    std::size_t count_;
    std::array<std::uint64_t, few> small_{};
    std::vector<std::uint64_t> large_;
};

}  // namespace lacuna::match
