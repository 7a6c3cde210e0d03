#include "match/place_set.hpp"

#include <algorithm>

namespace lacuna::match {

PlaceSet::PlaceSet(std::size_t words, bool full) : count_(words) {
    auto const all = full ? ~std::uint64_t{0} : std::uint64_t{0};
    if (count_ > few) large_.assign(count_, all);
    small_.fill(all);
}

PlaceSet::PlaceSet(Words words) : count_(words.size()) {
    if (count_ > few)
        large_.assign(words.begin(), words.end());
    else
        std::copy(words.begin(), words.end(), small_.begin());
}

bool PlaceSet::is_empty(Words words) {
    return std::all_of(words.begin(), words.end(), [](std::uint64_t word) { return word == 0; });
}

void PlaceSet::insert(std::uint32_t begin, std::uint32_t end) {
    while (begin < end) {
        auto const bit = begin % word_bits;
        auto const count = std::min(word_bits - bit, end - begin);
        data()[begin / word_bits] |= (~std::uint64_t{0} >> (word_bits - count)) << bit;
        begin += count;
    }
}

void PlaceSet::unite(Words other) {
    auto* const own = data();
    for (std::size_t i = 0; i < count_; ++i) own[i] |= other[i];
}

void PlaceSet::unite_common(Words a, Words b) {
    auto* const own = data();
    for (std::size_t i = 0; i < count_; ++i) own[i] |= a[i] & b[i];
}

void PlaceSet::intersect(Words other) {
    auto* const own = data();
    for (std::size_t i = 0; i < count_; ++i) own[i] &= other[i];
}

void PlaceSet::subtract(Words other) {
    auto* const own = data();
    for (std::size_t i = 0; i < count_; ++i) own[i] &= ~other[i];
}

std::uint32_t PlaceSet::next(Words words, std::uint32_t place, std::uint32_t end) {
    while (place < end) {
        auto const rest = words[place / word_bits] >> (place % word_bits);
        if (rest != 0) return std::min(end, place + static_cast<std::uint32_t>(std::countr_zero(rest)));
        place = (place / word_bits + 1) * word_bits;
    }
    return end;
}

}  // namespace lacuna::match
