#include "text/fold.hpp"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <algorithm>
#include <array>
#include <bitset>

#include "base/utf8.hpp"
#include "text/vocabulary.hpp"

namespace lacuna::text {
namespace {

constexpr char32_t soft_hyphen = 0xAD;

[[nodiscard]] UChar32 point(char32_t code) {
    return static_cast<UChar32>(code);
}

[[nodiscard]] bool ask_word_character(char32_t code) {
    constexpr auto mask = U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK;
    return code == soft_hyphen || (U_GET_GC_MASK(point(code)) & mask) != 0;
}

// Alphabets and general punctuation are asked about all the time, so their answers are kept.
constexpr std::size_t kept = 0x2100;
[[nodiscard]] std::bitset<kept> const& word_characters() {
    static auto const bits = [] {
        std::bitset<kept> made;
        for (std::size_t code = 0; code < kept; ++code)
            made[code] = ask_word_character(static_cast<char32_t>(code));
        return made;
    }();
    return bits;
}

// Marks that sit on letters of any script are accents; vowel signs of one script are letters to its readers.
[[nodiscard]] bool is_accent(UChar32 code) {
    if (u_charType(code) != U_NON_SPACING_MARK) return false;
    UErrorCode error = U_ZERO_ERROR;
    auto const script = uscript_getScript(code, &error);
    return script == USCRIPT_INHERITED || script == USCRIPT_HEBREW;
}

// Letters with a stroke or a ligature do not decompose, but readers write them without.
[[nodiscard]] std::u16string_view plain_letter(UChar32 code) {
    switch (code) {
        case 0xE6:
            return u"ae";
        case 0x153:
            return u"oe";
        case 0xF8:
            return u"o";
        case 0xF0:
        case 0x111:
            return u"d";
        case 0xFE:
            return u"th";
        case 0x142:
            return u"l";
        case 0x131:
            return u"i";
        default:
            return {};
    }
}

[[nodiscard]] std::string lower_ascii(std::string_view word) {
    std::string lower(word);
    for (auto& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

[[nodiscard]] icu::UnicodeString decompose(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    auto const unicode = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    return icu::Normalizer2::getNFDInstance(error)->normalize(unicode, error);
}

[[nodiscard]] std::string ask_lower_case(std::string_view word) {
    UErrorCode error = U_ZERO_ERROR;
    std::string lower;
    icu::StringByteSink<std::string> sink(&lower);
    icu::Normalizer2::getNFKCCasefoldInstance(error)->normalizeUTF8(
        0, {word.data(), static_cast<std::int32_t>(word.size())}, sink, nullptr, error);
    return U_SUCCESS(error) ? lower : std::string(word);
}

[[nodiscard]] std::string ask_without_accents(std::string_view lower) {
    auto const decomposed = decompose(lower);
    icu::UnicodeString bare;
    for (std::int32_t at = 0; at < decomposed.length(); at = decomposed.moveIndex32(at, 1)) {
        auto const code = decomposed.char32At(at);
        if (auto const letters = plain_letter(code); !letters.empty())
            bare.append(letters.data(), static_cast<std::int32_t>(letters.size()));
        else if (!is_accent(code))
            bare.append(code);
    }
    UErrorCode error = U_ZERO_ERROR;
    std::string plain;
    icu::Normalizer2::getNFCInstance(error)->normalize(bare, error).toUTF8String(plain);
    return U_SUCCESS(error) ? plain : std::string(lower);
}

// What becomes of each letter of the Latin alphabets, asked once. No two of them join, so that a text of such
// letters becomes what its letters do; any other text is asked about as a whole.
class LatinLetters {
  public:
    using Ask = std::string (*)(std::string_view);
    explicit LatinLetters(Ask ask) : ask_(ask) {
        for (char32_t code = 0; code < end; ++code) {
            std::string letter;
            utf8::append(letter, code);
            of_[code] = ask(letter);
        }
    }
    [[nodiscard]] std::string of(std::string_view text) const {
        std::string all;
        all.reserve(text.size());
        for (std::size_t at = 0; at < text.size();) {
            auto const letter = utf8::decode(text, at);
            if (letter.code >= end) return ask_(text);
            all += of_[letter.code];
            at += letter.length;
        }
        return all;
    }

  private:
    static constexpr char32_t end = 0x250;
    Ask ask_;
    std::array<std::string, end> of_;
};

[[nodiscard]] bool is_joiner(char32_t code) {  // hyphens and apostrophes
    return code == '-' || code == '\'' || code == 0x2010 || code == 0x2011 || code == 0x2018 ||
           code == 0x2019 || code == 0x2BC;
}

}  // namespace

bool is_ascii(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > 127; });
}

bool is_word_character(char32_t code) {
    return code < kept ? word_characters()[code] : ask_word_character(code);
}

bool is_lower_case(char32_t code) {
    return u_islower(point(code)) != 0;
}

bool is_upper_case(char32_t code) {
    return u_isupper(point(code)) != 0;
}

bool is_sign(char32_t code) {
    return code == 0xA7 || u_charType(point(code)) == U_CURRENCY_SYMBOL;
}

std::string lower_case(std::string_view word) {
    if (is_ascii(word)) return lower_ascii(word);
    static LatinLetters const letters(ask_lower_case);
    return letters.of(word);
}

std::string without_accents(std::string_view lower) {
    if (is_ascii(lower)) return std::string(lower);
    static LatinLetters const letters(ask_without_accents);
    return letters.of(lower);
}

std::string fold(std::string_view text) {
    auto folded = without_accents(lower_case(text));
    std::string out;
    out.reserve(folded.size());
    for (std::size_t at = 0; at < folded.size();) {
        auto const character = utf8::decode(folded, at);
        if (is_joiner(character.code))
            out.push_back(' ');
        else
            out.append(folded, at, character.length);
        at += character.length;
    }
    return out;
}

}  // namespace lacuna::text
