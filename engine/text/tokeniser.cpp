#include "text/tokeniser.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"

namespace lacuna::text {
namespace {

constexpr std::size_t longest_token = 0xFFFF;
constexpr std::size_t eight = 8;           // bytes that are read at a time
constexpr std::size_t longest_word = 128;  // bytes that tell words apart; longer ones are no language

[[nodiscard]] bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
[[nodiscard]] bool is_lower(char c) {
    return c >= 'a' && c <= 'z';
}
[[nodiscard]] bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
[[nodiscard]] bool is_mark(char c) {  // of ASCII: no word begins with it
    auto const lower = static_cast<char>(c | 0x20);
    return !beyond_ascii(c) && !is_digit(c) && !is_lower(lower);
}

// At most `most` bytes of a word, cut between characters.
[[nodiscard]] std::size_t cut(std::string_view text, std::size_t begin, std::size_t end, std::size_t most) {
    if (end - begin <= most) return end;
    end = begin + most;
    while (end > begin && (static_cast<unsigned char>(text[end]) & 0xC0u) == 0x80u) --end;
    return end;
}

}  // namespace

bool Tokeniser::read(std::uint32_t begin, std::uint32_t end) {
    range_begin_ = begin;
    end_ = std::min<std::size_t>(end, text_.size());
    first_token_ = tokens_.size();
    gap_ = breaks;
    single_quote_open_ = false;
    std::size_t at = begin;
    while (at < end_) {
        // Most gaps are one blank.
        if (text_[at] == ' ') {
            note_blank();
            ++at;
            continue;
        }
        auto next = read_known_words(at);
        if (next == at && !is_mark(text_[at])) next = read_word(at);
        at = next != at ? next : read_gap(at);
    }
    return has(full_stop) || has(ends);
}

// Known words of at most sixteen letters of ASCII, one blank apart: most of a text. Stops before any other
// word, and near the end of the range, where the bytes that are looked at may not be there.
std::size_t Tokeniser::read_known_words(std::size_t at) {
    auto const* const text = text_.data();
    auto const& known = vocabulary_.surfaces;
    while (at + 2 * eight < end_) {
        auto const bytes = detail::load(text + at, eight);
        auto length = letter_prefix(bytes);
        if (length == eight) length += letter_prefix(detail::load(text + at + eight, eight));
        auto const after = text[at + length];
        if (length == 0 || (after != ' ' && !is_mark(after))) break;  // the word may go on
        auto const word =
            length <= eight ? known.find_short(first_bytes(bytes, length)) : known.find({text + at, length});
        if (word == SurfaceTable::absent) break;
        push(at, length, WordId(word), is_upper(text[at]));
        at += length;
        if (after != ' ') break;
        ++at;
    }
    return at;
}

std::size_t Tokeniser::last_end() const {
    if (tokens_.size() == first_token_) return range_begin_;
    auto const& last = tokens_.back();
    return last.begin + last.length;
}

bool Tokeniser::word_at(std::size_t at) const {
    if (at >= end_) return false;
    if (!beyond_ascii(text_[at])) return alphanumeric_prefix(eight_bytes(text_, at)) > 0;
    auto const character = utf8::decode(text_, at);
    return character.valid && is_word_character(character.code);
}

// A word of ASCII; gives `at` when there is none.
std::size_t Tokeniser::read_word(std::size_t at) {
    if (is_digit(text_[at])) return read_number(at);
    auto const bytes = eight_bytes(text_, at);
    auto const length = alphanumeric_prefix(bytes);
    auto const end = at + length;
    if (length == 8 || end > end_ || (end < end_ && beyond_ascii(text_[end]))) return read_long_word(at, end);
    if (length == 0) return at;
    add(at, end, {first_bytes(bytes, length), false});
    return end;
}

// The rest of a word that is longer than eight bytes or holds other letters than those of ASCII.
std::size_t Tokeniser::read_long_word(std::size_t at, std::size_t from) {
    auto end = from;
    while (end < end_) {
        auto const length = alphanumeric_prefix(eight_bytes(text_, end));
        end += length;
        if (length == 8) continue;
        if (end >= end_ || !beyond_ascii(text_[end])) break;
        auto const character = utf8::decode(text_, end);
        bool const joins = end > at && (character.code == 0x200C || character.code == 0x200D);
        if (!character.valid || !(is_word_character(character.code) || joins)) break;
        end += character.length;
    }
    end = std::min(end, end_);
    if (end > at) add(at, end);
    return end;
}

std::size_t Tokeniser::read_number(std::size_t at) {
    auto const has_digit = [&](std::size_t place) { return place < end_ && is_digit(text_[place]); };
    auto first_end = at;  // of its first digits
    while (has_digit(first_end)) ++first_end;
    auto end = first_end;
    // Most numbers end with their first digits; a blank or a point between digits may be a part of them.
    if (end < end_ && (beyond_ascii(text_[end]) || has_digit(end + 1)))
        end = at + read_digits(text_.substr(at, end_ - at), vocabulary_.decimal_comma()).length;
    // The "8" of "19.8.2002": what follows a separator that was no decimal sign is read part by part.
    bool const later_part = at >= 2 && (text_[at - 1] == '.' || text_[at - 1] == ',') && has_digit(at - 2);
    // "222-13,225-1" are two numbers of articles.
    bool const of_articles =
        at >= 2 && text_[at - 1] == '-' && has_digit(at - 2) && has_digit(end + 1) && text_[end] == '-';
    if (later_part || of_articles) end = first_end;
    if (word_at(end)) return read_long_word(at, end);
    add(at, end);
    return end;
}

// "§§" and "$" are words: a lexicon may name them.
std::size_t Tokeniser::read_sign(std::size_t at, std::size_t width) {
    auto const sign = text_.substr(at, width);
    auto end = at + width;
    while (end + width <= end_ && text_.substr(end, width) == sign) end += width;
    add(at, end);
    return end;
}

void Tokeniser::add(std::size_t begin, std::size_t end) {
    auto const word_end = cut(text_, begin, end, longest_word);
    auto const key = surface_key(text_.substr(begin, word_end - begin));
    add(begin, cut(text_, begin, end, longest_token), key);
}

void Tokeniser::add(std::size_t begin, std::size_t end, SurfaceKey key) {
    auto const length = std::min(end - begin, longest_word);
    push(begin, end - begin, vocabulary_.word(text_.substr(begin, length), key), is_capital(begin));
}

bool Tokeniser::is_capital(std::size_t begin) const {
    auto const first = text_[begin];
    return is_upper(first) || (beyond_ascii(first) && is_upper_case(utf8::decode(text_, begin).code));
}

// Not inlined, so that what is done for every word stays short: most have nothing but a blank before them.
[[gnu::noinline]] std::uint8_t Tokeniser::flags_of_gap(std::size_t begin) const {
    std::uint8_t flags = 0;
    if (has(breaks)) flags |= Token::after_break;
    if (has(opens_quote)) flags |= Token::after_quote;
    bool const inside = tokens_.size() > first_token_;
    if (inside && (has(ends) || (has(full_stop) && stop_ends_sentence(begin))))
        flags |= Token::sentence_start;
    return flags;
}

// A full stop ends no sentence in "e.g.", "J. Smith", "No. 5", "art. 3" and before a word in lower case.
bool Tokeniser::stop_ends_sentence(std::size_t next) const {
    if (!has(blank_after_stop)) return false;
    auto const first = text_[next];
    if (is_lower(first) || (beyond_ascii(first) && is_lower_case(utf8::decode(text_, next).code)))
        return false;
    if (!has(stop_at_word)) return true;
    auto const& last = tokens_.back();
    auto const word = text_.substr(last.begin, last.length);
    if (is_digit(word[0])) return true;
    bool const one_letter = utf8::decode(word, 0).length == word.size();
    return !one_letter && !(word.size() <= 4 && is_digit(first));
}

}  // namespace lacuna::text
