// Sixteen bytes of text looked at together, in the registers of the machine where it has such (SSE2, which
// every x86-64 has) and in plain loops elsewhere. Private to the room.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#if defined(__SSE2__) || defined(_M_X64)
#include <emmintrin.h>
#define LACUNA_SSE2 1
#endif

namespace lacuna::akn {

// Which of sixteen bytes something is true of.
class Marks16 {
  public:
    [[nodiscard]] static Marks16 none();
    // The lowest bit is the first byte.
    [[nodiscard]] std::uint32_t bits() const;
    [[nodiscard]] bool any() const { return bits() != 0; }
    [[nodiscard]] bool all() const { return bits() == 0xFFFF; }
    Marks16 operator|(Marks16 const& other) const;
    Marks16 operator&(Marks16 const& other) const;
    [[nodiscard]] Marks16 without(Marks16 const& other) const;

  private:
    friend class Bytes16;
#ifdef LACUNA_SSE2
    explicit Marks16(__m128i bytes) : bytes_(bytes) {}
    __m128i bytes_;  // only the highest bit of each byte counts
#else
    explicit Marks16(std::uint32_t bits) : bits_(bits) {}
    std::uint32_t bits_;
#endif
};

class Bytes16 {
  public:
    static constexpr std::size_t size = 16;

    [[nodiscard]] static Bytes16 load(char const* from);
    // The first `count` bytes, at most 16, and NULs behind them; nothing else is read.
    [[nodiscard]] static Bytes16 load_some(char const* from, std::size_t count);
    void store(char* to) const;

    // These with NULs behind the first `count`.
    [[nodiscard]] Bytes16 first(std::size_t count) const;
    // The first eight, as a number.
    [[nodiscard]] std::uint64_t half() const;
    [[nodiscard]] Marks16 equal(char c) const;
    [[nodiscard]] Marks16 equal(Bytes16 const& other) const;
    [[nodiscard]] Marks16 at_most(unsigned char c) const;
    [[nodiscard]] Marks16 at_least(unsigned char c) const;
    [[nodiscard]] Marks16 high() const;
    // From a space to 0x7F.
    [[nodiscard]] Marks16 printable() const;

  private:
    friend class Continuations;
#ifdef LACUNA_SSE2
    explicit Bytes16(__m128i bytes) : bytes_(bytes) {}
    __m128i bytes_;
#else
    Bytes16() = default;
    template <class Test>
    [[nodiscard]] Marks16 where(Test test) const {
        std::uint32_t mask = 0;
        for (std::size_t i = 0; i < size; ++i) mask |= (test(bytes_[i], i) ? 1u : 0u) << i;
        return Marks16(mask);
    }
    std::array<unsigned char, size> bytes_;
#endif
};

// Counts the bytes that continue a character of UTF-8: 0x80 to 0xBF.
class Continuations {
  public:
    [[nodiscard]] static std::uint64_t count(std::string_view text);

  private:
    // At most so many may be added before they are taken over into the sum.
    static constexpr std::size_t most = 255;
    void add(Bytes16 const& bytes);
    void take_over();
    [[nodiscard]] std::uint64_t sum() const;
#ifdef LACUNA_SSE2
    __m128i bytes_ = _mm_setzero_si128();  // of each of sixteen places
    __m128i sums_ = _mm_setzero_si128();
#else
    std::uint64_t sum_ = 0;
#endif
};

inline std::uint64_t Continuations::count(std::string_view text) {
    Continuations found;
    std::size_t at = 0;
    while (text.size() - at >= Bytes16::size) {
        auto const stop = at + std::min(most, (text.size() - at) / Bytes16::size) * Bytes16::size;
        for (; at != stop; at += Bytes16::size) found.add(Bytes16::load(text.data() + at));
        found.take_over();
    }
    found.add(Bytes16::load_some(text.data() + at, text.size() - at));
    found.take_over();
    return found.sum();
}

#ifdef LACUNA_SSE2

inline Marks16 Marks16::none() {
    return Marks16(_mm_setzero_si128());
}
inline std::uint32_t Marks16::bits() const {
    return static_cast<std::uint32_t>(_mm_movemask_epi8(bytes_));
}
inline Marks16 Marks16::operator|(Marks16 const& other) const {
    return Marks16(_mm_or_si128(bytes_, other.bytes_));
}
inline Marks16 Marks16::operator&(Marks16 const& other) const {
    return Marks16(_mm_and_si128(bytes_, other.bytes_));
}
inline Marks16 Marks16::without(Marks16 const& other) const {
    return Marks16(_mm_andnot_si128(other.bytes_, bytes_));
}

inline Bytes16 Bytes16::load(char const* from) {
    return Bytes16(_mm_loadu_si128(reinterpret_cast<__m128i const*>(from)));
}
inline Bytes16 Bytes16::load_some(char const* from, std::size_t count) {
    // Two loads that overlap, put together in registers: through memory they would have to wait.
    auto const both_ends = [from, count]<class Word>(Word) {
        Word first, last;
        std::memcpy(&first, from, sizeof first);
        std::memcpy(&last, from + (count - sizeof last), sizeof last);
        return std::array<std::uint64_t, 2>{first, last};
    };
    if (count == size) return load(from);
    std::uint64_t low = 0, high = 0;
    if (count > 8) {
        auto const [first, last] = both_ends(std::uint64_t{});
        low = first;
        high = last >> (8 * (size - count));
    } else if (count >= 4) {
        auto const [first, last] = both_ends(std::uint32_t{});
        low = first | last << (8 * (count - 4));
    } else if (count >= 2) {
        auto const [first, last] = both_ends(std::uint16_t{});
        low = first | last << (8 * (count - 2));
    } else if (count == 1) {
        low = static_cast<unsigned char>(*from);
    }
    return Bytes16(_mm_set_epi64x(static_cast<long long>(high), static_cast<long long>(low)));
}
inline Bytes16 Bytes16::first(std::size_t count) const {
    // A window over sixteen bytes that stay and sixteen that go.
    static constexpr auto keep = [] {
        std::array<unsigned char, 2 * size> bytes{};
        for (std::size_t i = 0; i < size; ++i) bytes[i] = 0xFF;
        return bytes;
    }();
    auto const window = _mm_loadu_si128(reinterpret_cast<__m128i const*>(keep.data() + (size - count)));
    return Bytes16(_mm_and_si128(bytes_, window));
}
inline std::uint64_t Bytes16::half() const {
    return static_cast<std::uint64_t>(_mm_cvtsi128_si64(bytes_));
}
inline void Bytes16::store(char* to) const {
    _mm_storeu_si128(reinterpret_cast<__m128i*>(to), bytes_);
}
inline Marks16 Bytes16::equal(char c) const {
    return Marks16(_mm_cmpeq_epi8(bytes_, _mm_set1_epi8(c)));
}
inline Marks16 Bytes16::equal(Bytes16 const& other) const {
    return Marks16(_mm_cmpeq_epi8(bytes_, other.bytes_));
}
inline Marks16 Bytes16::at_most(unsigned char c) const {
    return Marks16(_mm_cmpeq_epi8(_mm_min_epu8(bytes_, _mm_set1_epi8(static_cast<char>(c))), bytes_));
}
inline Marks16 Bytes16::at_least(unsigned char c) const {
    return Marks16(_mm_cmpeq_epi8(_mm_max_epu8(bytes_, _mm_set1_epi8(static_cast<char>(c))), bytes_));
}
inline Marks16 Bytes16::high() const {
    return Marks16(bytes_);
}
inline Marks16 Bytes16::printable() const {
    return Marks16(_mm_cmpgt_epi8(bytes_, _mm_set1_epi8(0x1F)));
}

inline void Continuations::add(Bytes16 const& bytes) {
    // They are the least as signed numbers; each gives a byte of 0xFF, which is minus one.
    bytes_ = _mm_sub_epi8(bytes_, _mm_cmplt_epi8(bytes.bytes_, _mm_set1_epi8(static_cast<char>(0xC0))));
}
inline void Continuations::take_over() {
    sums_ = _mm_add_epi64(sums_, _mm_sad_epu8(bytes_, _mm_setzero_si128()));
    bytes_ = _mm_setzero_si128();
}
inline std::uint64_t Continuations::sum() const {
    std::array<std::uint64_t, 2> halves;
    _mm_storeu_si128(reinterpret_cast<__m128i*>(halves.data()), sums_);
    return halves[0] + halves[1];
}

#else

inline Marks16 Marks16::none() {
    return Marks16(0u);
}
inline std::uint32_t Marks16::bits() const {
    return bits_;
}
inline Marks16 Marks16::operator|(Marks16 const& other) const {
    return Marks16(bits_ | other.bits_);
}
inline Marks16 Marks16::operator&(Marks16 const& other) const {
    return Marks16(bits_ & other.bits_);
}
inline Marks16 Marks16::without(Marks16 const& other) const {
    return Marks16(bits_ & ~other.bits_);
}

inline Bytes16 Bytes16::load(char const* from) {
    Bytes16 made;
    std::memcpy(made.bytes_.data(), from, size);
    return made;
}
inline Bytes16 Bytes16::load_some(char const* from, std::size_t count) {
    Bytes16 made;
    made.bytes_.fill(0);
    std::memcpy(made.bytes_.data(), from, count);
    return made;
}
inline Bytes16 Bytes16::first(std::size_t count) const {
    return load_some(reinterpret_cast<char const*>(bytes_.data()), count);
}
inline std::uint64_t Bytes16::half() const {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes_.data(), sizeof word);
    return word;
}
inline void Bytes16::store(char* to) const {
    std::memcpy(to, bytes_.data(), size);
}
inline Marks16 Bytes16::equal(char c) const {
    return where([&](unsigned char byte, std::size_t) { return byte == static_cast<unsigned char>(c); });
}
inline Marks16 Bytes16::equal(Bytes16 const& other) const {
    return where([&](unsigned char byte, std::size_t i) { return byte == other.bytes_[i]; });
}
inline Marks16 Bytes16::at_most(unsigned char c) const {
    return where([&](unsigned char byte, std::size_t) { return byte <= c; });
}
inline Marks16 Bytes16::at_least(unsigned char c) const {
    return where([&](unsigned char byte, std::size_t) { return byte >= c; });
}
inline Marks16 Bytes16::high() const {
    return at_least(0x80);
}
inline Marks16 Bytes16::printable() const {
    return where([&](unsigned char byte, std::size_t) { return byte >= 0x20 && byte < 0x80; });
}

inline void Continuations::add(Bytes16 const& bytes) {
    for (auto const byte : bytes.bytes_) sum_ += (byte & 0xC0u) == 0x80u ? 1 : 0;
}
inline void Continuations::take_over() {}
inline std::uint64_t Continuations::sum() const {
    return sum_;
}

#endif

}  // namespace lacuna::akn
