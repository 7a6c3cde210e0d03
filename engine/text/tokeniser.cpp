#include "text/tokeniser.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"

namespace lacuna::text {
namespace {

constexpr std::size_t longest_token = 0xFFFF;
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
[[nodiscard]] bool beyond_ascii(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
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

[[nodiscard]] bool is_blank(char32_t code) {
    return code == 0xA0 || (code >= 0x2000 && code <= 0x200F) || code == 0x202F || code == 0x205F ||
           code == 0x3000 || code == 0xFEFF;
}

[[nodiscard]] bool is_full_stop(char32_t code) {  // of any script
    switch (code) {
        case 0x0589:
        case 0x061F:
        case 0x06D4:
        case 0x0964:
        case 0x0965:
        case 0x3002:
        case 0xFF01:
        case 0xFF0E:
        case 0xFF1F:
            return true;
        default:
            return false;
    }
}

[[nodiscard]] bool is_single_quote(char32_t code) {
    return code == '\'' || (code >= 0x2018 && code <= 0x201B);
}

[[nodiscard]] bool is_guillemet(char32_t code) {
    return code == 0xAB || code == 0xBB || code == 0x2039 || code == 0x203A;
}

[[nodiscard]] bool is_quote(char32_t code) {
    return code == '"' || is_single_quote(code) || is_guillemet(code) || (code >= 0x201C && code <= 0x201F);
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
        auto const next = is_mark(text_[at]) ? at : read_word(at);
        at = next != at ? next : read_gap(at);
    }
    return has(full_stop) || has(ends);
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
    Token token;
    token.word = vocabulary_.word(text_.substr(begin, length), key);
    token.begin = static_cast<std::uint32_t>(begin);
    token.length = static_cast<std::uint16_t>(end - begin);
    if (gap_ != 0) token.flags = flags_of_gap(begin);
    if (is_capital(begin)) token.flags |= Token::capital;
    tokens_.push_back(token);
    gap_ = 0;
}

bool Tokeniser::is_capital(std::size_t begin) const {
    auto const first = text_[begin];
    return is_upper(first) || (beyond_ascii(first) && is_upper_case(utf8::decode(text_, begin).code));
}

std::uint8_t Tokeniser::flags_of_gap(std::size_t begin) const {
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

// One mark between words; gives where to go on.
std::size_t Tokeniser::read_gap(std::size_t at) {
    auto const c = text_[at];
    if (beyond_ascii(c)) return read_other(at);
    if (c == '$') return read_sign(at, 1);
    read_ascii_mark(c, at);
    return at + 1;
}

void Tokeniser::read_ascii_mark(char mark, std::size_t at) {
    switch (mark) {
        case '\t':
        case '\r':
            note_blank();
            return;
        case '\n':
            note_blank();
            if (has(line)) gap_ |= ends;
            gap_ |= line | breaks;
            return;
        case '.': {
            bool const at_word = !has(full_stop) && at == last_end();
            gap_ &= ~stop_at_word;
            if (at_word) gap_ |= stop_at_word;
            gap_ |= full_stop | breaks;
            return;
        }
        case '!':
        case '?':
            gap_ |= ends | breaks;
            return;
        case '\'':
        case '"':
            read_quote(at, 1, static_cast<unsigned char>(mark));
            return;
        case '-':
            if (at != last_end() || !word_at(at + 1)) gap_ |= breaks;
            return;
        case ',':
        case '/':
            gap_ &= ~full_stop;
            return;
        case ';':
        case ':':
            gap_ &= ~full_stop;
            [[fallthrough]];
        default:
            gap_ |= breaks;
            return;
    }
}

std::size_t Tokeniser::read_other(std::size_t at) {
    auto const character = utf8::decode(text_, at);
    auto const next = at + character.length;
    auto const code = character.code;
    if (!character.valid) return next;
    if (is_sign(code)) return read_sign(at, character.length);
    if (is_quote(code)) {
        read_quote(at, character.length, code);
    } else if (is_blank(code)) {
        note_blank();
    } else if (is_full_stop(code) || code == 0x2029) {
        gap_ |= ends | breaks;
    } else if (code == 0x2010 || code == 0x2011) {
        if (at != last_end() || !word_at(next)) gap_ |= breaks;
    } else {
        gap_ |= breaks;
    }
    return next;
}

// A mark opens when a word follows it and none stands before it, and closes the other way round, whatever its
// shape: „…“, »…« and ”…” are as good as “…”. An apostrophe stands between letters or closes nothing.
void Tokeniser::read_quote(std::size_t at, std::size_t width, char32_t quote) {
    auto before = at;
    while (before > last_end() && (text_[before - 1] == ',' || text_[before - 1] == '.' ||
                                   text_[before - 1] == ';' || text_[before - 1] == '"'))
        --before;
    auto after = at + width;
    for (auto next = utf8::decode(text_, std::min(after, text_.size() - 1));
         after < end_ && is_quote(next.code);) {
        after += next.length;
        if (after < end_) next = utf8::decode(text_, after);
    }
    bool word_before = tokens_.size() > first_token_ && before == last_end();
    bool word_after = word_at(after);
    if (is_guillemet(quote) && !word_before && !word_after) {  // « word »
        bool const opening = quote == 0xAB || quote == 0x2039;
        auto const skip = [&](std::string_view blank) {
            if (opening && text_.substr(after, blank.size()) == blank)
                word_after |= word_at(after + blank.size());
            bool const fits = tokens_.size() > first_token_ && at - last_end() == blank.size();
            if (!opening && fits && text_.substr(last_end(), blank.size()) == blank) word_before = true;
        };
        for (auto const* blank : {" ", "\u00A0", "\u202F"}) skip(blank);
    }
    if (word_after && !word_before) {
        gap_ |= opens_quote;
        single_quote_open_ |= is_single_quote(quote);
    } else if (word_before && !word_after && (!is_single_quote(quote) || single_quote_open_)) {
        tokens_.back().flags |= Token::before_quote;
        single_quote_open_ &= !is_single_quote(quote);
    }
}

}  // namespace lacuna::text
