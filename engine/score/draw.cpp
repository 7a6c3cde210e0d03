#include "score/draw.hpp"

#include <array>
#include <bit>

namespace lacuna::score {
namespace {

constexpr std::size_t words = std::mt19937::state_size;

// The state that Matsumoto's init_by_array makes of a key of one word, in the form of a seed sequence.
struct KeySeed {
    using result_type = std::uint32_t;
    std::uint32_t key = 0;

    [[nodiscard]] std::array<std::uint32_t, words> state() const {
        std::array<std::uint32_t, words> x{19650218U};
        auto const mixed = [&](std::size_t i) { return x[i - 1] ^ (x[i - 1] >> 30U); };
        auto const index = [](std::size_t i) { return static_cast<std::uint32_t>(i); };
        for (std::size_t i = 1; i < words; ++i) x[i] = 1812433253U * mixed(i) + index(i);
        std::size_t at = 1;
        auto const next = [&] {
            if (++at < words) return;
            x[0] = x[words - 1];
            at = 1;
        };
        for (std::size_t i = 0; i < words; ++i, next()) x[at] = (x[at] ^ (mixed(at) * 1664525U)) + key;
        for (std::size_t i = 1; i < words; ++i, next())
            x[at] = (x[at] ^ (mixed(at) * 1566083941U)) - index(at);
        x[0] = 0x80000000U;
        return x;
    }
    template <typename Iterator>
    void generate(Iterator begin, Iterator end) const {
        auto const x = state();
        for (std::size_t i = 0; begin != end && i < words; ++begin, ++i) *begin = x[i];
    }
};

[[nodiscard]] std::mt19937 seeded(std::uint32_t seed) {
    KeySeed sequence{seed};
    return std::mt19937(sequence);
}

}  // namespace

Draw::Draw(std::uint32_t seed) : engine_(seeded(seed)) {}

std::size_t Draw::below(std::size_t count) {
    auto const bits = static_cast<unsigned>(std::bit_width(count));
    for (;;) {
        auto const value = static_cast<std::size_t>(static_cast<std::uint32_t>(engine_()) >> (32U - bits));
        if (value < count) return value;
    }
}

}  // namespace lacuna::score
