#include "text/tokenise.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "text/fold.hpp"
#include "text/number.hpp"
#include "text/vocabulary_impl.hpp"

namespace lacuna::text {
namespace {

enum Kind : std::uint8_t { other, letter, digit, wide };  // wide: not ASCII, needs decoding

constexpr std::array<std::uint8_t, 256> kinds = [] {
    std::array<std::uint8_t, 256> table{};
    for (int c = 'a'; c <= 'z'; ++c) table[static_cast<std::size_t>(c)] = letter;
    for (int c = 'A'; c <= 'Z'; ++c) table[static_cast<std::size_t>(c)] = letter;
    for (int c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = digit;
    for (std::size_t c = 0x80; c < 256; ++c) table[c] = wide;
    return table;
}();

constexpr std::size_t longest_word = 0xFFFF;
constexpr std::size_t longest_abbreviation = 4;  // "art.", "No.", "para."

class Tokeniser {
  public:
    Tokeniser(std::string_view text, std::uint32_t begin, std::uint32_t end, Vocabulary& vocabulary,
              std::vector<Token>& tokens)
        : text_(text.substr(0, end)),
          at_(begin),
          words_(VocabularyAccess::of(vocabulary)),
          tokens_(tokens),
          first_(tokens.size()) {}

    bool run() {
        while (at_ < text_.size()) {
            auto const kind = kind_here();
            if (kind == letter || kind == wide)
                take_word(at_);
            else if (kind == digit)
                take_number();
            else
                pass_mark();
        }
        return ended_;
    }

  private:
    [[nodiscard]] std::uint8_t byte_kind(std::size_t at) const {
        return kinds[static_cast<unsigned char>(text_[at])];
    }
    // Of the character here; characters that are no ASCII are letters (`wide`) or marks (`other`).
    [[nodiscard]] Kind kind_here() const {
        auto const kind = static_cast<Kind>(byte_kind(at_));
        if (kind != wide) return kind;
        auto const code = utf8::decode(text_, at_).code;
        return is_word_character(code) || is_sign(code) ? wide : other;
    }

    void take_word(std::size_t begin) {
        if (byte_kind(at_) == wide && is_sign(utf8::decode(text_, at_).code)) {
            at_ += utf8::decode(text_, at_).length;
            return add(begin);
        }
        while (at_ < text_.size()) {
            auto const kind = byte_kind(at_);
            if (kind == wide) {
                auto const character = utf8::decode(text_, at_);
                if (!is_word_character(character.code)) break;
                at_ += character.length;
            } else if (kind == letter || kind == digit) {
                ++at_;
            } else {
                break;
            }
        }
        add(begin);
    }

    // "10,000" is one token, and so is "66F"; "3(1)" is two.
    void take_number() {
        auto const begin = at_;
        auto const digits = read_digits(text_.substr(at_), words_.decimal_comma());
        at_ += std::max<std::size_t>(digits.length, 1);
        if (at_ < text_.size() && (byte_kind(at_) == letter || byte_kind(at_) == digit))
            return take_word(begin);
        add(begin);
    }

    void add(std::size_t begin) {
        auto const word = text_.substr(begin, std::min(at_ - begin, longest_word));
        Token token;
        token.word = words_.word(word, surface_key(word));
        token.begin = static_cast<std::uint32_t>(begin);
        token.length = static_cast<std::uint16_t>(word.size());
        bool const upper = word[0] >= 'A' && word[0] <= 'Z';
        if (upper) token.flags |= Token::capital;
        if (tokens_.size() == first_ || ended_) token.flags |= Token::sentence_start;
        if (opened_) token.flags |= Token::after_quote;
        if (broken_) token.flags |= Token::after_break;
        opened_ = broken_ = ended_ = false;
        quote_may_close_ = true;
        tokens_.push_back(token);
    }

    void pass_mark() {
        auto const character = utf8::decode(text_, at_);
        auto const next = at_ + character.length;
        switch (character.code) {
            case U' ':
            case U'\t':
            case U'\u00A0':
                quote_may_close_ = false;
                break;
            case U'.':
                broken_ = true;
                if (!abbreviates(next)) ended_ = true;
                break;
            case U'!':
            case U'?':
            case U'\u3002':
                broken_ = ended_ = true;
                break;
            case U'\n':
                broken_ = ended_ = true;
                quote_may_close_ = false;
                break;
            case U'\u201C':
            case U'\u2018':
            case U'\u00AB':
            case U'\u201E':
                opened_ = true;
                break;
            case U'\u201D':
            case U'\u2019':
            case U'\u00BB':
                close_quote();
                break;
            case U'"':
            case U'\'':
                if (quote_may_close_)
                    close_quote();
                else
                    opened_ = true;
                break;
            default:
                broken_ = broken_ || character.code != U'-';
                break;
        }
        at_ = next;
    }

    // An apostrophe inside a word closes nothing.
    void close_quote() {
        bool const in_word = at_ + 1 < text_.size() && quote_may_close_ && inside_word();
        if (!in_word && tokens_.size() > first_) tokens_.back().flags |= Token::before_quote;
    }
    [[nodiscard]] bool inside_word() const {
        auto const next = at_ + utf8::decode(text_, at_).length;
        return next < text_.size() && byte_kind(next) == letter;
    }

    // A full stop after a short word or a number is no end where small letters or digits go on.
    [[nodiscard]] bool abbreviates(std::size_t next) const {
        if (next < text_.size() && byte_kind(next) != other) return true;  // "e.g", "3.2"
        if (tokens_.size() == first_) return true;
        auto const& last = tokens_.back();
        if (last.begin + last.length != at_) return false;
        while (next < text_.size() && (text_[next] == ' ' || text_[next] == '(')) ++next;
        if (next >= text_.size()) return false;
        bool const small = text_[next] >= 'a' && text_[next] <= 'z';
        bool const number = byte_kind(next) == digit;
        if (last.length == 1 && byte_kind(last.begin) == letter) return small || number || is_initial(last);
        return last.length <= longest_abbreviation && byte_kind(last.begin) == letter && (small || number);
    }
    [[nodiscard]] static bool is_initial(Token const& token) { return (token.flags & Token::capital) != 0; }

    std::string_view text_;
    std::size_t at_;
    VocabularyAccess::Impl& words_;
    std::vector<Token>& tokens_;
    std::size_t first_;
    bool opened_ = false, broken_ = false, ended_ = false, quote_may_close_ = false;
};

}  // namespace

bool tokenise(std::string_view text, std::uint32_t begin, std::uint32_t end, Vocabulary& vocabulary,
              std::vector<Token>& tokens) {
    return Tokeniser(text, begin, end, vocabulary, tokens).run();
}

}  // namespace lacuna::text
