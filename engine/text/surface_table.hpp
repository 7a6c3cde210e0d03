// From the bytes of a word to a number, with one hash and, as a rule, one probe. A word of up to eight bytes
// is its own key; of a longer one the bytes are kept and compared. Words hold no NUL.
#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace lacuna::text {

struct SurfaceKey {
    std::uint64_t bits = 0;  // the bytes of a short word, the hash of a long one
    bool is_long = false;
};

namespace detail {
[[nodiscard]] inline std::uint64_t mix(std::uint64_t bits) {
    bits *= 0x9E37'79B9'7F4A'7C15u;
    return bits ^ (bits >> 32);
}
[[nodiscard]] inline std::uint64_t load(char const* from, std::size_t bytes) {
    std::uint64_t bits = 0;
    std::memcpy(&bits, from, bytes);
    return bits;
}
}  // namespace detail

[[nodiscard]] inline SurfaceKey surface_key(std::string_view word) {
    if (word.size() <= 8) return {detail::load(word.data(), word.size()), false};
    std::uint64_t hash = word.size();
    std::size_t at = 0;
    for (; at + 8 < word.size(); at += 8) hash = detail::mix(hash ^ detail::load(word.data() + at, 8));
    return {detail::mix(hash ^ detail::load(word.data() + word.size() - 8, 8)), true};
}

class SurfaceTable {
  public:
    static constexpr std::uint32_t absent = 0xFFFF'FFFFu;

    SurfaceTable() : slots_(1024), shift_(64 - 10) {}

    [[nodiscard]] std::uint32_t find(std::string_view word, SurfaceKey key) const {
        for (auto at = place(key.bits);; at = (at + 1) & (slots_.size() - 1)) {
            auto const& slot = slots_[at];
            if (slot.value == absent) return absent;
            if (slot.bits != key.bits || (slot.spelling != absent) != key.is_long) continue;
            if (!key.is_long || same(spellings_[slot.spelling], word)) return slot.value;
        }
    }
    // Of a word of up to eight bytes, which is its own key.
    [[nodiscard]] std::uint32_t find_short(std::uint64_t bits) const {
        for (auto at = place(bits);; at = (at + 1) & (slots_.size() - 1)) {
            auto const& slot = slots_[at];
            if (slot.value == absent || (slot.bits == bits && slot.spelling == absent)) return slot.value;
        }
    }
    [[nodiscard]] std::uint32_t find(std::string_view word) const { return find(word, surface_key(word)); }

    // The word must not be in the table yet.
    void insert(std::string_view word, std::uint32_t value);

  private:
    struct Slot {
        std::uint64_t bits = 0;
        std::uint32_t value = absent;
        std::uint32_t spelling = absent;  // row of spellings_ for long words
    };

    // Of words longer than eight bytes; the first and the last eight are all there is to most of them.
    [[nodiscard]] static bool same(std::string_view a, std::string_view b) {
        if (a.size() != b.size()) return false;
        if (a.size() > 16) return a == b;
        auto const last = a.size() - 8;
        return detail::load(a.data(), 8) == detail::load(b.data(), 8) &&
               detail::load(a.data() + last, 8) == detail::load(b.data() + last, 8);
    }
    [[nodiscard]] std::size_t place(std::uint64_t bits) const {
        return static_cast<std::size_t>((bits * 0x9E37'79B9'7F4A'7C15u) >> shift_);
    }
    void put(Slot const& slot);
    void grow();

    std::vector<Slot> slots_;  // a power of two, at most half full
    std::vector<std::string> spellings_;
    std::size_t used_ = 0;
    unsigned shift_;
};

}  // namespace lacuna::text
