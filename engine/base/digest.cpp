#include "base/digest.hpp"

#include <array>
#include <bit>
#include <cstdint>

namespace lacuna {
namespace {

using State = std::array<std::uint32_t, 8>;

// The first 32 bits of the fractional parts of the cube roots of the first 64 primes (FIPS 180-4).
constexpr std::array<std::uint32_t, 64> constants{
    0x428a2f98U, 0x71374491U, 0xb5c0fbcfU, 0xe9b5dba5U, 0x3956c25bU, 0x59f111f1U, 0x923f82a4U, 0xab1c5ed5U,
    0xd807aa98U, 0x12835b01U, 0x243185beU, 0x550c7dc3U, 0x72be5d74U, 0x80deb1feU, 0x9bdc06a7U, 0xc19bf174U,
    0xe49b69c1U, 0xefbe4786U, 0x0fc19dc6U, 0x240ca1ccU, 0x2de92c6fU, 0x4a7484aaU, 0x5cb0a9dcU, 0x76f988daU,
    0x983e5152U, 0xa831c66dU, 0xb00327c8U, 0xbf597fc7U, 0xc6e00bf3U, 0xd5a79147U, 0x06ca6351U, 0x14292967U,
    0x27b70a85U, 0x2e1b2138U, 0x4d2c6dfcU, 0x53380d13U, 0x650a7354U, 0x766a0abbU, 0x81c2c92eU, 0x92722c85U,
    0xa2bfe8a1U, 0xa81a664bU, 0xc24b8b70U, 0xc76c51a3U, 0xd192e819U, 0xd6990624U, 0xf40e3585U, 0x106aa070U,
    0x19a4c116U, 0x1e376c08U, 0x2748774cU, 0x34b0bcb5U, 0x391c0cb3U, 0x4ed8aa4aU, 0x5b9cca4fU, 0x682e6ff3U,
    0x748f82eeU, 0x78a5636fU, 0x84c87814U, 0x8cc70208U, 0x90befffaU, 0xa4506cebU, 0xbef9a3f7U, 0xc67178f2U};

[[nodiscard]] std::array<std::uint32_t, 64> schedule(unsigned char const* block) {
    std::array<std::uint32_t, 64> words{};
    for (std::size_t i = 0; i < 16; ++i)
        for (std::size_t byte = 0; byte < 4; ++byte) words[i] = (words[i] << 8) | block[4 * i + byte];
    for (std::size_t i = 16; i < 64; ++i) {
        auto const a = words[i - 15], b = words[i - 2];
        auto const low = std::rotr(a, 7) ^ std::rotr(a, 18) ^ (a >> 3);
        auto const high = std::rotr(b, 17) ^ std::rotr(b, 19) ^ (b >> 10);
        words[i] = words[i - 16] + low + words[i - 7] + high;
    }
    return words;
}

void take(State& state, unsigned char const* block) {
    auto const words = schedule(block);
    auto [a, b, c, d, e, f, g, h] = state;
    for (std::size_t i = 0; i < 64; ++i) {
        auto const high = std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25);
        auto const first = h + high + ((e & f) ^ (~e & g)) + constants[i] + words[i];
        auto const low = std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22);
        auto const second = low + ((a & b) ^ (a & c) ^ (b & c));
        h = g, g = f, f = e, e = d + first;
        d = c, c = b, b = a, a = first + second;
    }
    State const round{a, b, c, d, e, f, g, h};
    for (std::size_t i = 0; i < state.size(); ++i) state[i] += round[i];
}

// The last bytes, a one bit, zeros, and the length in bits: one block or two.
[[nodiscard]] std::string padded(std::string_view rest, std::uint64_t bytes) {
    std::string tail(rest);
    tail.push_back(static_cast<char>(0x80));
    while (tail.size() % 64 != 56) tail.push_back('\0');
    for (int shift = 56; shift >= 0; shift -= 8)
        tail.push_back(static_cast<char>(static_cast<unsigned char>((bytes * 8) >> shift)));
    return tail;
}

[[nodiscard]] unsigned char const* block_at(std::string_view bytes, std::size_t at) {
    return reinterpret_cast<unsigned char const*>(bytes.data() + at);
}

}  // namespace

std::string sha256(std::string_view bytes) {
    State state{0x6a09e667U, 0xbb67ae85U, 0x3c6ef372U, 0xa54ff53aU,
                0x510e527fU, 0x9b05688cU, 0x1f83d9abU, 0x5be0cd19U};
    std::size_t at = 0;
    for (; at + 64 <= bytes.size(); at += 64) take(state, block_at(bytes, at));
    auto const tail = padded(bytes.substr(at), bytes.size());
    for (std::size_t i = 0; i < tail.size(); i += 64) take(state, block_at(tail, i));
    std::string hex;
    for (auto const word : state)
        for (int shift = 28; shift >= 0; shift -= 4) hex.push_back("0123456789abcdef"[(word >> shift) & 15U]);
    return hex;
}

}  // namespace lacuna
