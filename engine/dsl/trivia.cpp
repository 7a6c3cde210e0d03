#include "dsl/trivia.hpp"

#include <algorithm>
#include <array>

#include "dsl/grammar/grammar.hpp"

namespace lacuna::dsl {
namespace {

[[nodiscard]] std::size_t end_of_text(std::string_view text, std::size_t at) {
    auto const quote = text[at];
    // As a rule there is nothing in it to look at.
    auto const next = text.find(quote, at + 1);
    auto const plain = text.substr(at + 1, next - at - 1);
    if (next != std::string_view::npos && plain.find('\\') == std::string_view::npos &&
        (quote == '"' || plain.find('\n') == std::string_view::npos))
        return next + 1;
    for (auto end = at + 1; end < text.size(); ++end) {
        if (text[end] == '\\')
            ++end;
        else if (text[end] == quote)
            return end + 1;
        else if (text[end] == '\n' && quote == '\'')
            return end;  // a stray apostrophe
    }
    return text.size();
}

constexpr auto word_characters = [] {
    std::array<bool, 256> is{};
    for (unsigned c = '0'; c <= '9'; ++c) is[c] = true;
    for (unsigned c = 'a'; c <= 'z'; ++c) is[c] = is[c - 'a' + 'A'] = true;
    is['-'] = is['_'] = is['.'] = true;
    return is;
}();
[[nodiscard]] bool is_word(char c) {
    return word_characters[static_cast<unsigned char>(c)];
}
[[nodiscard]] bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

[[nodiscard]] bool stands_at(std::string_view text, std::size_t at, char first, char second) {
    return text[at] == first && at + 1 < text.size() && text[at + 1] == second;
}

[[nodiscard]] Lexeme lexeme_at(std::string_view text, std::size_t at) {
    using K = Lexeme::Kind;
    auto const make = [&](K kind, std::size_t end) {
        return Lexeme{kind, static_cast<std::uint32_t>(at),
                      static_cast<std::uint32_t>(std::min(end, text.size())), 0};
    };
    if (stands_at(text, at, '/', '/')) {
        auto end = std::min(text.find('\n', at), text.size());
        if (end > at && text[end - 1] == '\r') --end;
        return make(K::comment, end);
    }
    if (text[at] == '"' || text[at] == '\'') return make(K::text, end_of_text(text, at));
    if (stands_at(text, at, '.', '.')) return make(K::sign, at + 2);
    if (stands_at(text, at, '<', '=') || stands_at(text, at, '>', '=')) return make(K::sign, at + 2);
    if (!is_word(text[at])) return make(K::sign, at + 1);
    auto end = at;
    while (end < text.size() && is_word(text[end]) && !stands_at(text, end, '.', '.')) ++end;
    return make(K::word, end);
}

}  // namespace

std::optional<Lexeme> next_lexeme(std::string_view text, std::uint32_t at) {
    while (at < text.size() && is_blank(text[at])) ++at;
    if (at >= text.size()) return {};
    return lexeme_at(text, at);
}

std::vector<Lexeme> scan(std::string_view text) {
    std::vector<Lexeme> lexemes;
    std::uint32_t lines = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '\n') ++lines;
        if (is_blank(text[at])) {
            ++at;
            continue;
        }
        auto lexeme = lexeme_at(text, at);
        lexeme.lines_before = lines;
        lines = 0;
        at = lexeme.end;
        lexemes.push_back(lexeme);
    }
    return lexemes;
}

std::vector<Comment> comments(std::vector<Lexeme> const& lexemes, std::string_view text, SourceId source) {
    std::vector<Comment> found;
    for (auto const& lexeme : lexemes) {
        if (lexeme.kind != Lexeme::Kind::comment) continue;
        bool const own_line = lexeme.lines_before > 0 || &lexeme == lexemes.data();
        found.push_back({{source, lexeme.begin, lexeme.end},
                         own_line,
                         std::string(text.substr(lexeme.begin, lexeme.end - lexeme.begin))});
    }
    return found;
}

}  // namespace lacuna::dsl
