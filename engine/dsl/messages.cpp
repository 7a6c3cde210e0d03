#include "dsl/messages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/suggest.hpp"
#include "base/utf8.hpp"
#include "dsl/keywords.hpp"
#include "dsl/trivia.hpp"

namespace lacuna::dsl {
namespace {

// The token at `at`, as an error shows it, and its end.
struct Found {
    std::string text;
    std::uint32_t end = 0;
    bool word = false;
};

[[nodiscard]] Found found_at(std::string_view text, std::uint32_t at) {
    if (at >= text.size()) return {"the end of the file", at};
    auto const word = grammar::word_at(text, at);
    if (!word.empty()) {
        auto const end = at + static_cast<std::uint32_t>(word.size());
        return {fmt::format("'{}'", word), end, true};
    }
    if (text[at] == '"' || text[at] == '\'') {
        auto const close = text.find(text[at], at + 1);
        auto const end = std::min(close == std::string_view::npos ? text.size() : close + 1, text.size());
        auto shown = text.substr(at, std::min<std::size_t>(end - at, 40));
        if (auto const line = shown.find('\n'); line != std::string_view::npos) shown = shown.substr(0, line);
        return {fmt::format("the text {}", utf8::truncate(shown, 30)),
                at + static_cast<std::uint32_t>(shown.size())};
    }
    auto const character = utf8::decode(text, at);
    return {fmt::format("'{}'", text.substr(at, character.length)), at + character.length};
}

// The words in quotes of an expectation: "'needs' or '}'" gives needs.
[[nodiscard]] std::vector<std::string> words_of(std::string_view expected) {
    std::vector<std::string> words;
    for (std::size_t at = 0; (at = expected.find('\'', at)) != std::string_view::npos;) {
        auto const end = expected.find('\'', at + 1);
        if (end == std::string_view::npos) break;
        auto const word = expected.substr(at + 1, end - at - 1);
        words.emplace_back(word.substr(0, word.find(' ')));
        at = end + 1;
    }
    return words;
}

[[nodiscard]] bool typographic_quote(std::string_view text, std::uint32_t at) {
    auto const code = utf8::decode(text, at).code;
    return (code >= 0x2018 && code <= 0x201f) || code == 0xab || code == 0xbb;
}

struct Hint {
    std::string_view expected;  // part of the expectation
    std::string_view help;
};
// The first that fits is given.
constexpr Hint hints[] = {
    {"a condition", "name a concept, quote a phrase, or put a group in parentheses"},
    {"'and', 'or', 'near'", "join conditions with 'and', 'or' or 'near', and close the parenthesis"},
    {"an element, 'option'",
     "join conditions with 'and', 'or' or 'near'; a new element is written name = condition"},
    {"'|', 'but not'", "separate alternatives with '|'"},
    {"'|' or ')'", "separate alternatives with '|', and close the parenthesis"},
    {"a quoted text, a name or '('",
     "after '|' or '..n' there must be a text in quotes, a concept or a group"},
    {"number of words", "write the number without a blank: ..3"},
    {"a kind", "write what kind of thing the measure is: measure name : kind \"Title\" {"},
    {"a title", "say in quotes, in one sentence, what this is"},
    {"a language", "name a language by its code: en, es, fr, ar, ru, zh"},
    {"'yes', 'no', 'todo'",
     "an example begins with 'yes', 'no' or 'todo'; a list of elements goes on after a comma"},
    {"'obligation'", "lists of names are separated by commas"},
    {"',' or '}'", "separate the names with commas"},
    {"the text of the example", "write the example in straight quotes after 'yes', 'no' or 'todo'"},
    {"'sentence'", "say where to look: in passage, in section, in act, by reference …"},
};

[[nodiscard]] std::string help_for(std::string_view text, std::uint32_t at, Found const& found,
                                   std::string const& expected) {
    if (at < text.size() && typographic_quote(text, at))
        return "write straight quotes: \"…\" for words, '…' for exact spelling";
    if (found.word) {
        auto const word = std::string(grammar::word_at(text, at));
        auto const near = suggest(word, words_of(expected));
        if (!near.empty() && near != word) return fmt::format("did you mean '{}'?", near);
        if (expected.find("name") != std::string::npos && is_reserved(word))
            return fmt::format("'{}' is a word of the rule language and cannot be a name", word);
    }
    for (auto const& hint : hints)
        if (expected.find(hint.expected) != std::string::npos) return std::string(hint.help);
    return {};
}

[[nodiscard]] Diagnostic unterminated(grammar::Cursor const& cursor) {
    auto const at = cursor.failure.at;
    auto const line_end = std::min(cursor.text.find('\n', at), cursor.text.size());
    auto end = static_cast<std::uint32_t>(line_end);
    while (end > at + 1 && (cursor.text[end - 1] == '\r' || cursor.text[end - 1] == ' ')) --end;
    auto const quote = cursor.text[at];
    auto diagnostic = diagnose(
        Code::rule_unterminated, {cursor.source, at, end}, "this text is not closed",
        fmt::format("write {} where the text ends; a {} inside a text is written \\{}", quote, quote, quote));
    diagnostic.label = "the text begins here";
    return diagnostic;
}

// The last parenthesis between two places that is not closed there.
[[nodiscard]] std::optional<std::uint32_t> open_parenthesis(std::string_view text, std::uint32_t begin,
                                                            std::uint32_t end) {
    std::vector<std::uint32_t> open;
    for (auto const& lexeme : scan(text.substr(begin, end - begin))) {
        auto const at = begin + lexeme.begin;
        if (lexeme.kind != Lexeme::Kind::sign) continue;
        if (text[at] == '(') open.push_back(at);
        if (text[at] == ')' && !open.empty()) open.pop_back();
    }
    return open.empty() ? std::nullopt : std::optional(open.back());
}

}  // namespace

Diagnostic explain_failure(grammar::Cursor const& cursor) {
    auto const& failure = cursor.failure;
    if (failure.unterminated) return unterminated(cursor);
    auto const text = cursor.text;
    auto const at = grammar::skip_blanks(text, failure.at);
    auto const found = found_at(text, at);
    auto const between = text.substr(failure.at, at - failure.at);
    bool const next_line = failure.at > 0 && between.find('\n') != std::string_view::npos;
    Span const place{cursor.source, at, found.end};
    // What is missing at the end of a line is shown there, not at whatever the next line holds.
    bool const missing =
        next_line && (at >= text.size() || failure.expected.find("'}'") == std::string::npos);
    auto diagnostic =
        diagnose(Code::rule_syntax, missing ? Span{cursor.source, failure.at, failure.at} : place,
                 fmt::format("expected {}, found {}", failure.expected, found.text),
                 help_for(text, at, found, failure.expected));
    if (missing) {
        diagnostic.label = "expected here";
        if (at < text.size()) diagnostic.others.push_back({place, "found this"});
    }
    if (failure.expected.find("')'") != std::string::npos)
        if (auto const open = open_parenthesis(text, cursor.at, failure.at))
            diagnostic.others.push_back({{cursor.source, *open, *open + 1}, "this is still open"});
    return diagnostic;
}

Diagnostic unknown_declaration(std::string_view text, SourceId source, std::uint32_t at) {
    auto const found = found_at(text, at);
    std::vector<std::string> words;
    for (auto const word : declaration_words()) words.emplace_back(word);
    if (at < text.size() && text[at] == '}')
        return diagnose(Code::rule_unknown_declaration, {source, at, found.end},
                        "this '}' closes nothing: what stands above it is closed already",
                        "remove it, or the '}' before it that stands too early");
    auto const near = found.word ? suggest(std::string(grammar::word_at(text, at)), words) : std::string();
    auto diagnostic = diagnose(Code::rule_unknown_declaration, {source, at, found.end},
                               fmt::format("expected a declaration, found {}", found.text),
                               near.empty() ? "a declaration begins with lexicon, concept, quantity, "
                                              "spelling, kind, measure, instrument or test"
                                            : fmt::format("did you mean '{}'?", near));
    if (!near.empty()) diagnostic.fix = Fix{diagnostic.span, near};
    return diagnostic;
}

}  // namespace lacuna::dsl
