#include "akn/text_writer.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace lacuna::akn {
namespace {

constexpr std::uint32_t every_mark = (1u << Bytes16::size) - 1;

}  // namespace

char const* TextWriter::words(char const* at, char const* end, char const* readable) {
    reserve(static_cast<std::size_t>(end - at) + Bytes16::size);
    auto* out = room_.get() + size_;
    for (std::uint32_t blank_before = 0;;) {
        auto const left = static_cast<std::size_t>(end - at);
        bool const more = left > Bytes16::size;
        bool const whole = more || readable - at >= static_cast<std::ptrdiff_t>(Bytes16::size);
        auto const bytes = whole ? Bytes16::load(at) : Bytes16::load_some(at, left);
        bytes.store(out);
        // A blank ends the copy that is no space or has a blank before it; what stands behind the end is
        // such.
        auto const behind_end = more ? 0u : every_mark << left & every_mark;
        auto const blanks = bytes.at_most(0x20).bits();
        auto const others = bytes.at_most(0x1F).bits();
        auto const behind_blanks = blanks << 1 | blank_before;
        auto const stops = others | (blanks & behind_blanks) | behind_end;
        auto const signs = (bytes.equal(')') | bytes.equal(':')).bits();
        if (stops == 0) {
            if (signs != 0) keep_signs(signs, out);
            at += Bytes16::size;
            out += Bytes16::size;
            blank_before = blanks >> (Bytes16::size - 1);
            continue;
        }
        auto const stop = std::countr_zero(stops);
        auto const back = static_cast<std::ptrdiff_t>(behind_blanks >> stop & 1u);
        size_ = static_cast<std::size_t>(out + stop - back - room_.get());
        if (auto const kept = signs & ~(every_mark << stop); kept != 0) keep_signs(kept, out);
        return at + stop - back;
    }
}

void TextWriter::keep_signs(std::uint32_t bits, char const* from) {
    auto const begin = static_cast<std::uint32_t>(from - room_.get());
    for (; bits != 0; bits &= bits - 1)
        signs_.push_back(begin + static_cast<std::uint32_t>(std::countr_zero(bits)));
}

// From the end, so that each byte is moved once and to its last place.
void TextWriter::insert_before(std::vector<std::uint32_t> const& places, char c) {
    reserve(places.size());
    auto* const text = room_.get();
    auto end = size_;
    for (auto left = places.size(); left > 0; --left) {
        auto const place = places[left - 1];
        std::memmove(text + place + left, text + place, end - place);
        text[place + left - 1] = c;
        end = place;
    }
    size_ += places.size();
}

void TextWriter::clear() {
    constexpr std::size_t much = std::size_t{1} << 26;
    size_ = 0;
    signs_.clear();
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
