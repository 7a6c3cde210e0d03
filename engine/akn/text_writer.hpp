// The text of a document while it grows. Words are copied and looked at in one pass, into memory that is kept
// for the next document of the thread. Private to the room.
#pragma once

#include <bit>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "akn/bytes16.hpp"

namespace lacuna::akn {

// What counts as a blank between words, in text that is known to be XML.
[[nodiscard]] inline bool is_blank_byte(char c) {
    return static_cast<unsigned char>(c) <= 0x20;
}
// The first byte that is no blank, or the end.
[[nodiscard]] inline char const* skip_blanks(char const* at, char const* end) {
    while (static_cast<std::size_t>(end - at) >= Bytes16::size) {
        auto const words = ~Bytes16::load(at).at_most(0x20).bits() & 0xFFFFu;
        if (words != 0) return at + std::countr_zero(words);
        at += Bytes16::size;
    }
    while (at != end && is_blank_byte(*at)) ++at;
    return at;
}

class TextWriter {
  public:
    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(size_); }
    [[nodiscard]] std::string_view text() const { return {room_.get(), size_}; }
    [[nodiscard]] char at(std::uint32_t place) const { return room_[place]; }
    void set(std::uint32_t place, char c) { room_[place] = c; }

    void put(char c) {
        reserve(1);
        room_[size_++] = c;
    }
    // Copies the words from `at`, where one begins, as long as single spaces part them. Gives the place
    // behind the last word. Bytes up to `readable`, at or behind the end, may be looked at: the end of a text
    // inside a file then costs no more than its middle.
    [[nodiscard]] char const* words(char const* at, char const* end, char const* readable);
    // Where the words since `forget_signs` hold a sign without which no point stands inside a text: ")" or
    // ":". Seen while they were copied.
    [[nodiscard]] std::vector<std::uint32_t> const& signs() const { return signs_; }
    void forget_signs() { signs_.clear(); }
    // Puts a byte in before each of these places, which ascend.
    void insert_before(std::vector<std::uint32_t> const& places, char c);
    // Forgets the text; the memory stays, unless it is very much.
    void clear();

  private:
    void reserve(std::size_t more) {
        if (size_ + more > capacity_) grow(more);
    }
    void grow(std::size_t more);
    void keep_signs(std::uint32_t bits, char const* from);

    std::unique_ptr<char[]> room_;
    std::size_t size_ = 0, capacity_ = 0;
    std::vector<std::uint32_t> signs_;
};

}  // namespace lacuna::akn
