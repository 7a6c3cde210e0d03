// Divides text into tokens and looks each up. Words are runs of letters and digits; hyphens and apostrophes
// divide; a number with its separators is one token, and letters right after digits stay with them.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/statute_text.hpp"
#include "text/vocabulary_impl.hpp"

namespace lacuna::text {

class Tokeniser {
  public:
    Tokeniser(std::string_view text, Vocabulary& vocabulary, std::vector<Token>& tokens)
        : text_(text), vocabulary_(VocabularyAccess::of(vocabulary)), tokens_(tokens) {}

    // Appends the tokens of a range of the text. Says whether the range ends with the end of a sentence.
    bool read(std::uint32_t begin, std::uint32_t end);

  private:
    // What stands between two tokens, one bit each: after most words it is nothing.
    enum Gap : unsigned {
        breaks = 1,            // punctuation or a line break
        full_stop = 2,         // may end a sentence
        stop_at_word = 4,      // the full stop follows the word directly
        blank_after_stop = 8,  // "3.1" and "e.g." have none
        ends = 16,             // surely ends a sentence: "!", "?", an empty line
        opens_quote = 32,
        line = 64,  // a line has ended
    };

    [[nodiscard]] std::size_t read_known_words(std::size_t at);
    [[nodiscard]] std::size_t read_word(std::size_t at);
    [[nodiscard]] std::size_t read_long_word(std::size_t at, std::size_t from);
    [[nodiscard]] std::size_t read_number(std::size_t at);
    [[nodiscard]] std::size_t read_sign(std::size_t at, std::size_t width);
    [[nodiscard]] std::size_t read_gap(std::size_t at);
    [[nodiscard]] std::size_t read_other(std::size_t at);
    void read_ascii_mark(char mark, std::size_t at);
    void read_quote(std::size_t at, std::size_t width, char32_t quote);
    void add(std::size_t begin, std::size_t end, SurfaceKey key);
    void add(std::size_t begin, std::size_t end);
    [[gnu::always_inline]] void push(std::size_t begin, std::size_t length, WordId word, bool capital) {
        Token token;
        token.word = word;
        token.begin = static_cast<std::uint32_t>(begin);
        token.length = static_cast<std::uint16_t>(length);
        token.flags = capital ? Token::capital : 0;
        if (gap_ != 0) token.flags |= flags_of_gap(begin);
        tokens_.push_back(token);
        gap_ = 0;
    }
    [[nodiscard]] bool has(Gap what) const { return (gap_ & what) != 0; }
    void note_blank() {
        if (has(full_stop)) gap_ |= blank_after_stop;
    }
    [[nodiscard]] bool is_capital(std::size_t begin) const;
    [[nodiscard]] std::uint8_t flags_of_gap(std::size_t begin) const;
    [[nodiscard]] bool stop_ends_sentence(std::size_t next) const;
    [[nodiscard]] bool word_at(std::size_t at) const;
    [[nodiscard]] std::size_t last_end() const;

    std::string_view text_;
    VocabularyAccess::Impl& vocabulary_;
    std::vector<Token>& tokens_;
    std::size_t end_ = 0;          // of the range
    std::size_t first_token_ = 0;  // of the range
    std::size_t range_begin_ = 0;
    unsigned gap_ = 0;
    bool single_quote_open_ = false;
};

}  // namespace lacuna::text
