#include "base/digest.hpp"

#include <nettle/sha2.h>

#include <array>
#include <cstdint>

namespace lacuna {

std::string sha256(std::string_view bytes) {
    sha256_ctx context;
    sha256_init(&context);
    // A byte is a byte under either name; the library takes the unsigned one.
    sha256_update(&context, bytes.size(), reinterpret_cast<std::uint8_t const*>(bytes.data()));
    std::array<std::uint8_t, SHA256_DIGEST_SIZE> digest{};
    sha256_digest(&context, digest.size(), digest.data());
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * digest.size());
    for (auto const byte : digest) {
        text.push_back(digits[byte >> 4]);
        text.push_back(digits[byte & 15]);
    }
    return text;
}

}  // namespace lacuna
