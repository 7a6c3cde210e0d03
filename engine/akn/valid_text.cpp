#include "akn/valid_text.hpp"

#include <algorithm>
#include <array>

#include "akn/bytes16.hpp"
#include "base/utf8.hpp"

namespace lacuna::akn {
namespace {

constexpr std::size_t stretch = 64;  // bytes that are looked at in one step

[[nodiscard]] bool is_control(char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
}
[[nodiscard]] Marks16 controls(Bytes16 const& bytes) {
    return bytes.at_most(0x1F).without(bytes.equal('\t') | bytes.equal('\n') | bytes.equal('\r'));
}

// Goes over one character; false when it is no valid UTF-8 or no character of XML.
[[nodiscard]] bool good_character(std::string_view text, std::size_t& at) {
    auto const character = utf8::decode(text, at);
    if (!character.valid || character.code == 0xFFFE || character.code == 0xFFFF) return false;
    if (is_control(text[at])) return false;
    at += character.length;
    return true;
}

enum class Look : std::uint8_t { plain, wide, controls };
[[nodiscard]] Look look(char const* from) {
    auto const part = [from](std::size_t i) { return Bytes16::load(from + i * Bytes16::size); };
    auto const a = part(0), b = part(1), c = part(2), d = part(3);
    // Most stretches hold letters, spaces and line ends only. One comparison of signed numbers tells them:
    // what is above 0x7F is less than a control.
    auto const usual = [](Bytes16 const& bytes) { return bytes.printable() | bytes.equal('\n'); };
    if ((usual(a) & usual(b) & usual(c) & usual(d)).all()) return Look::plain;
    if ((controls(a) | controls(b) | controls(c) | controls(d)).any()) return Look::controls;
    bool const wide = (a.high() | b.high() | c.high() | d.high()).any();
    return wide ? Look::wide : Look::plain;
}

class Checker {
  public:
    explicit Checker(std::string_view text) : text_(text) {}

    [[nodiscard]] std::size_t run(bool& ascii) {
        ascii = true;
        std::size_t begin = 0;
        for (; begin + stretch <= text_.size(); begin += stretch) {
            auto const seen = look(text_.data() + begin);
            ascii = ascii && seen != Look::wide;
            if (seen == Look::plain && awaited_ == 0) continue;
            if ((seen == Look::controls || !usual(begin)) && !slowly(begin, begin + stretch)) return checked_;
        }
        auto const rest = text_.substr(begin);
        ascii = ascii && std::all_of(rest.begin(), rest.end(),
                                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        return slowly(begin, text_.size()) ? std::string_view::npos : checked_;
    }

  private:
    // Characters of two or three bytes none of which is wrong by its value alone: what continues a character
    // stands exactly where the first bytes ask for it.
    [[nodiscard]] bool usual(std::size_t begin) {
        std::uint64_t later = 0, first = 0, long_first = 0;
        std::uint32_t special = 0;
        for (unsigned at = 0; at < stretch; at += Bytes16::size) {
            auto const bytes = Bytes16::load(text_.data() + begin + at);
            auto const firsts = bytes.at_least(0xC0);
            special |= (firsts & (bytes.at_most(0xC1) | bytes.equal('\xE0') | bytes.equal('\xED') |
                                  bytes.at_least(0xEF)))
                           .bits();
            later |= static_cast<std::uint64_t>(bytes.high().without(firsts).bits()) << at;
            first |= static_cast<std::uint64_t>(firsts.bits()) << at;
            long_first |= static_cast<std::uint64_t>(bytes.at_least(0xE0).bits()) << at;
        }
        if (special != 0 || later != (awaited_ | first << 1 | long_first << 2)) return false;
        awaited_ = first >> 63 | long_first >> 62;
        checked_ = begin + stretch - (long_first >> 62 == 1 ? 2 : first >> 63);
        return true;
    }

    // Character by character, from the last place that is known to be good.
    [[nodiscard]] bool slowly(std::size_t begin, std::size_t end) {
        if (awaited_ == 0) checked_ = begin;
        while (checked_ < end)
            if (!good_character(text_, checked_)) return false;
        awaited_ = (std::uint64_t{1} << (checked_ - end)) - 1;
        return true;
    }

    std::string_view text_;
    std::size_t checked_ = 0;    // all characters before it are good
    std::uint64_t awaited_ = 0;  // the bytes of the next stretch that must continue a character of the last
};

}  // namespace

std::size_t find_bad_character(std::string_view text, bool& ascii) {
    return Checker(text).run(ascii);
}

}  // namespace lacuna::akn
