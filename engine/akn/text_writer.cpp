#include "akn/text_writer.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace lacuna::akn {

char const* TextWriter::words(char const* at, char const* end) {
    reserve(static_cast<std::size_t>(end - at) + Bytes16::size);
    auto* out = room_.get() + size_;
    for (std::uint32_t blank_before = 0;;) {
        auto const left = static_cast<std::size_t>(end - at);
        bool const whole = left >= Bytes16::size;
        auto const bytes = whole ? Bytes16::load(at) : Bytes16::load_some(at, left);
        bytes.store(out);
        // A blank ends the copy that is no space or has a blank before it. The NULs behind the end are such.
        auto const blanks = bytes.at_most(0x20).bits();
        auto const spaces = bytes.equal(' ').bits();
        auto const behind_blanks = blanks << 1 | blank_before;
        auto const stops = blanks & (~spaces | behind_blanks);
        if (stops == 0) {
            at += Bytes16::size;
            out += Bytes16::size;
            blank_before = blanks >> (Bytes16::size - 1);
            continue;
        }
        auto const stop = std::countr_zero(stops);
        auto const back = static_cast<std::ptrdiff_t>(behind_blanks >> stop & 1u);
        size_ = static_cast<std::size_t>(out + stop - back - room_.get());
        return at + stop - back;
    }
}

void TextWriter::clear() {
    constexpr std::size_t much = std::size_t{1} << 26;
    size_ = 0;
    if (capacity_ <= much) return;
    room_.reset();
    capacity_ = 0;
}

void TextWriter::grow(std::size_t more) {
    constexpr std::size_t least = std::size_t{1} << 16;
    auto const capacity = std::max(least, size_ + size_ / 2 + more);
    auto room = std::make_unique_for_overwrite<char[]>(capacity);
    if (size_ != 0) std::memcpy(room.get(), room_.get(), size_);
    room_ = std::move(room);
    capacity_ = capacity;
}

}  // namespace lacuna::akn
