// What stands between words: marks, quotation marks, blanks.
#include <algorithm>

#include "base/utf8.hpp"
#include "text/ascii.hpp"
#include "text/fold.hpp"
#include "text/tokeniser.hpp"

namespace lacuna::text {
namespace {

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
